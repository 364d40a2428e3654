#!/bin/bash
# cmake --install puts program, man page, bill of materials and library in place, and the installed program stands alone.
. "$DGS_SRC/tests/e2e/lib.sh"

DESTDIR=$tmp/root cmake --install "$DGS_BUILD" >"$tmp/log" || fail "$(cat "$tmp/log")"
program=$(find "$tmp/root" -type f -name dgs-pdf)
[ -x "$program" ] || fail 'no program'
page=$(find "$tmp/root" -type f -name dgs-pdf.1)
[ -s "$page" ] || fail 'no man page'
bill=$(find "$tmp/root" -type f -name dgs-pdf.spdx.json)
for end in lib/libdgs-handout.a include/dgs-handout.h lib/pkgconfig/dgs-handout.pc; do
    find "$tmp/root" -type f | has "/$end$" || fail "no $end"
done
[ "$(find "$tmp/root" -type f ! -name "dgs-pdf-cjk.*" | wc -l)" -eq 6 ] || fail "not six files: $(find "$tmp/root" -type f)"
case $page in */share/man/man1/dgs-pdf.1) ;; *) fail "the man page is at $page" ;; esac
case $bill in */share/doc/dgs-pdf/dgs-pdf.spdx.json) ;; *) fail "the bill of materials is at $bill" ;; esac
sum=$(sha256sum <"$program")
has -F "${sum%% *}" <"$bill" || fail 'the bill of materials is that of another program'
"$program" -q --out installed.pdf
ok --out built.pdf
same_bytes installed.pdf built.pdf

# `make uninstall` removes what the last installation from a folder put there, and says where there was none.
mkdir -p build/release "$tmp/usr/bin"
touch "$tmp/usr/bin/dgs-pdf" "$tmp/usr/bin/dgs pdf" "$tmp/usr/bin/other"
! make -f "$DGS_SRC/Makefile" uninstall 2>"$tmp/err" || fail 'make uninstall removes something'
grep -q '^nothing was installed from here' "$tmp/err" || fail 'make uninstall does not say that nothing is there'
printf '/bin/dgs-pdf\n/bin/dgs pdf\n' >build/release/install_manifest.txt
make -f "$DGS_SRC/Makefile" uninstall DESTDIR="$tmp/usr" || fail 'make uninstall fails'
[ "$(ls "$tmp/usr/bin")" = other ] || fail "make uninstall leaves $(ls "$tmp/usr/bin")"
