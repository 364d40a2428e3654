#!/bin/bash
# A list that changes while a batch is at work is noticed: 75, nothing more is made, and what was made is true and of
# the list as it was. The batch waits for its reader, so that it is at work whatever the machine does.
. "$DGS_SRC/tests/e2e/lib.sh"

awk 'BEGIN { print "name"; for (i = 1; i <= 6000; i++) print "Practice " i }' >old.csv
awk 'BEGIN { print "name"; for (i = 1; i <= 6000; i++) print "Other ones" }' >other.csv
mkfifo lines
# changed HOW ARGS...: changes list.csv once the batch has told of a row
changed() {
    local how=$1
    shift
    rm -rf out list.csv
    cp old.csv list.csv
    "$DGS_PDF" batch list.csv --out-dir out --parts guide --jobs 2 --json --file-name '{name}' "$@" >lines 2>"$tmp/err" &
    local pid=$!
    exec 3<lines
    read -r _ <&3
    case $how in
    append) echo 'One more' >>list.csv ;;
    cut) truncate -s 100 list.csv ;;
    edit) printf 'Practise' | dd of=list.csv bs=1 seek=60000 conv=notrunc status=none ;;
    replace) cp other.csv new.csv && mv new.csv list.csv ;;
    delete) rm list.csv ;;
    esac
    cat <&3 >/dev/null
    exec 3<&-
    code=0
    wait $pid || code=$?
    : >"$tmp/out"
}
for how in append cut edit replace delete; do
    changed $how --no-precheck
    ended 75 'list.csv: the list changed while the batch was running, and nothing was made after [0-9]+ rows'
    python3 - <<'PY' || fail "the manifest is not true, after: $how"
import hashlib, json, os
made = [json.loads(line) for line in open("out/manifest.jsonl", encoding="utf-8")]
assert 0 < len(made) < 6000 and len(made) == len([n for n in os.listdir("out") if n.endswith(".pdf")])
for r in made:
    assert r["file"] == "Practice %d.pdf" % r["row"]
    assert hashlib.sha256(open("out/" + r["file"], "rb").read()).hexdigest() == r["sha256"]
PY
done
for how in edit replace; do
    changed $how --dry-run
    ended 75 'list.csv: the list changed during the check, and nothing was written: run it again'
    [ ! -e out ] || fail 'something was written'
done
