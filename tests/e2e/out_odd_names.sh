#!/bin/bash
# Odd file names: blanks, a leading dash behind ./, other alphabets.
. "$DGS_SRC/tests/e2e/lib.sh"

for name in 'a b.pdf' './-q.pdf' 'ελλ.pdf' "it's.pdf" 'no-ending'; do
    ok --out "$name"
    [ -s "$name" ] || fail "$name was not written"
done
ok --out /dev/null
[ -c /dev/null ] || fail '/dev/null is gone'
