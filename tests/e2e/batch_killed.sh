#!/bin/bash
# A batch with all its processes is killed at any moment; gone on with, the folder is that of one clean run.
. "$DGS_SRC/tests/e2e/lib.sh"
lots_by_seed

python3 "$tools/rows.py" 300 >list.csv
sed -i '20s/(503) [^,]*/call me/' list.csv # one row is bad
run batch list.csv --out-dir clean --parts guide
[ "$code" -eq 4 ] || fail "exit code $code, not 4"

# killed SECONDS OPTION...: in a process group of its own, so that one signal ends them all.
killed() {
    local seconds=$1
    shift
    setsid "$DGS_PDF" batch list.csv --out-dir out --parts guide "$@" >/dev/null 2>&1 &
    local pid=$!
    sleep "$seconds"
    kill -KILL -- -$pid 2>/dev/null || true
    wait $pid 2>/dev/null || true
}

for round in 1 2 3 4 5 6 7 8 9 10; do
    rm -rf out
    killed "0.0$((RANDOM % 10))$((RANDOM % 10))"
    killed "0.$((RANDOM % 4))$((RANDOM % 10))" --resume
    [ ! -d out ] || python3 - <<'EOF' || fail "round $round: the manifest says what is not so"
import hashlib, json, os
path = "out/manifest.jsonl"
for line in open(path, encoding="utf-8") if os.path.exists(path) else []:
    r = json.loads(line) if line.endswith("\n") else {}
    if "sha256" in r:
        assert hashlib.sha256(open("out/" + r["file"], "rb").read()).hexdigest() == r["sha256"]
EOF
    run batch list.csv --out-dir out --parts guide --resume
    [ "$code" -eq 4 ] || fail "round $round: exit code $code, not 4"
    diff -r out clean || fail "round $round: another folder than that of one clean run: $(ls -A out)"
done
