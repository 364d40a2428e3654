#!/bin/bash
# attack.sh BUILD [SEED]: all attacks at length, on the program as it ships and on the one with sanitizers; an hour or two.
# Fewer of a kind: PICTURES, WORDS, LISTS, KILLS and SWAPS are how many; 0 pictures or words are all that there are.
set -euo pipefail
here=$(dirname "$0")
corpus=$1/attack/corpus
"$here/corpora.sh" "$corpus"
fixtures=$(dpkg -L librsvg2-tests | awk '/\/fixtures$/ && !n++')
[ -z "${2-}" ] || export DGS_SEED=$2
export PYTHONDONTWRITEBYTECODE=1
for tree in release asan; do
    export ASAN_OPTIONS=exitcode=99:detect_leaks=1 UBSAN_OPTIONS=exitcode=99:print_stacktrace=1 LSAN_OPTIONS=exitcode=99
    echo "$tree: pictures"
    python3 "$here/pictures.py" "$1/$tree/dgs-pdf" "${PICTURES:-0}" "$corpus/files" "$fixtures"
    echo "$tree: words"
    python3 "$here/words.py" "$1/$tree/dgs-pdf" "${WORDS:-0}"
    echo "$tree: lists"
    python3 "$here/lists.py" "$1/$tree/dgs-pdf" "${LISTS:-1000}"
done
echo 'release: kills'
python3 "$here/kills.py" "$1/release/dgs-pdf" "${KILLS:-200}"
echo 'release: swaps'
python3 "$here/swaps.py" "$1/release/dgs-pdf" "${SWAPS:-10}"
