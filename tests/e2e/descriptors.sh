#!/bin/bash
# What the caller left open, a connection or a file, is closed before anything is read: the process that composes and the
# workers of a batch have none of it, but for what an argument names as /dev/fd/N or /proc/self/fd/N.
. "$DGS_SRC/tests/e2e/lib.sh"

${CC:-cc} -shared -fPIC -o "$tmp/evil.so" "$tools/evil.c" -ldl
mkdir "$tmp/other"
export EVIL=$tmp/other EVIL_DESCRIPTORS=1
python3 "$tools/makepng.py" rgb8 real.png
printf 'name\nA\nB\nC\n' >list.csv
cat >"$tmp/caller.py" <<'.'
import os, socket, sys
a, b = socket.socketpair()
os.dup2(a.fileno(), 5)
os.dup2(a.fileno(), 1000)
for fd, name, how in ((9, "caller.new", os.O_RDWR | os.O_CREAT), (77, "real.png", os.O_RDONLY)):
    os.dup2(os.open(name, how), fd)
for fd in (5, 9, 77, 1000):
    os.set_inheritable(fd, True)
print(os.readlink("/proc/self/fd/5"), file=open("socket", "w"))
os.execve(sys.argv[1], sys.argv[1:], {**os.environ, "LD_PRELOAD": os.environ["PRELOADED"]})
.
export PRELOADED=$tmp/evil.so ASAN_OPTIONS=${ASAN_OPTIONS:-}:verify_asan_link_order=0

given() { # ARGS: runs it with a socket, a file to write and a picture open
    code=0
    python3 "$tmp/caller.py" "$DGS_PDF" "$@" >"$tmp/out" 2>"$tmp/err" || code=$?
    [ "$code" -eq 0 ] || fail "exit code $code from: $*"
    grep -q '^evil [0-9]*: network' "$tmp/err" || fail "the evil library was not asked by: $*"
}
closed() {
    ! grep '^evil [0-9]*: descriptor' "$tmp/err" | has -F -e caller.new -e real.png -e "$(cat socket)" || fail "still open: $*"
}
all() {
    given -q --no-profile --out one.pdf
    closed one
    given -q --no-profile --out one.pdf --logo /dev/fd/77
    open=$(sed -n 's/^evil [0-9]*: descriptor \([0-9]*\) .*/\1/p' "$tmp/err" | sort -un | grep -xE '5|9|77|1000' | tr '\n' ' ')
    [ "$open" = '77 ' ] || fail "not the one that is named: $open"
    pdfimages -list one.pdf | has image || fail 'the logo is not there'
    given -q --no-profile --out /proc/self/fd/9 --logo=/dev/fd/77
    [ "$(pages caller.new)" -eq 4 ] || fail 'the handout is not where it was to go'
    rm caller.new
    given batch list.csv -q --out-dir made --jobs 2 --no-profile
    closed batch
}
all
# An older kernel has no close_range(2).
if [ -z "${DGS_SANITIZE:-}" ]; then
    export PRELOADED=$tmp/evil.so:$DGS_FAULTS DGS_FAULT='close_range 38 1+'
    all
fi
PRELOADED='' ok --no-profile --out one.pdf --logo <(cat real.png)
