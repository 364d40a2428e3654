#!/bin/bash
# pdf.js reads the content's words in the order of the tags; and it sees where they are others.
set -euo pipefail
tool=$DGS_SRC/tests/tools/pdfjs.py
python3 "$tool" "$DGS_MATRIX"/*.pdf
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cp "$DGS_MATRIX/default.pdf" "$DGS_MATRIX/default.layout" "$tmp"
sed 's/Drink water/Water drink/' "$DGS_MATRIX/default.content" >"$tmp/default.content"
if python3 "$tool" "$tmp/default.pdf" >"$tmp/said"; then
    echo 'pdf.js did not see that words were changed' >&2
    exit 1
fi
