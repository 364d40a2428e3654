#!/bin/bash
# --paper letter is what stands without --paper.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --out default.pdf
ok --out letter.pdf --paper letter
same_bytes default.pdf letter.pdf
