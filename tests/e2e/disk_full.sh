#!/bin/bash
# A full disk: exit code 74, nothing left behind, the old handout as it was.
. "$DGS_SRC/tests/e2e/lib.sh"

code=0
"$DGS_PDF" --out /dev/full >"$tmp/out" 2>"$tmp/err" || code=$?
ended 74 'space|full'
[ "$(id -u)" -eq 0 ] && unshare -m true 2>/dev/null || skip 'a small disk takes root; /dev/full was tried'
cat >inside.sh <<'.'
mount -t tmpfs -o size=16k none disk && printf 'an old handout' >disk/handout.pdf || exit 1
for file in disk/handout.pdf disk/new.pdf; do
    "$DGS_PDF" --out $file >"$1/out" 2>"$1/err"
    code=$?
    [ $code -eq 74 ] || { echo "exit code $code for $file"; cat "$1/err"; exit 1; }
done
[ "$(ls -A disk)" = handout.pdf ] && [ "$(cat disk/handout.pdf)" = 'an old handout' ] || { ls -lA disk; exit 1; }
[ "$(stat -f -c %b disk)" -gt "$(stat -f -c %f disk)" ] # the disk was the small one
.
mkdir disk
export DGS_PDF
unshare -m sh inside.sh "$tmp" >log 2>&1 || fail "on a small disk: $(cat log)"
ended 74 'space|full'
