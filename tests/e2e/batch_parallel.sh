#!/bin/bash
# GNU parallel runs the shards, logs those that fail, and with --resume-failed runs these alone again.
. "$DGS_SRC/tests/e2e/lib.sh"
parallel --version 2>/dev/null | has 'GNU parallel' || skip 'GNU parallel is not installed'

python3 "$tools/rows.py" 21 >list.csv
sed -i '9s/,,#/,logo.png,#/' list.csv # row 8 is of shard 1 of 3 or 7, and wants a logo that is not there yet
export DGS_PDF
for shards in 3 7; do
    rm -rf out logo.png log
    shard() {
        seq 0 $((shards - 1)) | parallel --jobs 2 --joblog log "$@" \
            "\$DGS_PDF batch list.csv --out-dir out --parts guide --jobs 1 --resume --shard {}/$shards" >"$tmp/out" 2>"$tmp/err"
    }
    code=0
    shard || code=$?
    [ "$code" -eq 1 ] || fail "parallel ends with $code: one shard has a bad row"
    [ "$(awk '$7 == 4 { n++ } $7 == 0 { ok++ } END { print n, ok }' log)" = "1 $((shards - 1))" ] || fail "the log: $(cat log)"
    python3 "$tools/makepng.py" rgb8 logo.png 480 320
    shard --resume-failed || fail "parallel ends with $? when the row is good"
    [ "$(wc -l <log)" -eq $((shards + 2)) ] || fail "more than the one shard ran again: $(cat log)"
    ok manifest merge out --out out/manifest.jsonl
    rm out/manifest-*
    [ -e whole ] || ok batch list.csv --out-dir whole --parts guide
    diff -r whole out || fail "another folder from $shards shards"
done
