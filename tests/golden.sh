#!/bin/bash
# Compares what the program makes with a golden case: `golden.sh tests/golden/CASE`. A case is a folder with
#   args      the program's arguments, one a line
# and any of
#   content   --dump content
#   layout    --dump layout
#   tags      the tag tree with its words, as our own reader sees it
#   text      the words as pdftotext gives them
#   heard     what a listener hears (tests/tools/listen.py)
# DGS_UPDATE=1 writes them anew; look at the difference before you commit it.
set -euo pipefail
export PYTHONDONTWRITEBYTECODE=1
: "${DGS_PDF:?names the program}" "${DGS_SRC:?names the source folder}"
case_folder=$(realpath "$1")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
unset SOURCE_DATE_EPOCH
export LC_ALL=C.UTF-8
cd "$DGS_SRC"
mapfile -t args <"$case_folder/args"

"$DGS_PDF" -q --out "$tmp/handout.pdf" "${args[@]}"
"$DGS_PDF" -q --dump content "${args[@]}" >"$tmp/content"
"$DGS_PDF" -q --dump layout "${args[@]}" >"$tmp/layout"
python3 tests/tools/structcheck.py --tags "$tmp/handout.pdf" >"$tmp/tags"
pdftotext -raw "$tmp/handout.pdf" "$tmp/text"
python3 tests/tools/listen.py "$tmp/handout.pdf" >"$tmp/heard"

bad=0
for stage in content layout tags text heard; do
    [ -e "$case_folder/$stage" ] || continue
    if [ -n "${DGS_UPDATE-}" ]; then
        cp "$tmp/$stage" "$case_folder/$stage"
    elif ! diff -u --label "golden $stage" --label "$stage now" "$case_folder/$stage" "$tmp/$stage" >"$tmp/diff"; then
        head -n 60 "$tmp/diff"
        bad=1
    fi
done
exit $bad
