#!/bin/bash
# Counts the instructions of one handout and of one row of a batch, by room and library: `profile.sh SOURCE FOLDER`.
# FOLDER keeps callgrind's files and the summary, profile.txt. The same program gives the same figures each time.
set -euo pipefail
source=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
export PYTHONDONTWRITEBYTECODE=1
# As it ships, but the binary tells which source file each instruction is of.
cmake -S "$source" -B "$folder/build" -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS=-g -DBUILD_TESTING=OFF >/dev/null
cmake --build "$folder/build" --parallel "$(nproc)" >/dev/null
rm -f "$folder"/{handout,few,many}.[0-9]*
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
export XDG_CONFIG_HOME=$tmp XDG_CONFIG_DIRS=$tmp HOME=$tmp
unset SOURCE_DATE_EPOCH DGS_PDF_PROFILE

count() { # NAME ARGS...
    valgrind --tool=callgrind --trace-children=yes --callgrind-out-file="$folder/$1.%p" \
        "$folder/build/dgs-pdf" "${@:2}" 2>/dev/null
}

python3 "$source/tests/bench/words.py" "$folder/build/dgs-pdf" "$tmp" 25
head -n 6 practices.csv >few.csv
count handout -q --out handout.pdf
count few batch few.csv -q --out-dir few --jobs 1
count many batch practices.csv -q --out-dir many --jobs 1
[ "$(grep -c '"bytes"' many/manifest.jsonl)" -eq 25 ] || { echo 'the batch is not made' >&2; exit 1; }
python3 "$source/tests/bench/profile.py" "$folder" | tee "$folder/profile.txt"
