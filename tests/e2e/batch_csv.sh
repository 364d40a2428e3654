#!/bin/bash
# A row of any kind of list gives the handout that the same options give.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/makepng.py" rgb8 logo.png 480 320
ok --out one.pdf --practice-name 'Willow Creek Massage' --phone '(503) 555-0142' --logo logo.png --color '#7a2048' \
    --address '12 Mill Lane\nSpringfield, OR' --paper a4 --region US
ok --out two.pdf --practice-name "=cmd|' /C calc'!A0" --phone '+1 503 555 0143' --tagline '"Hands" that listen; and more, too' \
    --paper a4 --region US

# made LIST NOTICE: the list gives these two handouts, and the notice alone stands on standard error.
made() {
    rm -rf out
    run batch "$1" --out-dir out --paper a4 --region US
    [ "$code" -eq 0 ] || fail "exit code $code for $1"
    [ "$(cat "$tmp/err")" = "$2" ] || fail "other words than '$2' for $1"
    same_bytes out/0001*.pdf one.pdf
    same_bytes out/0002*.pdf two.pdf
    [ "$(find out -type f | wc -l)" -eq 3 ] || fail "other files: $(ls -A out)"
}

cat >plain.csv <<'EOF'
name,phone,tagline,logo,color,address
Willow Creek Massage,(503) 555-0142,,logo.png,#7a2048,"12 Mill Lane
Springfield, OR"

=cmd|' /C calc'!A0,+1 503 555 0143,"""Hands"" that listen; and more, too",,,
EOF
made plain.csv ''
sed 's/$/\r/' plain.csv >crlf.csv
made crlf.csv ''
tr '\n' '\r' <plain.csv >cr.csv
made cr.csv ''
{ printf '\xef\xbb\xbf' && head -c -1 plain.csv; } >bom.csv # and no line end at the end
made bom.csv ''
cat >semicolons.csv <<'EOF'
name;phone;tagline;logo;color;address
Willow Creek Massage;(503) 555-0142;;logo.png;#7a2048;12 Mill Lane\nSpringfield, OR
=cmd|' /C calc'!A0;+1 503 555 0143;"""Hands"" that listen; and more, too";;;
EOF
made semicolons.csv 'dgs-pdf: semicolons.csv: its cells are separated by semicolons'
printf 'name\tphone\ttagline\tlogo\tcolor\taddress\nWillow Creek Massage\t(503) 555-0142\t\tlogo.png\t#7a2048\t%s\n%s\n' \
    '12 Mill Lane\nSpringfield, OR' "=cmd|' /C calc'!A0"$'\t+1 503 555 0143\t"""Hands"" that listen; and more, too"\t\t\t' >tabs.csv
made tabs.csv 'dgs-pdf: tabs.csv: its cells are separated by tabs'
cat >list.jsonl <<'EOF'
{"name": "Willow Creek Massage", "phone": "(503) 555-0142", "logo": "logo.png", "color": "#7a2048", "address": "12 Mill Lane\nSpringfield, OR"}

{"tagline": "\"Hands\" that listen; and more, too", "name": "=cmd|' /C calc'!A0", "phone": "+1 503 555 0143", "logo": ""}
EOF
made list.jsonl ''

# Logos are looked for beside the list, and a profile's values where a cell is empty.
mkdir lists
mv plain.csv logo.png lists
printf 'phone = (503) 555-0199\ncolor = #7a2048\n' >lists/all.ini
printf 'name,phone,logo\nAnna,,logo.png\n' >lists/short.csv
ok batch lists/short.csv --profile lists/all.ini --out-dir out3
ok --out three.pdf --practice-name Anna --phone '(503) 555-0199' --color '#7a2048' --logo lists/logo.png
same_bytes out3/0001-Anna.pdf three.pdf
