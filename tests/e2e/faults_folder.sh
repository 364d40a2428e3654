#!/bin/bash
# A batch whose folder vanishes or may not be written to, or whose files may not be as large as they are: the right exit
# code, a true manifest, and --resume goes on.
. "$DGS_SRC/tests/e2e/lib.sh"

rows=1500 # enough to be at work for a while
[ -z "${DGS_SANITIZE:-}" ] || rows=400
python3 "$tools/rows.py" $rows >list.csv
ok batch list.csv --out-dir clean
true_manifest() {
    python3 - "$1" <<'EOF' || fail "the manifest of $1 is not true"
import hashlib, json, os, sys
path = sys.argv[1] + "/manifest.jsonl"
for line in open(path, encoding="utf-8") if os.path.exists(path) else []:
    r = json.loads(line)
    if "sha256" in r:
        assert hashlib.sha256(open(sys.argv[1] + "/" + r["file"], "rb").read()).hexdigest() == r["sha256"]
EOF
    [ -z "$(find "$1" -name '.dgs*')" ] || fail "left behind: $(find "$1" -name '.dgs*')"
}
goes_on() {
    ok batch list.csv --out-dir "$1" --resume
    diff -r "$1" clean || fail "$1: another folder after --resume"
}

"$DGS_PDF" batch list.csv --out-dir out --no-precheck >"$tmp/out" 2>"$tmp/err" &
pid=$!
until_made 9 out
mv out away
code=0
wait $pid || code=$?
[ $code -eq 73 ] || [ $code -eq 75 ] || fail "exit code $code where the folder vanishes"
[ ! -e out ] || fail 'the folder came back'
mv away out
goes_on out

# So few rows that their manifest stays below the limit, which their handouts do not.
head -n 21 list.csv >few.csv
ok batch few.csv --out-dir few
code=0
(ulimit -f 30 && exec "$DGS_PDF" batch few.csv --out-dir small) >"$tmp/out" 2>"$tmp/err" || code=$?
[ $code -eq 75 ] && grep -q 'larger than the system' "$tmp/err" || fail "exit code $code with a file-size limit"
true_manifest small
ok batch few.csv --out-dir small --resume
diff -r small few || fail 'small: another folder after --resume'

mkdir closed
chmod 555 closed
if [ "$(id -u)" -eq 0 ]; then
    public_copy
    chmod 755 . && chmod 644 list.csv
    as_user="setpriv --reuid=65534 --regid=65534 --clear-groups $tmp/dgs-pdf"
else
    as_user=$DGS_PDF
fi
code=0
$as_user batch list.csv --out-dir closed >"$tmp/out" 2>"$tmp/err" || code=$?
ended 73 'closed'
[ -z "$(ls -A closed)" ] || fail 'something was written'
