#!/bin/bash
# valgrind finds no fault and no leak in the program as it ships, whatever it is told to do. `make valgrind` does the same
# with all end-to-end tests.
. "$DGS_SRC/tests/e2e/lib.sh"

memcheck() { # CODE ARGS...
    local wanted=$1
    shift
    code=0
    valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,possible \
        --errors-for-leak-kinds=definite,possible --suppressions="$tools/valgrind.supp" --log-file="$tmp/log.%p" \
        "$DGS_PDF" "$@" -q >"$tmp/out" 2>"$tmp/err" || code=$?
    [ "$code" -eq "$wanted" ] || fail "exit code $code, not $wanted, from: $*"
    # It also tells of calls of the system that it does not know, which are the sandbox's: lines that begin otherwise.
    ! cat "$tmp"/log.* | has '^==' || fail "from $*: $(cat "$tmp"/log.* | grep '^==' | head -n 30)"
    rm "$tmp"/log.*
}
python3 "$tools/makepng.py" rgb-alpha8 logo.png
cat >logo.svg <<'.'
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h20v10z" fill="#123456" stroke-width="1"/></svg>
.
memcheck 0 --out handout.pdf --practice-name 'Anna Perez' --logo logo.png --client Maria --booking-url a.example/book
memcheck 0 --dump tags --logo logo.svg --large-print
memcheck 0 --dry-run --booklet
memcheck 0 init practice.ini
memcheck 0 init-content texts
memcheck 0 --dump layout --content texts
memcheck 0 profile --json
printf 'name,logo,color\nAnna,logo.png,#123456\nEva,logo.svg,none\nMia,,#abcdef\n' >list.csv
memcheck 4 batch list.csv --out-dir made --jobs 1
memcheck 4 batch list.csv --out-dir made --jobs 1 --resume
memcheck 4 manifest merge made --out merged.jsonl
CUPS_SERVER=localhost:1 memcheck 69 print
memcheck 73 --out none/handout.pdf
memcheck 2 --ouch
memcheck 66 --out handout.pdf --logo none.png
printf 'no picture' >logo.png
memcheck 65 --out handout.pdf --logo logo.png
printf '# A\n\n<b>raw</b>\n' >texts/guide.md
memcheck 65 --out handout.pdf --content texts
