#!/bin/bash
# A file-size limit (SIGXFSZ, EFBIG): exit code 74, nothing left behind.
. "$DGS_SRC/tests/e2e/lib.sh"

printf 'an old handout' >handout.pdf
for file in handout.pdf new.pdf; do
    code=0
    (ulimit -f 8 && exec "$DGS_PDF" --out $file) >"$tmp/out" 2>"$tmp/err" || code=$?
    ended 74 "$file"
    [ "$(ls -A)" = handout.pdf ] || fail "something was written: $(ls -A)"
done
[ "$(cat handout.pdf)" = 'an old handout' ] || fail 'the old handout is lost'
