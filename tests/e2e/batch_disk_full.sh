#!/bin/bash
# A disk that is full, or no descriptors left: exit code 75, whatever else is wrong, no half file; --resume goes on.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/rows.py" 60 >list.csv
sed -i '3s/(503) [^,]*/call me/' list.csv # a bad row: 75 wins over 4
code=0
(ulimit -n 6 && exec "$DGS_PDF" batch list.csv --out-dir none --jobs 2) >"$tmp/out" 2>"$tmp/err" || code=$?
[ "$code" -eq 75 ] || fail "exit code $code, not 75, without descriptors"
[ "$(id -u)" -eq 0 ] && unshare -m true 2>/dev/null || skip 'a small disk takes root'
run batch list.csv --out-dir clean
[ "$code" -eq 4 ] || fail "exit code $code, not 4"
cat >inside.sh <<'.'
set -e
mount -t tmpfs -o size=1m none disk
code=0
"$DGS_PDF" batch list.csv --out-dir disk/out >"$1/out" 2>"$1/err" || code=$?
[ $code -eq 75 ] || { echo "exit code $code, not 75"; exit 1; }
[ -z "$(find disk -name '.dgs*')" ] || { echo "something is left:"; ls -lA disk/out; exit 1; }
python3 - <<'EOF'
import hashlib, json, os
lines = open("disk/out/manifest.jsonl", encoding="utf-8").read()
assert lines == "" or lines.endswith("\n")
rows = [json.loads(line) for line in lines.splitlines()]
for r in rows:
    if "sha256" in r:
        assert hashlib.sha256(open("disk/out/" + r["file"], "rb").read()).hexdigest() == r["sha256"]
EOF
mount -o remount,size=64m disk
code=0
"$DGS_PDF" batch list.csv --out-dir disk/out --resume >"$1/out" 2>"$1/err" || code=$?
[ $code -eq 4 ] || { echo "exit code $code, not 4, with room"; exit 1; }
diff -r disk/out clean
.
mkdir disk
export DGS_PDF
unshare -m bash inside.sh "$tmp" >log 2>&1 || fail "on a small disk: $(cat log)"
