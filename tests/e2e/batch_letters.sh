#!/bin/bash
# Letters whose glyphs are parts of others': a row of a batch that brings them to a content that has the others has the
# bytes of the handout that is made alone, and the fonts' maps tell all of them.
. "$DGS_SRC/tests/e2e/lib.sh"

ok init-content letters
python3 "$tools/letters.py" markdown >>letters/article.md
python3 "$tools/letters.py" lines >lines
python3 - <<'EOF_PYTHON'
import csv
rows = [["name", "tagline", "address"], ["Willow Creek Massage", "", ""]]
for line in open("lines", encoding="utf-8"):
    parts, wholes = line.rstrip("\n").split("\t")
    rows += [[parts, parts, wholes], [wholes, parts, ""]]
csv.writer(open("list.csv", "w", newline="", encoding="utf-8")).writerows(rows)
EOF_PYTHON
for ink in '' --ink=saver; do
    ok batch list.csv --out-dir "made$ink" --no-profile --jobs 1 --file-name '{n}.pdf' --content letters ${ink:+"$ink"}
    n=1
    while IFS=$'\t' read -r parts wholes; do
        n=$((n + 1))
        ok --out alone.pdf --no-profile --content letters ${ink:+"$ink"} --practice-name "$parts" --tagline "$parts" --address "$wholes"
        same_bytes alone.pdf "made$ink/$n.pdf"
        n=$((n + 1))
        ok --out alone.pdf --no-profile --content letters ${ink:+"$ink"} --practice-name "$wholes" --tagline "$parts"
        same_bytes alone.pdf "made$ink/$n.pdf"
    done <lines
done
python3 "$tools/letters.py" shown made*/*.pdf >&2
