#!/bin/bash
# The page in WebKitGTK, the engine of Safari, as a person uses it (browser.py).
. "$DGS_SRC/tests/web/lib.sh"
python3 "$DGS_SRC/tests/web/browser.py" webkit "$page" "$DGS_PDF" "$tmp"
