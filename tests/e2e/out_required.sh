#!/bin/bash
# Without --out: exit code 2, and the sentence says what to write.
. "$DGS_SRC/tests/e2e/lib.sh"

run
ended 2 '--out'
run --practice-name Anna
ended 2 '--out'
run --out ''
ended 2 '--out|out'
[ -z "$(ls -A)" ] || fail "something was written: $(ls -A)"
