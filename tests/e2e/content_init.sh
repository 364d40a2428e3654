#!/bin/bash
# `init-content` gives a folder that makes the same handout.
. "$DGS_SRC/tests/e2e/lib.sh"

run init-content words
[ "$code" -eq 0 ] || fail "exit code $code"
for file in README.md handout.md guide.md emergency.md piriformis.svg walking.svg; do
    [ -s "words/$file" ] || fail "no $file"
done
for paper in letter a4; do
    "$DGS_PDF" -q --paper "$paper" --dump layout >"$paper.builtin"
    "$DGS_PDF" -q --paper "$paper" --dump layout --content words >"$paper.words"
    same_bytes "$paper.builtin" "$paper.words"
done
sed -i 's/Drink water/Sip some soup/' words/guide.md
sed -i 's/<path /<path stroke-dasharray="1 1" /' words/walking.svg
ok --out other.pdf --content words
says other.pdf 'Sip some soup' 1
