#!/bin/bash
# What is said of a client stands on the first page; a name and a visit cost no page, longer notes come behind the signs.
. "$DGS_SRC/tests/e2e/lib.sh"

who=(--client 'María López' --date '24 November 2026' --next-visit 'Tue 8 December' --focus '1,4')
for paper in letter a4; do
    ok --out "$paper.pdf" --paper "$paper" --practice-name 'Willow Creek' --phone 555-0142 "${who[@]}"
    [ "$(pages "$paper.pdf")" -eq 4 ] || fail "$(pages "$paper.pdf") pages on $paper"
    says "$paper.pdf" 'For María López · 24 November 2026' 1
    says "$paper.pdf" 'Next visit: Tue 8 December' 1
    [ "$(pdftotext -l 1 "$paper.pdf" - | grep -c 'Start here')" -eq 2 ] || fail 'not two steps to start with'
    says "$paper.pdf" 'Tue 8 December' 4
    says_not "$paper.pdf" 'María' 2
done
note=$(printf 'walk %.0s' $(seq 39))end.
ok --out notes.pdf "${who[@]}" --note "$note" --note "$note" --note "$note"
says notes.pdf 'Notes for you' 1
says notes.pdf 'end.' 1
says notes.pdf 911 1
python3 "$tools/structcheck.py" notes.pdf || fail 'the structure is not sound'
