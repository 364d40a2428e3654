#!/bin/bash
# --labels clinical names more in the picture. In a column next to words seventeen labels take a sheet more.
. "$DGS_SRC/tests/e2e/lib.sh"

for paper in letter a4; do
    ok --out patient.pdf --paper $paper --labels patient
    ok --out default.pdf --paper $paper
    same_bytes patient.pdf default.pdf
    ok --out clinical.pdf --paper $paper --labels clinical
    [ "$(pages clinical.pdf)" -le 6 ] || fail "$paper: $(pages clinical.pdf) pages"
    for words in 'Sit bone' Sacrotuberous 'Obturator internus' 'Quadratus femoris' Gemelli Coccyx; do
        says clinical.pdf "$words" 2
    done
    says patient.pdf 'Thigh bone' 2
    for words in 'Sit bone' 'Hip bone' 'Obturator internus'; do # which the text for patients never speaks of
        says_not patient.pdf "$words"
    done
done
