#!/bin/bash
# A practice name of 120 characters stands whole on page 1; there are still four pages.
. "$DGS_SRC/tests/e2e/lib.sh"

name='Northern Lights Therapeutic Massage, Bodywork and Movement Education for Backs, Hips and Everything That Walks in Town'
[ ${#name} -ge 115 ] || fail "the name has ${#name} characters"
for paper in letter a4; do
    ok --out $paper.pdf --practice-name "$name" --paper $paper
    [ "$(pages $paper.pdf)" -eq 4 ] || fail "$paper: $(pages $paper.pdf) pages"
    says $paper.pdf "$name" 1
done
ok --out word.pdf --practice-name "$(printf 'W%.0s' $(seq 120))"
