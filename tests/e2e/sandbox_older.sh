#!/bin/bash
# Where the kernel has no Landlock that is told, and rows are held in the list's folder all the same; older versions hold
# what they can.
. "$DGS_SRC/tests/e2e/lib.sh"

${CC:-cc} -shared -fPIC -o "$tmp/older.so" "$tools/nosandbox.c" -ldl
${CC:-cc} -shared -fPIC -o "$tmp/evil.so" "$tools/evil.c" -ldl
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:verify_asan_link_order=0
mkdir "$tmp/other" logos text
python3 "$tools/makepng.py" rgb8 "$tmp/other/secret.png" 600 400
cp "$tmp/other/secret.png" logos/in.png
cp "$tmp/other/secret.png" usual.png
ok init-content text
cp "$tmp/other/secret.png" text/in.png
ln -s "$tmp/other/secret.png" link.png
ln -s "$tmp/other" logos/away
ln -s logos/in.png good.png
ln -s "$PWD/logos/in.png" whole.png
{
    echo name,logo
    printf 'A,%s\n' logos/in.png good.png whole.png "$PWD/logos/in.png" logos/../good.png text/in.png '' \
        ../other/secret.png "$tmp/other/secret.png" link.png logos/away/secret.png /proc/self/cwd/logos/in.png none.png
} >list.csv
notice='dgs-pdf: Landlock is not available: an error in reading pictures or text could reach all of your files'
outside='the logo is outside the folders that the sandbox may read'

holds() { # TOLD COMMAND...: what comes of the list
    local told=$1
    shift
    rm -rf out
    code=0
    "$@" "$DGS_PDF" batch list.csv --out-dir out --parts guide --content text --logo usual.png --no-profile --strict \
        >"$tmp/out" 2>"$tmp/err" || code=$?
    [ "$code" -eq 4 ] || fail "exit code $code, not 4, from: $*"
    [ "$(grep -cxF "$notice" "$tmp/err")" -eq "$told" ] || fail "told otherwise than $told: $*"
    [ "$(cd out && ls | sed -n 's,-A.pdf,,p' | tr '\n' ' ')" = '0001 0002 0003 0004 0005 0006 0007 0012 ' ] || fail "made: $(ls out)"
    [ "$(grep -c "$outside" "$tmp/err")" -eq 4 ] || fail "refused otherwise: $*"
}
version=$("$DGS_PDF" --version | sed -n 's/.*, Landlock \([0-9]*\)$/\1/p')
holds "${no_landlock:-0}" env
holds 1 env LD_PRELOAD="$tmp/older.so" DGS_LANDLOCK=0
holds 1 env LD_PRELOAD="$tmp/older.so" DGS_LANDLOCK=1
for old in 2 3 4 5 6; do
    [ "${version:-0}" -ge $old ] || continue
    holds 0 env LD_PRELOAD="$tmp/older.so" DGS_LANDLOCK=$old
    echo secret >"$tmp/other/secret"
    EVIL=$tmp/other DGS_LANDLOCK=$old LD_PRELOAD=$tmp/older.so:$tmp/evil.so "$DGS_PDF" -q --no-profile --out one.pdf 2>"$tmp/err" ||
        fail "no handout under version $old"
    ! has 'done$' <"$tmp/err" || fail "a try succeeded under version $old"
    [ "$(grep -c '^evil [0-9]*: \(write\|read\|remove\) EACCES$' "$tmp/err")" -ge 3 ] || fail "version $old did not answer"
done

# The same by the kernel's own answers, where strace is.
[ -z "${DGS_SANITIZE:-}" ] && strace -o "$tmp/trace" true 2>/dev/null || exit 0
for answer in ENOSYS EOPNOTSUPP; do
    holds 1 strace -f -o "$tmp/trace" -e trace=landlock_create_ruleset -e inject=landlock_create_ruleset:error=$answer
done
# Nor openat2(2), before Linux 5.6.
holds 1 strace -f -o "$tmp/trace" -e trace=openat2,landlock_create_ruleset -e inject=openat2,landlock_create_ruleset:error=ENOSYS
# It is a notice, that --quiet takes away; with --no-sandbox all rows are made but the one whose logo is not there.
code=0
LD_PRELOAD=$tmp/older.so DGS_LANDLOCK=0 "$DGS_PDF" --no-profile --strict --out one.pdf >"$tmp/out" 2>"$tmp/err" || code=$?
[ $code -eq 0 ] && [ "$(head -n 1 "$tmp/err")" = "$notice" ] || fail "exit code $code with --strict"
LD_PRELOAD=$tmp/older.so DGS_LANDLOCK=0 ok --no-profile --out one.pdf
run batch list.csv --out-dir out --parts guide --no-sandbox --no-profile
[ "$(find out -name '*.pdf' | wc -l)" -eq 12 ] || fail 'not all are made with --no-sandbox'
