#!/bin/bash
# The page in Chromium, as a person uses it (browser.py).
. "$DGS_SRC/tests/web/lib.sh"
python3 "$DGS_SRC/tests/web/browser.py" chromium "$page" "$DGS_PDF" "$tmp"
