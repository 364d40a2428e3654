#!/bin/bash
# A low limit of the stack is raised where it may be; else that is told, with the code of what passes, and no worker dies.
. "$DGS_SRC/tests/e2e/lib.sh"
[ -z "${DGS_SANITIZE:-}" ] || skip 'sanitizers need a stack of their own before the program begins'

printf 'name\nA\nB\n' >list.csv
for kilobytes in 64 128 1024; do
    code=0
    (ulimit -S -s $kilobytes && exec "$DGS_PDF" batch list.csv --out-dir out --no-profile -q) >"$tmp/out" 2>"$tmp/err" || code=$?
    [ $code -eq 0 ] && [ ! -s "$tmp/err" ] || fail "exit code $code with a stack of $kilobytes KB that can be raised"
    rm -r out
done
(ulimit -s 1024 && exec "$DGS_PDF" batch list.csv --out-dir out --no-profile -q) || fail 'a stack of 1 MB is too small'
rm -r out
code=0
(ulimit -s 128 && exec "$DGS_PDF" batch list.csv --out-dir out --no-profile -q) >"$tmp/out" 2>"$tmp/err" || code=$?
ended 75 '^dgs-pdf: the stack is limited to less than 1 MB: raise the limit \(ulimit -s 8192\)$'
[ ! -e out ] || fail 'something was made'
