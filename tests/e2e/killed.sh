#!/bin/bash
# A program that is killed while it works leaves the old handout whole.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --out handout.pdf
cp handout.pdf before.pdf
ok --out after.pdf --color '#123456'
for delay in 0.001 0.003 0.005 0.008 0.02; do
    (timeout -s KILL $delay "$DGS_PDF" -q --out handout.pdf --color '#123456') >/dev/null 2>&1 || true
    cmp -s handout.pdf before.pdf || same_bytes handout.pdf after.pdf
done
