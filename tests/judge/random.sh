#!/bin/bash
# A handful of random handouts before all judges, always the same; `make random` draws others by the thousand. The
# judges see what is planted: a wrong word, a wrong page, a broken file, a refusal that is none.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 "$DGS_SRC/tests/random/planted.py" "$DGS_PDF" "$DGS_MATRIX/custom-article.pdf" "$tmp"
fonts=$DGS_SRC/build/dgs-pdf-cjk.fonts
[ ! -e "$fonts" ] || export DGS_FONTS=$fonts # then practices of all scripts turn up
python3 "$DGS_SRC/tests/random/run.py" "$DGS_PDF" "$tmp/random" --seed 20261130 --count 12 --jobs 1
