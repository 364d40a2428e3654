#!/bin/bash
# Without options but --out: four pages on Letter and on A4, at most 90,000 bytes: half of them are for the pictures.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --out letter.pdf
ok --out a4.pdf --paper a4
for paper in letter a4; do
    [ "$(pages $paper.pdf)" -eq 4 ] || fail "$paper: $(pages $paper.pdf) pages, not 4"
    size=$(stat -c %s $paper.pdf)
    [ "$size" -le 90000 ] || fail "$paper: $size bytes, 90,000 are allowed"
done
sizes() { pdfinfo -l 99 "$1" | awk '/^Page .*size:/ { print $4, $6 }' | sort -u; }
[ "$(sizes letter.pdf)" = '612 792' ] || fail "Letter is $(sizes letter.pdf)"
sizes a4.pdf | awk '{ exit !(NR == 1 && $1 > 595 && $1 < 595.5 && $2 > 841.6 && $2 < 842.1) }' || fail "A4 is $(sizes a4.pdf)"
says letter.pdf '5 Easy Steps to Better Health' 1
says letter.pdf 'Why does it hurt?' 2
says letter.pdf 'Get help and stay safe' 3
says letter.pdf 'Your 14 days' 4
