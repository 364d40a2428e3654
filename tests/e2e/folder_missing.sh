#!/bin/bash
# An output folder that does not exist: exit code 73, and it is not made.
. "$DGS_SRC/tests/e2e/lib.sh"

run --out none/handout.pdf
ended 73 'none'
[ -z "$(ls -A)" ] || fail "something was written: $(ls -A)"
: >file
run --out file/handout.pdf
ended 73 'file'
run --out .
ended 73 '\.'
mkdir handout.pdf
run --out handout.pdf
ended 73 'handout\.pdf'
[ "$(find . | sort | tr '\n' ' ')" = '. ./file ./handout.pdf ' ] || fail "something was written: $(find .)"
run --out "$(printf 'a%.0s' $(seq 300)).pdf"
ended 73 'aaa'
