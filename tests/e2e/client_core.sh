#!/bin/bash
# With a client's data in it the program leaves no core file, whatever ends it, and no other process of the same user may
# look into it; without, it is like any other program.
. "$DGS_SRC/tests/e2e/lib.sh"
[ -z "${DGS_SANITIZE:-}" ] || skip 'sanitizers take the signals, and look into the program themselves'

python3 - "$DGS_PDF" <<'EOF' || fail 'see above'
import os, resource, signal, subprocess, sys, time
program = sys.argv[1]
resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
with open("practice.ini", "w") as f:
    f.write("name = Willow Creek\n")
os.mkfifo("pipe")

def start(arguments, typed):
    """A process that waits in the middle of reading its input."""
    child = subprocess.Popen([program, "-q", "--out", "x.pdf", *arguments], stdin=subprocess.PIPE)
    child.stdin.write(typed)
    child.stdin.flush()
    for _ in range(4000):
        with open(f"/proc/{child.pid}/stat") as f:
            state = f.read().rsplit(")", 1)[1].split()[0]
        read = pipe_is_empty(child.stdin.fileno())
        if state == "S" and read:
            return child
        time.sleep(0.01)
    sys.exit("the program does not wait for more")

def pipe_is_empty(fd):
    import array, fcntl, termios
    left = array.array("i", [0])
    fcntl.ioctl(fd, termios.FIONREAD, left)
    return left[0] == 0

def end(child, number):
    child.send_signal(number)
    _, status = os.waitpid(child.pid, 0)
    child.returncode = status
    child.stdin.close()
    assert os.WIFSIGNALED(status) and os.WTERMSIG(status) == number, status
    return os.WCOREDUMP(status)

def cores():
    return [name for name in os.listdir(".") if name not in ("practice.ini", "pipe")]

name = b"client = Zebulon Zmith\n"
dumps = end(start(["--profile", "/dev/stdin"], b"name = Willow Creek\n"), signal.SIGSEGV)
found = cores()
if not dumps:
    print("this system writes no core files: what is tried is only that none is written", file=sys.stderr)
for core in found:
    os.unlink(core)
for number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGQUIT, signal.SIGBUS):
    for arguments in (["--client-stdin"], ["--client-stdin", "--no-sandbox"],
                      ["--client", "Zebulon Zmith", "--profile", "/dev/stdin"]):
        child = start(arguments, name if "--client-stdin" in arguments else b"name = Willow Creek\n")
        assert not end(child, number), f"a core file is written on signal {number} with {arguments}"
        assert not cores(), cores()
print(f"a core file without a client: {bool(dumps)}; with one: never")
EOF

# Another process of the same user: only root may look.
if [ "$(id -u)" -eq 0 ]; then
    public_copy
    mkfifo data
    chmod 755 . && chmod 644 data
    cat >"$tmp/look.sh" <<'EOF'
"$1" -q --dry-run $2 <"$3" &
for _ in $(seq 2000); do
    [ "$(cut -d ' ' -f 3 /proc/$!/stat)" = S ] && grep -q dgs-pdf /proc/$!/comm && sleep 0.05 && break
    sleep 0.01
done
if cat /proc/$!/environ >/dev/null 2>&1; then echo open; else echo closed; fi
kill $!
wait 2>/dev/null
EOF
    look() {
        exec 9<>data # so that the program waits for more
        setpriv --reuid=65534 --regid=65534 --clear-groups bash "$tmp/look.sh" "$tmp/dgs-pdf" "$1" data 2>/dev/null
        exec 9>&-
    }
    [ "$(look '--profile /dev/stdin')" = open ] || fail 'the test cannot look into any program'
    [ "$(look '--no-profile --client-stdin')" = closed ] || fail 'another process may look into the program while it holds a client'
fi
