#!/bin/bash
# The program needs no file of the source tree: it works where that is hidden.
. "$DGS_SRC/tests/e2e/lib.sh"

[ "$(id -u)" -eq 0 ] && unshare -m true 2>/dev/null || skip 'hiding a folder takes root'
ok --out before.pdf
public_copy
unshare -m sh -c 'mount -t tmpfs none "$1" && [ -z "$(ls -A "$1")" ] && exec "$2" -q --out after.pdf' sh "$DGS_SRC" "$tmp/dgs-pdf" ||
    fail 'it does not work without its source tree'
same_bytes before.pdf after.pdf
