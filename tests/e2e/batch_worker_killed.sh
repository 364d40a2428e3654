#!/bin/bash
# A worker process that is killed loses the row that it was at: told, recorded, exit code 75. All others are made.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/rows.py" 1500 >list.csv
ok batch list.csv --out-dir clean
signals=(KILL ABRT)
[ -z "${DGS_SANITIZE:-}" ] || signals=(KILL) # the sanitizers take SIGABRT for themselves
for signal in "${signals[@]}"; do
    rm -rf out
    "$DGS_PDF" batch list.csv --out-dir out --jobs 2 --no-precheck >"$tmp/out" 2>"$tmp/err" &
    pid=$!
    until_made 5 out
    victims=$(pgrep -P $pid) || fail 'there are no workers'
    kill -"$signal" "${victims%%[!0-9]*}"
    code=0
    wait $pid || code=$?
    wanted=$([ $signal = KILL ] && echo 75 || echo 4)
    [ "$code" -eq "$wanted" ] || fail "exit code $code, not $wanted, after SIG$signal"
    [ "$(grep -c 'row .*the worker process was killed .*at this row' "$tmp/err")" -eq 1 ] || fail 'the lost row is not told'
    [ "$(grep -c '"error"' out/manifest.jsonl)" -eq 1 ] && [ "$(wc -l <out/manifest.jsonl)" -eq 1500 ] || fail 'the manifest'
    [ "$(find out -name '.*' -type f | wc -l)" -eq 0 ] || fail "something is left: $(ls -A out)"
    ok batch list.csv --out-dir out --resume
    diff -r out clean || fail "another folder after --resume"
done
