#!/bin/bash
# A booking box without a practice shrinks to a strip as well, its lines to write on side by side and level, before it
# takes a page: the worksheet alone in large print.
. "$DGS_SRC/tests/e2e/lib.sh"

for paper in letter a4; do
    ok --dump layout --region US --paper $paper --parts worksheet --large-print
    head -1 "$tmp/out" | grep -q 'pages 6$' || fail "$paper: $(head -1 "$tmp/out")"
done
ok --dump layout --region US --parts worksheet --large-print
lines=$(awk '/text heading .*: Book your/ { box = 1 } box && $6 == "rule" && $7 == "field" { print $1, $3 }' "$tmp/out")
[ "$(wc -l <<<"$lines")" -eq 2 ] || fail "it has these lines: $lines"
[ "$(sort -u <<<"$lines" | wc -l)" -eq 1 ] || fail "its lines are not level: $lines"
