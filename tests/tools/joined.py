"""joined.py TRACE: a trace by strace -f, with each call in one line.

Where another process's call comes between a call and its end, strace writes the two halves apart: "PID call(...
<unfinished ...>" and "PID <... call resumed>...". The whole is put where it ended."""
import re
import sys

with open(sys.argv[1], encoding="utf-8", errors="surrogateescape") as trace:
    lines = trace.read().splitlines()
begun, whole = {}, []
for line in lines:
    pid, call = line.split(None, 1)
    ended = re.match(r"<\.\.\. \w+ resumed>(.*)$", call)
    if call.endswith("<unfinished ...>"):
        begun[pid] = call[: -len("<unfinished ...>")]
    elif ended and pid in begun:
        whole.append(f"{pid} {begun.pop(pid)}{ended[1]}")
    else:
        whole.append(line)
whole += [f"{pid} {call}" for pid, call in begun.items()]
with open(sys.argv[1], "w", encoding="utf-8", errors="surrogateescape") as trace:
    trace.writelines(line + "\n" for line in whole)
