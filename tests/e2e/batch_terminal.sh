#!/bin/bash
# On a terminal a batch shows its rate and the time left, and a summary; elsewhere it is silent where all is well.
. "$DGS_SRC/tests/e2e/lib.sh"

rows=6000 # more than a second of work, which is when the time left is first told
[ -z "${DGS_SANITIZE:-}" ] || rows=2000
python3 "$tools/rows.py" $rows >list.csv
run batch list.csv --out-dir out --shard 0/200
[ "$code" -eq 0 ] && [ ! -s "$tmp/err" ] && [ ! -s "$tmp/out" ] || fail 'words where there is no terminal'
script -qec "'$DGS_PDF' batch list.csv --out-dir shown --jobs 1" "$tmp/typescript" >/dev/null </dev/null ||
    fail 'the batch fails on a terminal'
has -aE '[0-9]+ of '$rows' rows made, [0-9]+ a second' <"$tmp/typescript" || fail 'no rate is shown'
has -aE ', [0-9]+ s left' <"$tmp/typescript" || fail 'no time left is shown'
has -aE 'shown: '$rows' handouts made, in [0-9.]+ s' <"$tmp/typescript" || fail 'no summary is shown'
script -qec "'$DGS_PDF' batch list.csv --out-dir quiet --quiet --shard 0/200" "$tmp/typescript" >/dev/null </dev/null
! has -a 'rows made' <"$tmp/typescript" || fail 'words with --quiet'
