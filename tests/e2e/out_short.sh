#!/bin/bash
# -o is --out.
. "$DGS_SRC/tests/e2e/lib.sh"

ok -o short.pdf
ok --out long.pdf
ok --out=joined.pdf
same_bytes short.pdf long.pdf
same_bytes joined.pdf long.pdf
