#!/bin/bash
# Fuzzes each target for some minutes, `campaign.sh FOLDER MINUTES [TARGET...]`: FOLDER is a build by the preset "fuzz".
# What is found grows FOLDER/corpus/TARGET; an input that breaks the program stays in FOLDER/faults. Afterwards every PDF
# that the corpora make is held against our checker and qpdf. With MINUTES "minimise" nothing is fuzzed, but
# tests/fuzz/corpus/TARGET becomes a small set of small inputs that reaches all code that these folders' inputs do. What
# once broke the program stays there: those inputs are named fault-...
set -euo pipefail
folder=$(realpath "$1") minutes=$2
shift 2
here=$(realpath "$(dirname "$0")")
: "${DGS_SRC:=$(dirname "$(dirname "$here")")}"
export DGS_SRC
[ $# -gt 0 ] || set -- profile list book svg png jpeg webp icc content handout row
mkdir -p "$folder/faults" "$folder/tmp" "$folder/log"
export ASAN_OPTIONS=detect_leaks=1 TMPDIR=$folder/tmp
common=(-timeout=25 -rss_limit_mb=1500 -artifact_prefix="$folder/faults/")

# minimise TARGET: how often an input goes through a piece of code does not count, nor what only a long input reaches.
minimise() {
    local kept=$DGS_SRC/tests/fuzz/corpus/$1
    rm -rf "$folder/minimal"
    mkdir -p "$folder/minimal" "$kept" "$folder/corpus/$1"
    find "$kept" -maxdepth 1 -type f -name 'fault-*' -exec cp {} "$folder/minimal" \;
    "$folder/tests/fuzz_$1" -set_cover_merge=1 -use_counters=0 -max_len=4096 "$folder/minimal" "$kept" \
        "$folder/corpus/$1" </dev/null >"$folder/log/$1.minimise" 2>&1
    find "$kept" -maxdepth 1 -type f ! -name 'fault-*' -delete
    find "$folder/minimal" -type f ! -name 'fault-*' -exec mv {} "$kept" \;
    echo "$1: $(find "$kept" -type f | wc -l) inputs, $(du -sb "$kept" | cut -f 1) bytes"
}

fuzz() {
    local corpus=$folder/corpus/$1 kept=$DGS_SRC/tests/fuzz/corpus/$1 dict=$here/dict/$1.dict
    mkdir -p "$corpus" "$kept"
    [ ! -f "$dict" ] || set -- "$1" "-dict=$dict"
    echo "$1: $minutes minutes"
    "$folder/tests/fuzz_$1" "${common[@]}" "${@:2}" -max_total_time=$((minutes * 60)) -print_final_stats=1 "$corpus" "$kept" \
        </dev/null >"$folder/log/$1" 2>&1 || { tail -n 40 "$folder/log/$1"; exit 1; }
    grep -aE '^stat::(number_of_executed_units|average_exec)|DONE' "$folder/log/$1"
    DGS_SRC=$DGS_SRC bash "$here/replay.sh" "$folder/tests/fuzz_$1" -runs=0 "$corpus" >"$folder/log/$1.pdfs" 2>&1 ||
        { tail -n 40 "$folder/log/$1.pdfs"; exit 1; }
    tail -n 1 "$folder/log/$1.pdfs"
}

for target in "$@"; do
    if [ "$minutes" = minimise ]; then
        minimise "$target"
    else
        fuzz "$target"
    fi
done
