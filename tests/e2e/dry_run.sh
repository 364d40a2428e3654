#!/bin/bash
# --dry-run checks everything and writes nothing.
. "$DGS_SRC/tests/e2e/lib.sh"

run --dry-run
[ "$code" -eq 0 ] || fail "exit code $code"
one_line '^the handout: 4 pages, [0-9]+ KB; nothing was written$'
echo old >handout.pdf
run -n --out handout.pdf --practice-name Willow
[ "$code" -eq 0 ] || fail "exit code $code"
one_line '^handout.pdf: 4 pages, [0-9]+ KB; nothing was written$'
[ "$(cat handout.pdf)" = old ] || fail "the old handout is lost"
[ "$(find . -type f | wc -l)" -eq 1 ] || fail "something was written"
run -n --phone 12
ended 65 'is too short'
