#!/bin/bash
# --booklet: half sheets with body text of 12 points, two on each side of the paper in the order for folding; it says
# that it is for paper, and conforms as other handouts do (judge/verapdf).
. "$DGS_SRC/tests/e2e/lib.sh"

for paper in letter a4; do
    run --booklet --paper $paper --out $paper.pdf --practice-name 'Willow Creek Massage'
    [ "$code" -eq 0 ] || fail "exit code $code"
    grep -q '^dgs-pdf: notice: a booklet is for printing, ' "$tmp/err" || fail "no notice"
    sides=$(pages $paper.pdf)
    [ $((sides % 2)) -eq 0 ] || fail "$sides sides: not a multiple of four pages"
    n=$((2 * sides))
    for ((side = 1; side <= sides; side++)); do
        # Folded, the outer sheet carries the last page beside the first, its back the second beside the one before last.
        low="Page $side of $n" high="Page $((n + 1 - side)) of $n"
        if ((side % 2)); then left=$high right=$low; else left=$low right=$high; fi
        found=$(pdftotext -layout -f $side -l $side $paper.pdf - | grep -o "Page [0-9]* of $n" | paste -sd ' ')
        [ "$found" = "$left $right" ] || fail "$paper, side $side: $found, not $left $right"
    done
    pdfinfo -meta $paper.pdf | has '<pdfuaid:part>1<' || fail "no claim of PDF/UA"
    pdfinfo -meta $paper.pdf | has '<pdfaid:part>2<' || fail "no claim of PDF/A"
    ok --booklet --paper $paper --dump layout
    awk '$6 == "text" && $7 == "para" && $9 != "11:" && $9 != "12:" { exit 1 }' "$tmp/out" || fail "body text is scaled"
    qpdf --check $paper.pdf >/dev/null || fail "qpdf does not like it"
done
pdfinfo letter.pdf | grep -q '792 x 612' || fail "not Letter on its side"
refuses 2 'booklet' --booklet --paper a5
