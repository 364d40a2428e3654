#!/bin/bash
# A warning is printed and the handout made; with --strict nothing is, and the code is 3. A notice never stops anything.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/makepng.py" rgb8 coarse.png 30 20
run --out handout.pdf --practice-name Willow --logo coarse.png
[ "$code" -eq 0 ] || fail "exit code $code"
grep -q '^dgs-pdf: warning: the logo in coarse.png ' "$tmp/err" || fail "no warning"
[ -s handout.pdf ] || fail "no handout"
run -q --out handout.pdf --practice-name Willow --logo coarse.png
[ "$code" -eq 0 ] && [ ! -s "$tmp/err" ] || fail "--quiet does not keep warnings quiet"
echo old >handout.pdf
run -q --strict --out handout.pdf --practice-name Willow --logo coarse.png
ended 3 '^dgs-pdf: 1 warning, and --strict is given: nothing was written$'
[ "$(cat handout.pdf)" = old ] || fail "the old handout is lost"
run --strict --out handout.pdf --practice-name Willow --color '#ffee00'
[ "$code" -eq 0 ] || fail "a notice counts as a warning"
grep -q '^dgs-pdf: notice: ' "$tmp/err" || fail "no notice of the colour"
