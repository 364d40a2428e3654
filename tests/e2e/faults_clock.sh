#!/bin/bash
# A clock that jumps, other languages and time zones, no HOME: a batch makes the same bytes.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/rows.py" 40 >list.csv
ok batch list.csv --out-dir clean
# same NAME COMMAND...: a batch that is run so
same() {
    local name=$1
    shift
    code=0
    "$@" "$DGS_PDF" batch list.csv --out-dir "$name" >"$tmp/out" 2>"$tmp/err" || code=$?
    [ $code -eq 0 ] && [ ! -s "$tmp/out" ] && [ ! -s "$tmp/err" ] || fail "$name: exit code $code"
    diff -r "$name" clean || fail "$name: another folder"
}
same french env LANG=fr_FR.UTF-8 LC_ALL=fr_FR.UTF-8 LC_NUMERIC=fr_FR.UTF-8
same zone env TZ=Pacific/Auckland
same nonsense env TZ=nowhere LC_ALL=nonsense
same homeless env -u HOME -u PATH
same empty env -i
[ -z "${DGS_SANITIZE:-}" ] || exit 0 # no preloaded libraries
lib=$(find /usr/lib -name libfaketimeMT.so.1 | head -n 1)
[ -n "$lib" ] || fail 'libfaketime is missing: install the package libfaketime'
# The times of files are left alone: a clock that jumps does not touch them.
fake=(env LD_PRELOAD="$lib" FAKETIME_NO_CACHE=1 FAKETIME_DONT_RESET=1 NO_FAKE_STAT=1)
same old "${fake[@]}" FAKETIME='1970-01-02 00:00:00'
same late "${fake[@]}" FAKETIME='2037-12-31 23:59:59'
same racing "${fake[@]}" FAKETIME='+0 x5000'
# Jumps by years while it runs, however long that is. Each time has a file of its own, since a newer libfaketime does not
# forgive one that is just being written.
printf '+0' >stamp
touch going
(while [ -e going ]; do
    for jump in +9y -9y; do
        printf '%s' $jump >stamp.new
        mv stamp.new stamp
        sleep 0.01
    done
done) &
same jumping "${fake[@]}" FAKETIME_TIMESTAMP_FILE="$PWD/stamp"
rm going
wait
