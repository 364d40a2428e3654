#!/bin/bash
# valgrind finds no fault and no leak in the program as it ships.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/makepng.py" rgb-alpha8 logo.png
memcheck() { valgrind --quiet --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite,indirect "$DGS_PDF" -q "$@"; }
memcheck --out handout.pdf --practice-name 'Anna Perez' --logo logo.png || fail "exit code $?"
code=0
memcheck --out none/handout.pdf 2>"$tmp/err" || code=$?
[ "$code" -eq 73 ] || fail "exit code $code"
