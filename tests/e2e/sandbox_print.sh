#!/bin/bash
# What is printed is composed inside the sandbox too, by a process that has no connection: a library that has been taken
# over can neither write, read, reach the network nor speak to the printer. What is printed is the same.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

${CC:-cc} -shared -fPIC -o "$tmp/evil.so" "$tools/evil.c" -ldl
mkdir "$tmp/other"
echo secret >"$tmp/other/secret"
export EVIL=$tmp/other EVIL_CONNECTION=1
landlock=$("$DGS_PDF" --version | grep -o 'Landlock [0-9]*') || echo "this kernel has no Landlock: only seccomp is tried" >&2
cat >"$tmp/keep.sh" <<.
#!/bin/sh
cp "\$1" "$tmp/job.\$IPP_JOB_ID.pdf"
.
chmod +x "$tmp/keep.sh"
start_printer Front -2 -s 10,10 -c "$tmp/keep.sh"

tampered() {
    code=0
    LD_PRELOAD=$tmp/evil.so ASAN_OPTIONS=${ASAN_OPTIONS:-}:verify_asan_link_order=0 \
        "$DGS_PDF" print -q --printer "$printer" "$@" >"$tmp/out" 2>"$tmp/err" || code=$?
}
evil() {
    tampered "$@"
    [ "$code" -eq 0 ] || fail "exit code $code from: $*"
}
held() {
    tries=$(sed -n 's/^evil [0-9]*: //p' "$tmp/err" | sort -u | tr '\n' ',')
    files='read EACCES,remove EACCES,' write='write EACCES,'
    [ -n "$landlock" ] || files='read done,remove done,' write='write done,'
    [ "$tries" = "code EPERM,connection ENOTCONN,network EPERM,${files}socket EPERM,$write" ] || fail "the tries: $tries"
    echo secret >"$tmp/other/secret"
}
python3 "$tools/makepng.py" rgb8 logo.png
handout=(--no-profile --practice-name Anna --client Zebulon --logo logo.png)
evil "${handout[@]}"
held
evil --dry-run "${handout[@]}"
held
evil --test-page
held
ok --out wanted.pdf "${handout[@]}"
same_bytes "$tmp/job.1.pdf" wanted.pdf

# Without the sandbox it could do all but speak to the printer.
evil --no-sandbox "${handout[@]}"
for try in write read remove network socket code; do
    grep -q "^evil [0-9]*: $try done$" "$tmp/err" || fail "the library does not do what the test thinks: $try"
done
head -n 1 "$tmp/err" | has '^evil [0-9]*: connection ENOTCONN$' || fail 'there is a connection where it composes'

# Where it ends without an answer nothing is printed, and that is told.
rm "$tmp"/job.*.pdf
ends() { # HOW CODE WORDS
    export EVIL_END=$1
    tampered "${handout[@]}"
    unset EVIL_END
    sed -i '/^evil /d' "$tmp/err"
    ended "$2" "$3"
}
ends leave 70 '^dgs-pdf: the process that composes the handout gave no complete answer: nothing is printed'
if [ -z "${DGS_SANITIZE:-}" ]; then # which take crashes, and other libraries before theirs, for themselves
    ends crash 70 '^dgs-pdf: the process that composes the handout ended by signal 11: nothing is printed'
    code=0
    LD_PRELOAD=$DGS_FAULTS DGS_FAULT='fork 11 1' "$DGS_PDF" print -q --printer "$printer" >"$tmp/out" 2>"$tmp/err" || code=$?
    ended 75 '^dgs-pdf: cannot start a process (.*): close other programs and try again$'
fi
[ -z "$(find "$tmp" -maxdepth 1 -name 'job.*.pdf')" ] || fail 'something was printed'
