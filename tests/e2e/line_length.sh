#!/bin/bash
# No line of body text is longer than 75 characters.
. "$DGS_SRC/tests/e2e/lib.sh"

for paper in letter a4; do
    for dump in content layout; do
        ok --paper $paper --dump $dump
        mv "$tmp/out" $paper.$dump
    done
done
longer="$(printf 'x%.0s' $(seq 44)) $(printf 'x%.0s' $(seq 36))"
sed -E "0,/( text para .*): .*/s//\1: $longer/" letter.layout >planted.layout
cp letter.content planted.content
! python3 "$tools/linecheck.py" length planted.layout >found || fail 'a long line is not seen'
grep -q '81 characters, 75 are allowed' found || fail "says $(cat found)"
python3 "$tools/linecheck.py" length letter.layout a4.layout || fail 'lines are too long'
