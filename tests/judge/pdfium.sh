#!/bin/bash
# pdfium reads every word of every handout; and the judge sees a word that is not there, and one that is lost.
set -euo pipefail
tool=$DGS_SRC/tests/tools/pdfium/words.py
PYTHONPATH=$("$DGS_SRC/tests/tools/fetched.sh" pdfium)
export PYTHONPATH
python3 "$tool" "$DGS_MATRIX"/*.pdf
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cp "$DGS_MATRIX/a4.pdf" "$tmp"
one=$tmp/a4.pdf content=$DGS_MATRIX/a4.content
for breach in 's/Drink water/Drink wine/' 's/massage/message/'; do
    sed "$breach" "$content" >"${one%.pdf}.content"
    ! cmp -s "$content" "${one%.pdf}.content" || { echo "nothing was changed by: $breach" >&2; exit 1; }
    if python3 "$tool" "$one" >/dev/null; then
        echo "not seen: $breach" >&2
        exit 1
    fi
done
