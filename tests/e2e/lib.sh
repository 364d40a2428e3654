# shellcheck shell=bash
# What the end-to-end tests share. A script sources it, stands in an empty folder of its own, and may use:
#   run ARGS...            runs the program; leaves its output in $tmp/out and $tmp/err, its code in $code
#   ok ARGS...             the same with -q, and it must succeed without a word on standard error
#   refuses CODE RE ARGS.. it must end with CODE and one line on standard error that matches RE, write nothing,
#                          leave nothing behind and leave an old handout as it was
#   fail SENTENCE          ends the test
set -euo pipefail
: "${DGS_PDF:?names the program}" "${DGS_SRC:?names the source folder}"

tmp=$(mktemp -d "${TMPDIR:-/tmp}/dgs-e2e.XXXXXX")
trap 'chmod -R u+rwx "$tmp" 2>/dev/null; rm -rf "$tmp"' EXIT
mkdir "$tmp/box"
cd "$tmp/box"
unset SOURCE_DATE_EPOCH DGS_PDF_PROFILE XDG_CONFIG_HOME
export HOME=$tmp/home XDG_CONFIG_DIRS=$tmp/xdg # no profile of this machine
mkdir "$HOME"
export LC_ALL=C.UTF-8
export tools=$DGS_SRC/tests/tools

no_landlock= # a kernel without it is told of each time, which no test means
case $("$DGS_PDF" --version) in *'no Landlock'*) no_landlock=1 ;; esac

fail() {
    echo "FAILED: $*" >&2
    [ ! -s "$tmp/err" ] || sed 's/^/  standard error: /' "$tmp/err" >&2
    exit 1
}

skip() {
    echo "SKIPPED: $*" >&2
    exit 77
}

run() {
    code=0
    "$DGS_PDF" "$@" >"$tmp/out" 2>"$tmp/err" || code=$?
    [ -z "$no_landlock" ] || sed -i '/^dgs-pdf: Landlock is not available: /d' "$tmp/err"
}

# grep that reads to the end: with -q it would stop at the first match, and the writer before it would fail.
has() {
    grep "$@" >/dev/null
}

ok() {
    run "$@" -q
    [ "$code" -eq 0 ] || fail "exit code $code, not 0, from: $*"
    [ ! -s "$tmp/err" ] || fail "words on standard error from: $*"
}

# one_line RE: standard error holds one printable line, which matches.
one_line() {
    [ "$(wc -l <"$tmp/err")" -eq 1 ] && [ "$(tail -c 1 "$tmp/err" | od -An -c | tr -d ' ')" = '\n' ] ||
        fail "standard error is not one line"
    grep -qaE -- "$1" "$tmp/err" || fail "standard error does not match: $1"
    ! LC_ALL=C tr -d '\n' <"$tmp/err" | LC_ALL=C has -a '[[:cntrl:]]' || fail "control characters on standard error"
    iconv -f utf-8 -t utf-8 "$tmp/err" >/dev/null 2>&1 || fail "standard error is not UTF-8"
}

# ended CODE RE
ended() {
    [ "$code" -eq "$1" ] || fail "exit code $code, not $1"
    one_line "$2"
    [ ! -s "$tmp/out" ] || fail "words on standard output"
}

listing() {
    find . -printf '%p %y %s %m\n' | sort
}

refuses() {
    local wanted=$1 pattern=$2 before
    shift 2
    before=$(listing)
    run --out handout.pdf "$@"
    ended "$wanted" "$pattern"
    [ "$(listing)" = "$before" ] || fail "the folder changed: $(listing)"
    printf 'an old handout' >handout.pdf
    before=$(listing)
    run --out handout.pdf "$@"
    ended "$wanted" "$pattern"
    [ "$(cat handout.pdf)" = 'an old handout' ] || fail "the old handout is lost"
    [ "$(listing)" = "$before" ] || fail "the folder changed: $(listing)"
    rm handout.pdf
}

pages() {
    pdfinfo "$1" | awk '$1 == "Pages:" { print $2 }'
}

# says FILE WORDS [PAGE]: the words stand in the file's text, on that page; line ends count as blanks.
says() {
    pdftotext ${3:+-f "$3" -l "$3"} "$1" - | tr -s '\n\f ' '   ' | has -F -- "$2" || fail "$1 does not say${3:+ on page $3}: $2"
}

says_not() {
    ! pdftotext ${3:+-f "$3" -l "$3"} "$1" - | tr -s '\n\f ' '   ' | has -F -- "$2" || fail "$1 says${3:+ on page $3}: $2"
}

same_bytes() {
    cmp -s "$1" "$2" || fail "$1 and $2 differ"
}

# A copy of the program that any user may run, wherever the build folder is.
public_copy() {
    chmod 755 "$tmp"
    cp "$DGS_PDF" "$tmp/dgs-pdf"
    chmod 755 "$tmp/dgs-pdf"
}

# until_made N FOLDER: waits until a batch in the background has made N handouts there.
until_made() {
    for _ in $(seq 20000); do
        [ "$(find "$2" -name '*.pdf' 2>/dev/null | wc -l)" -lt "$1" ] || return 0
        sleep 0.005
    done
    fail "the batch does not make $1 handouts"
}

# lots_by_seed: what $RANDOM gives from here on can be had again with DGS_SEED; the seed is told where the test fails.
lots_by_seed() {
    DGS_SEED=${DGS_SEED:-$(date +%s%N | tail -c 10 | sed 's/^0*//')}
    RANDOM=$DGS_SEED
    echo "DGS_SEED=$DGS_SEED"
}
