#!/bin/bash
# Standard output that is closed, or a reader that goes away: exit code 74, no signal.
. "$DGS_SRC/tests/e2e/lib.sh"

: >"$tmp/out"
code=0
"$DGS_PDF" --out - 2>"$tmp/err" >&- || code=$?
ended 74 'standard output'
mkfifo pipe
head -c 1 pipe >/dev/null &
code=0
"$DGS_PDF" --dump layout 2>"$tmp/err" >pipe || code=$?
wait
[ "$code" -eq 74 ] || [ "$code" -eq 0 ] || fail "exit code $code"
