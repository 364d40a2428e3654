#!/bin/bash
# Runs a fuzz target over its corpus, `replay.sh PROGRAM FOLDER...`; every PDF that comes out passes our structural
# checker and qpdf.
set -euo pipefail
program=$1
shift
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir "$tmp/out" "$tmp/tmp"
TMPDIR=$tmp/tmp DGS_FUZZ_OUT=$tmp/out "$program" "$@" </dev/null
left=$(ls -A "$tmp/tmp")
[ -z "$left" ] || { echo "left behind: $left" >&2; exit 1; }
find "$tmp/out" -name '*.pdf' -print0 >"$tmp/list"
[ -s "$tmp/list" ] || exit 0
xargs -0 python3 "$DGS_SRC/tests/tools/structcheck.py" <"$tmp/list" >"$tmp/log" 2>&1 || true
# A page that is nothing but a picture has no heading, so the targets of pictures make PDFs without bookmarks.
! grep -v -E ': (heading: no heading|bookmarks: no bookmarks)$|^structure: [0-9]+ of [0-9]+ files are sound$' "$tmp/log" || exit 1
grep -q '^structure: ' "$tmp/log" || { echo 'the structural checker said nothing' >&2; exit 1; }
while IFS= read -r -d '' pdf; do
    qpdf --check "$pdf" >"$tmp/log" 2>&1 && ! grep -i warning "$tmp/log" || { cat "$tmp/log"; exit 1; }
done <"$tmp/list"
echo "$(tr -cd '\0' <"$tmp/list" | wc -c) PDFs, all sound"
