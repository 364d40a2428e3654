#!/bin/bash
# Letters whose glyphs are parts of others' are letters of their own in every face, and the fonts' maps say which; and
# the judge sees where some are not shown.
set -euo pipefail
tool=$DGS_SRC/tests/tools/letters.py
python3 "$tool" shown "$DGS_MATRIX"/letters-*.pdf
if python3 "$tool" shown "$DGS_MATRIX"/letters-1.pdf >/dev/null; then
    echo 'letters of the other files were not missed' >&2
    exit 1
fi
