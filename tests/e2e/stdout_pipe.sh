#!/bin/bash
# --out - writes to standard output the bytes that a file gets.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --out file.pdf --practice-name 'Anna Perez'
"$DGS_PDF" --out - --practice-name 'Anna Perez' 2>"$tmp/err" | cat >piped.pdf
[ ! -s "$tmp/err" ] || fail 'words on standard error'
same_bytes file.pdf piped.pdf
"$DGS_PDF" -q -o - --practice-name 'Anna Perez' >redirected.pdf
same_bytes file.pdf redirected.pdf
[ "$(ls)" = "$(printf 'file.pdf\npiped.pdf\nredirected.pdf')" ] || fail "something else was written: $(ls)"
