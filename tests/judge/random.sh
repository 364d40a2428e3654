#!/bin/bash
# A handful of random handouts before all judges, always the same; `make random` draws others by the thousand. The
# judges see what is planted: a wrong word, a wrong page, a broken file, a refusal that is none.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 "$DGS_SRC/tests/random/planted.py" "$DGS_PDF" "$DGS_MATRIX/custom-article.pdf" "$tmp"
python3 "$DGS_SRC/tests/random/run.py" "$DGS_PDF" "$tmp/random" --seed 5 --cases 4,5,9,11,17,18,20,22,25,26,27,28 --jobs 1
