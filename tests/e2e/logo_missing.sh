#!/bin/bash
# A logo that is not there, may not be read or is a folder: exit code 66.
. "$DGS_SRC/tests/e2e/lib.sh"

refuses 66 'none\.png' --logo none.png
refuses 66 'folder' --logo .
if [ "$(id -u)" -eq 0 ]; then
    public_copy
    cp "$DGS_SRC/fonts/OFL.txt" secret.png && chmod 600 secret.png && chmod 777 .
    code=0
    setpriv --reuid=65534 --regid=65534 --clear-groups "$tmp/dgs-pdf" --out handout.pdf --logo secret.png >"$tmp/out" 2>"$tmp/err" || code=$?
else
    : >secret.png && chmod 000 secret.png
    run --out handout.pdf --logo secret.png
fi
ended 66 'secret\.png'
[ ! -e handout.pdf ] || fail 'something was written'
