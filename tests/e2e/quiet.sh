#!/bin/bash
# -q: not a word; without it one line that names the file.
. "$DGS_SRC/tests/e2e/lib.sh"

run -q --out quiet.pdf
[ "$code" -eq 0 ] || fail "exit code $code"
[ ! -s "$tmp/out" ] && [ ! -s "$tmp/err" ] || fail 'words with -q'
run --out loud.pdf
[ "$code" -eq 0 ] || fail "exit code $code"
[ ! -s "$tmp/out" ] || fail 'words on standard output'
one_line 'loud\.pdf: [0-9]+ pages'
run -q --out /nowhere/at/all.pdf
ended 73 'nowhere'
run --out loud.pdf --no-sandbox
grep -q '^dgs-pdf: there is no sandbox (--no-sandbox)' "$tmp/err" || fail 'that there is no sandbox is not told'
ok --out quiet.pdf --no-sandbox
