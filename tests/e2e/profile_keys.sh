#!/bin/bash
# Every key of a profile reaches the pages, as its option does.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/makepng.py" rgb8 logo.png 480 320
cat >practice.ini <<'EOF'
name = Willow Creek Massage
tagline = Hands that listen
therapist = Ana Perez, LMT
license = MT 12345
welcome = Start with one step.
phone = (503) 555-0142
email = hello@willowcreek.example
website = willowcreek.example
booking_url = willowcreek.example/book
address = 12 Mill Lane
    Springfield
hours = Mon to Fri 9 to 5
    Sat 10 to 2
logo = logo.png
logo_alt = A willow beside a creek
color = #7a2048
accent = #0b5f5a
paper = a4
parts = guide, worksheet
footer_note = Please cancel 24 hours ahead.
EOF
ok --out file.pdf
for words in 'Willow Creek Massage' 'Hands that listen' 'Ana Perez, LMT' 'MT 12345' 'Start with one step. — Ana Perez, LMT' '(503) 555-0142' \
    hello@willowcreek.example 'willowcreek.example/book' '12 Mill Lane' Springfield 'Mon to Fri 9 to 5' \
    'Sat 10 to 2' 'Please cancel 24 hours ahead.'; do
    says file.pdf "$words"
done
ok --dump tags
grep -q 'A willow beside a creek' "$tmp/out" || fail "the logo's words are not in the tags"
pdfinfo file.pdf | grep -q '595.27.* x 841.8' || fail "the paper is not A4"
ok --no-profile --out flags.pdf --practice-name 'Willow Creek Massage' --tagline 'Hands that listen' \
    --therapist 'Ana Perez, LMT' --license 'MT 12345' --welcome 'Start with one step.' --phone '(503) 555-0142' --email hello@willowcreek.example \
    --website willowcreek.example --booking-url willowcreek.example/book --address '12 Mill Lane\nSpringfield' \
    --hours 'Mon to Fri 9 to 5\nSat 10 to 2' --logo logo.png --logo-alt 'A willow beside a creek' --color '#7a2048' \
    --accent '#0b5f5a' --paper a4 --parts guide,worksheet --footer-note 'Please cancel 24 hours ahead.'
same_bytes file.pdf flags.pdf
