#!/bin/bash
# With a stack too small for its work the program says so with 75, and no row is called bad; with enough of it, it works.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/rows.py" 3 >list.csv
ulimit -S -s 64
run batch list.csv --out-dir out
ended 75 'the stack is limited to 64 KB, and 512 KB are needed: raise the limit \(ulimit -s\)'
run --out a.pdf
ended 75 'the stack is limited to 64 KB'
[ ! -e out ] && [ ! -e a.pdf ] || fail 'something was written'
ulimit -S -s 512
ok batch list.csv --out-dir out
[ "$(find out -name '*.pdf' | wc -l)" -eq 3 ] || fail "made: $(ls out)"
