#!/bin/bash
# The page in Firefox, as a person uses it (browser.py).
. "$DGS_SRC/tests/web/lib.sh"
python3 "$DGS_SRC/tests/web/browser.py" firefox "$page" "$DGS_PDF" "$tmp"
