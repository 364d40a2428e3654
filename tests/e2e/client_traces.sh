#!/bin/bash
# While a client's sheet is made, no call of the system carries what is said of the client: not the name of a temporary
# file, nor what goes to a terminal or log. Metadata and bookmarks are those of another client's sheet.
. "$DGS_SRC/tests/e2e/lib.sh"
# The leak checker cannot work while another program traces.
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0

python3 "$tools/makepng.py" rgb8 logo.png 60 40
printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text x="1" y="8">A</text></svg>' >logo.svg
words='Zebulon|Zday|Zvisit|Znote|Ztherapist'
traced() { # traced ARGS...: with the client's data on standard input; all calls, whole strings
    code=0
    strace -f -qq -s 1000000 -o "$tmp/trace" "$DGS_PDF" "$@" --client-stdin >"$tmp/out" 2>"$tmp/err" <<'EOF' || code=$?
client = Zebulon Zmith
date = Zday
next_visit = Zvisit
therapist = Ztherapist
note = Znote
focus = 2
EOF
    [ "$code" -eq 0 ] || fail "exit code $code from: $*"
    python3 "$tools/joined.py" "$tmp/trace"
    ! grep -qE "$words" "$tmp/err" "$tmp/out" || fail "it is told by: $*"
    # Reading it is the one call that may show it.
    [ "$(grep -cE "$words" "$tmp/trace")" -eq 1 ] || fail "calls carry it: $(grep -E "$words" "$tmp/trace" | cut -c 1-200)"
    grep -E "$words" "$tmp/trace" | has -E '^[0-9]+ +read\([0-9]+, "client = Zebulon' || fail 'another call than reading carries it'
}
traced --out one.pdf --logo logo.png
grep -qE '(rename|openat)\(.*\.dgs-pdf-[0-9a-f]+-0\.tmp' "$tmp/trace" || fail 'there is no temporary file as the test thinks'
traced --out one.pdf # over an old one
if command -v rsvg-convert >/dev/null; then
    traced --out one.pdf --logo logo.svg
    grep -qE 'execve\("[^"]*rsvg-convert' "$tmp/trace" || fail 'rsvg-convert is not run as the test thinks'
fi
traced --out one.pdf --strict --large-print --no-sandbox
traced --dry-run
ok --out a.pdf --client Zebulon --date Zday --next-visit Zvisit --note Znote --therapist Ztherapist
ok --out b.pdf --client Ann --date today --next-visit soon --note Walk. --therapist Bob
for file in a b; do
    pdfinfo $file.pdf | grep -v '^File size' >$file.info
    pdfinfo -meta $file.pdf >$file.meta
    qpdf --json --json-key=outlines $file.pdf | grep '"title"' >$file.titles
done
same_bytes a.info b.info
same_bytes a.meta b.meta
[ "$(wc -l <a.titles)" -ge 5 ] || fail "no bookmarks are found"
same_bytes a.titles b.titles
[ "$(stat -c %a a.pdf)" = "$(printf '%o' $((0666 & ~$(umask))))" ] || fail "the permissions are $(stat -c %a a.pdf)"
(umask 077 && "$DGS_PDF" -q --out c.pdf --client Zebulon)
[ "$(stat -c %a c.pdf)" = 600 ] || fail "the permissions are $(stat -c %a c.pdf)"
