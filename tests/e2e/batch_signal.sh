#!/bin/bash
# SIGTERM and SIGINT stop a batch, with 143 and 130, a true manifest and no half file; --resume goes on.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/rows.py" 20000 >list.csv
for signal in TERM:143 INT:130; do
    rm -rf out
    "$DGS_PDF" batch list.csv --out-dir out --no-precheck >"$tmp/out" 2>"$tmp/err" &
    pid=$!
    until_made 9 out
    kill -"${signal%:*}" $pid
    code=0
    wait $pid || code=$?
    ended "${signal#*:}" 'list.csv: stopped by a signal: continue with --resume'
    [ "$(find out -name '.*' -type f | wc -l)" -eq 0 ] || fail "something is left: $(ls -A out)"
    lines=$(wc -l <out/manifest.jsonl)
    [ "$lines" -ge 8 ] && [ "$lines" -lt 20000 ] || fail "the manifest has $lines lines"
    [ "$(find out -name '*.pdf' | wc -l)" -eq "$lines" ] || fail 'there are other handouts than the manifest names'
    python3 - <<'EOF' || fail 'the manifest is not true'
import hashlib, json
for line in open("out/manifest.jsonl", encoding="utf-8"):
    r = json.loads(line)
    assert hashlib.sha256(open("out/" + r["file"], "rb").read()).hexdigest() == r["sha256"]
EOF
done
# In a container the program is the first process, for which a signal counts only when it is taken on purpose.
if [ "$(id -u)" -eq 0 ] && unshare -p --fork true 2>/dev/null; then
    rm -rf out
    unshare -p --fork "$DGS_PDF" batch list.csv --out-dir out --no-precheck 2>"$tmp/err" &
    pid=$!
    until_made 9 out
    kill -TERM "$(pgrep -P $pid)"
    code=0
    wait $pid || code=$?
    [ "$code" -eq 143 ] || fail "exit code $code, not 143, as the first process"
fi
head -n 31 list.csv >short.csv
ok batch short.csv --out-dir clean
# Rows that an earlier run made stay known when going on is stopped too.
ok batch short.csv --out-dir twice
sed -i 2d twice/manifest.jsonl
"$DGS_PDF" batch short.csv --out-dir twice --resume --no-precheck 2>/dev/null &
pid=$!
for _ in $(seq 20000); do # until it has begun
    [ -z "$(find twice -name '.manifest.jsonl.before-*')" ] && kill -0 $pid 2>/dev/null || break
    sleep 0.001
done
kill -TERM $pid 2>/dev/null || true
wait $pid || true
[ "$(wc -l <twice/manifest.jsonl)" -ge 29 ] || fail 'what was known is lost'
ok batch short.csv --out-dir twice --resume
diff -r twice clean || fail 'another folder after --resume'
