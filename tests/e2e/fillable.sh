#!/bin/bash
# --fillable: what a pen fills in is fields. They are called as they are heard, show nothing, add little, are never the
# client's, and are sound by our own judge (names, tags, targets). Paper has none: a booklet is refused.
. "$DGS_SRC/tests/e2e/lib.sh"

fields() { python3 "$tools/fields.py" "$1"; }
sound() { python3 "$tools/structcheck.py" "$@" >"$tmp/found" || fail "$(head -n 5 "$tmp/found")"; }

ok --out plain.pdf
[ -z "$(fields plain.pdf)" ] || fail 'there are fields that nobody asked for'
ok --out form.pdf --fillable
fields form.pdf >all
"$DGS_PDF" --dump content >content
open=$(awk '/^ *box book/ { exit } /^ *field (tick|line) / { n++ } END { print n }' content) # what the practice stamps comes last
[ "$open" -gt 80 ] && [ "$(wc -l <all)" -eq "$open" ] || fail "$(wc -l <all) fields, not $open"
has -x '4|/Btn|Day 1, Water|Day 1, Water|Off' <all || fail 'the first box of the days'
has -x '4|/Tx|Day 14, Pain|Day 14, Pain: number from 0 to 10|' <all || fail 'the last ring'
has -x '4|/Tx|Mark where it hurts|Mark where it hurts|' <all || fail 'no field for where it hurts'
has -x '4|/Tx|Next visit|Next visit|' <all || fail 'the line for the next visit'
! has -i stamp <all || fail 'what the practice stamps is a field'
has -x '4|/Btn|When does it hurt most, Morning|When does it hurt most, Morning|Off' <all || fail 'a box without its question'
[ "$(pages form.pdf)" -eq "$(pages plain.pdf)" ] || fail 'fields take a page'
[ $(($(wc -c <form.pdf) - $(wc -c <plain.pdf))) -le 25600 ] || fail "25 KB more: $(wc -c plain.pdf form.pdf)"
ok --out card.pdf --parts card --fillable
[ "$(fields card.pdf | wc -l)" -eq 72 ] || fail "the card has $(fields card.pdf | wc -l) fields"
for paper in letter a4 legal a5 half-letter; do
    ok --out "$paper.pdf" --paper "$paper" --fillable --practice-name 'Willow Creek' --phone '(555) 010-4477'
    ok --out "$paper-large.pdf" --paper "$paper" --fillable --large-print --parts worksheet
    sound "$paper.pdf" "$paper-large.pdf"
done
sound form.pdf card.pdf

# Empty fields show nothing, in whatever viewer.
for file in form card; do
    pdftoppm -r 40 "$file.pdf" with && pdftoppm -r 40 -hide-annotations "$file.pdf" without
    for page in with-*.ppm; do
        same_bytes "$page" "without${page#with}"
    done
    rm ./*.ppm
done

# A tracker that goes on, lines without words, and boxes in a table are called so that each is another.
"$DGS_PDF" init -q --content edited
printf '# T\n\nAsk.\n\n## Your 14 days\n\n- [ ] A. b\n- [x] done\n- [ ] {{client.name|me}}\n\nName: ___\n\n___\n\n%s\n%s\n%s\n' \
    '| Day | Walk |' '| --- | --- |' '| Monday | [ ] |' >edited/worksheet.md
ok --out edited.pdf --content edited --parts worksheet --fillable --client Zebulon --note Znote
sound edited.pdf
fields edited.pdf | cut -d '|' -f 3 >names
printf '%s\n' 'Your 14 days, A  b' 'Your 14 days' 'Name' 'Name 2' 'Monday, Walk' | diff - names >&2 || fail 'the names'
! fields edited.pdf | has -E 'Zebulon|Znote' || fail 'a field names the client'

# Thousands with one name are numbered, and one that is called like a number passes it over.
{
    printf '# T\n\n## Your 14 days\n\nGo on.\n\n## Ask\n\n- [ ] a 3\n'
    for list in 1 2 3; do
        printf '\nAgain %d.\n\n' $list
        seq 2000 | sed 's/.*/- [ ] a/'
    done
} >edited/worksheet.md
ok --out many.pdf --content edited --parts worksheet --fillable
fields many.pdf | cut -d '|' -f 3 >names
{ printf 'Ask, a%s\n' ' 3' '' ' 2'; seq -f 'Ask, a %.0f' 4 6001; } | diff -q - names >&2 || fail "the names of many: $(head -n 5 names)"

# Option, profile and list say the same.
printf 'fillable = yes\n' >yes.ini
printf 'fillable = no\n' >no.ini
ok --out profile.pdf --profile yes.ini
same_bytes profile.pdf form.pdf
ok --out profile.pdf --profile no.ini
same_bytes profile.pdf plain.pdf
ok --out profile.pdf --profile no.ini --fillable
same_bytes profile.pdf form.pdf
ok --out profile.pdf --profile yes.ini --no-fillable
same_bytes profile.pdf plain.pdf
refuses 2 '--fillable and --no-fillable are both given' --fillable --no-fillable
refuses 2 '--fillable and --no-fillable are both given' --no-fillable --fillable
printf 'fillable = yess\n' >wrong.ini
refuses 65 "wrong.ini:1: fillable .*yes" --profile wrong.ini
printf 'name,fillable,parts\nA,yes,\nB,no,\nC,,\nD,yes,\nE,yes,card\nF,yes,card\n' >list.csv
run batch list.csv --out-dir made --jobs 1
[ "$code" -eq 0 ] || fail "the batch ends with $code"
while read -r name more; do
    read -ra more <<<"$more"
    ok --out alone.pdf --practice-name "$name" "${more[@]}"
    same_bytes alone.pdf made/*-"$name".pdf
done <<'EOF'
A --fillable
B
C
D --fillable
E --fillable --parts card
F --fillable --parts card
EOF

refuses 2 'remove --booklet' --booklet --fillable
refuses 2 'add --no-fillable' --booklet --profile yes.ini
ok --out booklet.pdf --booklet --profile yes.ini --no-fillable
