#!/bin/bash
# Composing goes on inside the sandbox: a library that has been taken over can neither write outside the output folder
# nor read, reach the network or start a program; in one handout, in a dry run, in a dump and in a batch.
. "$DGS_SRC/tests/e2e/lib.sh"

nm -D "$DGS_PDF" | has 'U HPDF_MMgr_New' || fail 'the program makes its document in another way than the test thinks'
${CC:-cc} -shared -fPIC -o "$tmp/evil.so" "$tools/evil.c" -ldl
mkdir "$tmp/other" out
echo secret >"$tmp/other/secret"
export EVIL=$tmp/other
landlock=$("$DGS_PDF" --version | grep -o 'Landlock [0-9]*') || echo "this kernel has no Landlock: only seccomp is tried" >&2

evil() {
    code=0
    LD_PRELOAD=$tmp/evil.so ASAN_OPTIONS=${ASAN_OPTIONS:-}:verify_asan_link_order=0 "$DGS_PDF" "$@" >"$tmp/out" 2>"$tmp/err" || code=$?
    [ "$code" -eq 0 ] || fail "exit code $code from: $*"
    grep -q '^evil [0-9]*: network' "$tmp/err" || fail "the evil library was not asked by: $*"
}
held() { # what the library got, of each try
    ! has 'done$' <"$tmp/err" || fail 'a try succeeded'
    [ "$(grep -c '^evil [0-9]*: \(network\|socket\|code\) EPERM$' "$tmp/err")" -ge 3 ] || fail 'seccomp did not answer'
    [ -z "$landlock" ] || [ "$(grep -c '^evil [0-9]*: \(write\|read\|remove\) EACCES$' "$tmp/err")" -ge 3 ] || fail 'Landlock did not answer'
    [ -z "$landlock" ] || [ "$(ls "$EVIL")" = secret ] || fail 'something was written outside'
}
if [ -z "$landlock" ]; then
    held() { ! grep 'done$' "$tmp/err" | has -v -E 'write|read|remove' || fail 'a try succeeded'; }
fi

evil -q --no-profile --out one.pdf
held
evil -q --no-profile --out "$tmp/box/out/two.pdf"
held
evil -q --no-profile --dry-run
held
evil -q --no-profile --dump tags
held
printf 'name\nA\nB\n' >list.csv
evil batch list.csv -q --out-dir made --jobs 2 # the warm-up in the first process may read
first=$(sed -n '1s/^evil \([0-9]*\):.*/\1/p' "$tmp/err")
sed -i "/^evil $first: read done/d" "$tmp/err"
grep '^evil' "$tmp/err" | has -v "^evil $first:" || fail 'no worker made a document'
held
[ -s made/0001-A.pdf ] && [ -s made/0002-B.pdf ] || fail 'the batch is not made'
export EVIL_EXEC=1
evil -q --no-profile --out one.pdf
held
grep -q '^evil [0-9]*: exec EPERM$' "$tmp/err" || fail 'a program could be started'
unset EVIL_EXEC

# --no-sandbox is what it says, and says so.
evil --no-profile --out one.pdf --no-sandbox
grep -q '^dgs-pdf: there is no sandbox (--no-sandbox)' "$tmp/err" || fail '--no-sandbox does not say so'
for try in write read remove network socket code; do
    grep -q "^evil [0-9]*: $try done$" "$tmp/err" || fail "the library does not do what the test thinks: $try"
done
ok --no-profile --out one.pdf --no-sandbox
