#!/bin/bash
# A folder that may not be written to: exit code 73, and the old file is kept.
. "$DGS_SRC/tests/e2e/lib.sh"

mkdir closed
printf old >closed/handout.pdf
if [ "$(id -u)" -eq 0 ]; then
    public_copy
    chmod 755 . closed
    as_user="setpriv --reuid=65534 --regid=65534 --clear-groups $tmp/dgs-pdf"
else
    chmod 555 closed
    as_user=$DGS_PDF
fi
for file in closed/new.pdf closed/handout.pdf; do
    code=0
    $as_user --out $file >"$tmp/out" 2>"$tmp/err" || code=$?
    ended 73 'closed'
done
[ "$(ls -A closed)" = handout.pdf ] || fail "something was written: $(ls -A closed)"
[ "$(cat closed/handout.pdf)" = old ] || fail 'the old handout is lost'
