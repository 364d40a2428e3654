#!/bin/bash
# A PNG that claims 100,000 x 100,000 pixels: exit code 65, at once and without the memory.
. "$DGS_SRC/tests/e2e/lib.sh"

for kind in huge huge-side huge-area; do
    python3 "$tools/makepng.py" $kind $kind.png
    [ "$(stat -c %s $kind.png)" -lt 1000 ] || fail 'the test picture is not small'
    refuses 65 "$kind\.png" --logo $kind.png
done
if [ -z "${DGS_SANITIZE-}" ]; then
    (ulimit -v 200000 && "$DGS_PDF" --out handout.pdf --logo huge.png) 2>"$tmp/err" && fail 'it was taken'
    one_line 'huge\.png'
fi
