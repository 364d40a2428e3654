#!/bin/bash
# libwebp and Little CMS are loaded for a run that may meet a logo alone, and before the sandbox closes
# for the last time, which is before a logo is read.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/makepng.py" rgb8 logo.png 120 80
printf 'name\nAnna\n' >list.csv

# loaded ARGS...: the libraries that the run opens, of those two. The leak sanitizer cannot trace what is traced.
loaded() {
    ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0 strace -ff -qq -e trace=openat,seccomp,landlock_restrict_self -o trace \
        "$DGS_PDF" "$@" --no-profile -q 2>"$tmp/err" || fail "exit code $?: $*"
    # What one process does stands in one file, in its order; the sandbox is closed a last time before the logo is read.
    for file in trace.*; do
        if tac "$file" | sed '/^\(landlock_restrict_self\|seccomp\)(.*= 0$/q' | has -E '(libwebp|liblcms2)' && has '^seccomp(' <"$file"; then
            fail "loaded after the sandbox closed: $*"
        fi
    done
    cat trace.* | grep -oE '(libwebp|liblcms2)[^"]*", [^=]*= [0-9]' | grep -oE 'libwebp|liblcms2' | sort -u | tr '\n' ' '
    rm trace.*
}
alone=$(loaded --out alone.pdf --practice-name Anna)
[ -z "$alone" ] || fail "a handout without a logo loads $alone"
for run in "--out logo.pdf --practice-name Anna --logo logo.png" "batch list.csv --out-dir made --jobs 1"; do
    # shellcheck disable=SC2086
    found=$(loaded $run)
    [ "$found" = 'liblcms2 libwebp ' ] || fail "$run loads '$found'"
done
