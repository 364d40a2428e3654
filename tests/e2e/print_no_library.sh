#!/bin/bash
# libcups is opened by the two commands that print alone; where it is missing they say what to install.
. "$DGS_SRC/tests/e2e/lib.sh"

! ldd "$DGS_PDF" | has cups || fail 'the program is linked to libcups'
library=$(ldconfig -p | sed -n 's/.*libcups\.so\.2 .* => //p' | head -n 1)
[ -n "$library" ] || skip 'libcups2 is not installed'
LD_DEBUG=files run --out traced.pdf
! has libcups <"$tmp/err" || fail 'a handout in a file opens libcups'
[ "$(id -u)" -eq 0 ] && unshare -m true 2>/dev/null || skip 'hiding a library takes root'
for command in print printers; do
    code=0
    unshare -m sh -c 'mount --bind /dev/null "$1" && shift && exec "$@"' sh "$(realpath "$library")" \
        "$DGS_PDF" $command >"$tmp/out" 2>"$tmp/err" || code=$?
    ended 69 'printing needs the library libcups, which is not installed: install it .*apt install libcups2.*handout.pdf'
done
unshare -m sh -c 'mount --bind /dev/null "$1" && shift && exec "$@"' sh "$(realpath "$library")" \
    "$DGS_PDF" -q --out without.pdf || fail 'a handout in a file needs libcups'
same_bytes without.pdf traced.pdf
