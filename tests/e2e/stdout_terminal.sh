#!/bin/bash
# --out - is refused where standard output is a terminal.
. "$DGS_SRC/tests/e2e/lib.sh"

code=0
script -qec "'$DGS_PDF' --out - 2>'$tmp/err'" "$tmp/typescript" </dev/null >"$tmp/terminal" 2>&1 || code=$?
: >"$tmp/out"
ended 2 'terminal'
! grep -qa '%PDF' "$tmp/terminal" || fail 'the PDF went to the terminal'
