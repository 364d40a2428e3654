#!/bin/bash
# After a power cut the old file is whole or the new one is: the bytes are made durable under another name, only then do
# they get the file's name, and then the folder is made durable. For a handout, a profile and a merged manifest; with the
# sandbox and without.
. "$DGS_SRC/tests/e2e/lib.sh"
[ -z "${DGS_SANITIZE:-}" ] || skip 'the leak check does not run while another program traces'
strace -o "$tmp/trace" true 2>/dev/null || skip 'strace is not installed, or may not trace'

printf 'name\nAnna\n' >list.csv
ok batch list.csv --out-dir out --no-profile --shard 0/1
durable() { # NAME ARGS...
    strace -f -qq -yy -e trace=write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,openat -o "$tmp/trace" \
        "$DGS_PDF" "${@:2}" -q >"$tmp/out" 2>"$tmp/err" || fail "code $? from: ${*:2}"
    python3 "$tools/joined.py" "$tmp/trace"
    python3 - "$tmp/trace" "$1" <<'PY' || fail "the order of what was written for $1"
import os, re, sys
trace, name = sys.argv[1:]
here, steps = os.path.realpath("."), []
for line in open(trace, encoding="utf-8", errors="replace"):
    call = re.match(r"\d+ +(\w+)\((.*)\) += (\S+)", line)
    if not call or call[3] == "-1":
        continue
    kind, words = call[1], call[2]
    first = re.match(r"\d+<([^>]*)>", words)
    where = first[1] if first else ""
    if kind.startswith("rename"):
        old, new = re.findall(r'"([^"]*)"', words)
        if os.path.basename(new) == name:
            steps.append(("rename", os.path.basename(old)))
    elif kind == "openat" and "O_CREAT" in words:
        steps.append(("create", os.path.basename(re.findall(r'"([^"]*)"', words)[0])))
    elif kind != "openat" and (where == here or os.path.dirname(where) == here):
        steps.append(("sync" if "sync" in kind else "write", "." if where == here else os.path.basename(where)))
renames = [step for step in steps if step[0] == "rename"]
assert len(renames) == 1, steps
temporary = renames[0][1]
of_file = [kind for kind, which in steps if which == temporary]
assert temporary not in (name, ".") and of_file[0] == "create", steps
assert "write" in of_file and of_file[-2:] == ["sync", "rename"], steps
assert steps[steps.index(renames[0]) + 1:] == [("sync", ".")], steps
assert not any(which == name for kind, which in steps), steps
PY
}
for option in '' --no-sandbox; do
    for _ in new old; do
        durable handout.pdf --out handout.pdf --no-profile $option
        durable practice.ini init practice.ini --force $option
        durable manifest.jsonl manifest merge out --out manifest.jsonl $option
    done
done
