#!/bin/bash
# A line of the manifest is written only when its handout has its name and was made durable since; lines are synced too.
. "$DGS_SRC/tests/e2e/lib.sh"
[ -z "${DGS_SANITIZE:-}" ] || skip 'the leak check does not run while another program traces'
strace -o "$tmp/trace" true 2>/dev/null || skip 'strace is not installed, or may not trace'

python3 "$tools/rows.py" 300 >list.csv
strace -f -qq -s 100000 -e trace=rename,renameat,renameat2,syncfs,fsync,write -o "$tmp/trace" \
    "$DGS_PDF" batch list.csv --out-dir out --parts guide --jobs 2 --no-precheck -q || fail 'the batch fails'
python3 - "$tmp/trace" <<'EOF' || fail 'the order of what was written'
import re, sys
named, durable, told, synced, began = set(), set(), set(), True, {}
groups, trace = 0, open(sys.argv[1], encoding="utf-8", errors="replace")
for line in trace:
    pid, call = line.rstrip("\n").split(None, 1)
    if call.endswith("<unfinished ...>"):  # what it covers is what there was when it began
        began[pid] = (call[: -len("<unfinished ...>")], set(named))
        continue
    before = named
    resumed = re.match(r"<\.\.\. \w+ resumed>(.*)$", call)
    if resumed:
        start, before = began.pop(pid)
        call = start + resumed[1]
    done = re.search(r"= 0$", call)
    if call.startswith("rename") and done:
        named.add(re.findall(r'"([^"]*)"', call)[1])
    elif call.startswith("syncfs(") and done:
        durable |= before
        groups += 1
    elif call.startswith("fsync(") and done:
        synced = True
    elif r'\"sha256\"' in call and call.startswith("write(") and re.search(r'"(\{.*\\n)+", \d+', call):
        files = re.findall(r'\\"file\\":\\"([^"\\]*)\\"', call)
        assert synced, "lines before these are not durable"
        assert set(files) <= durable, sorted(set(files) - durable)[:3]
        told |= set(files)
        synced = False
assert len(told) == 300 and synced, (len(told), synced)
assert 2 <= groups <= 100, f"{groups} groups"
EOF
