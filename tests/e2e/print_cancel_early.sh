#!/bin/bash
# Ctrl-C ends the program at once where nobody answers: while it connects, and while it waits for the first answer.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

cat >mute.py <<'EOF'
"""Listens and never answers: `mute.py full` does not even let anybody in."""
import socket, sys, time
s = socket.socket()
s.bind(("127.0.0.1", 0))
s.listen(0 if sys.argv[1] == "full" else 9)
waiting = []
for _ in range(4 if sys.argv[1] == "full" else 0):
    c = socket.socket()
    c.setblocking(False)
    c.connect_ex(s.getsockname())
    waiting.append(c)
print(s.getsockname()[1], flush=True)
time.sleep(3600)
EOF
for kind in full mute; do
    python3 mute.py $kind >port &
    started+=($!)
    until_true 'nobody listens' test -s port
    env --default-signal=INT "$DGS_PDF" print --printer "ipp://127.0.0.1:$(cat port)/ipp/print" >"$tmp/out" 2>"$tmp/err" &
    pid=$!
    asks() { find /proc/$pid/fd -lname 'socket:*' | has .; }
    until_true "$kind: it does not ask: $(cat "$tmp/err")" asks
    kill -INT $pid
    code=0
    wait $pid || code=$?
    [ "$code" -eq 130 ] || fail "$kind: exit code $code"
    : >port
done
one_line 'stopped by Ctrl-C: nothing is printed'
