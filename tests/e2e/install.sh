#!/bin/bash
# cmake --install puts program and man page in place, and the installed program stands alone.
. "$DGS_SRC/tests/e2e/lib.sh"

DESTDIR=$tmp/root cmake --install "$DGS_BUILD" >"$tmp/log" || fail "$(cat "$tmp/log")"
program=$(find "$tmp/root" -type f -name dgs-pdf)
[ -x "$program" ] || fail 'no program'
page=$(find "$tmp/root" -type f -name dgs-pdf.1)
[ -s "$page" ] || fail 'no man page'
[ "$(find "$tmp/root" -type f | wc -l)" -eq 2 ] || fail "more than two files: $(find "$tmp/root" -type f)"
case $page in */share/man/man1/dgs-pdf.1) ;; *) fail "the man page is at $page" ;; esac
"$program" -q --out installed.pdf
ok --out built.pdf
same_bytes installed.pdf built.pdf
