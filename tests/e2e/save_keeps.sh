#!/bin/bash
# A handout that is replaced keeps its permissions; a link to it stays a link.
. "$DGS_SRC/tests/e2e/lib.sh"

printf old >real.pdf
chmod 640 real.pdf
ln -s real.pdf link.pdf
ok --out link.pdf
[ -L link.pdf ] || fail 'the link became a file'
[ "$(stat -c %a real.pdf)" = 640 ] || fail "the permissions are $(stat -c %a real.pdf)"
head -c 5 real.pdf | has '%PDF-' || fail 'the file was not replaced'
(umask 027 && "$DGS_PDF" -q --out fresh.pdf)
[ "$(stat -c %a fresh.pdf)" = 640 ] || fail "a new file has the permissions $(stat -c %a fresh.pdf)"
[ "$(ls -A | wc -l)" -eq 3 ] || fail "something was left behind: $(ls -A)"
