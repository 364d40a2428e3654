#!/bin/bash
# LibreOffice sees in workbooks what we see, and what it writes we read as the same: always the same ones, by lot
# (tests/tools/workbooks.py; another seed draws others).
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 "$DGS_SRC/tests/tools/workbooks.py" "$DGS_PDF" "$tmp/books" 8
