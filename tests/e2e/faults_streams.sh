#!/bin/bash
# Standard streams that are closed: the same handouts, and no message or other output in any file.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --out whole.pdf --color '#ffff00' # a colour that is told of
python3 "$tools/rows.py" 4 >list.csv
printf '"Bad, row",call me,,,\n' >>list.csv
run batch list.csv --out-dir whole
[ "$code" -eq 4 ] || fail "exit code $code"
# with WORDS: closes what WORDS say, as the shell writes it
with() {
    rm -rf handout.pdf out
    code=0
    eval '"$DGS_PDF" --out handout.pdf --color "#ffff00" 2>/dev/null '"$1" || code=$?
    [ $code -eq 0 ] || fail "exit code $code with $1"
    same_bytes handout.pdf whole.pdf
    eval '"$DGS_PDF" batch list.csv --out-dir out --jobs 2 2>/dev/null '"$1" || code=$?
    [ $code -eq 4 ] || fail "exit code $code of a batch with $1"
    diff -r out whole || fail "another folder with $1"
    [ "$(ls -A)" = $'handout.pdf\nlist.csv\nout\nwhole\nwhole.pdf' ] || fail "left behind with $1: $(ls -A)"
}
with '<&-'
with '>&-'
with '2>&-'
with '<&- >&-'
with '<&- >&- 2>&-'
code=0
"$DGS_PDF" --out none/handout.pdf <&- >&- 2>&- || code=$?
[ $code -eq 73 ] || fail "exit code $code without a stream to tell it"
code=0
"$DGS_PDF" --out handout.pdf --client-stdin <&- 2>"$tmp/err" || code=$?
: >"$tmp/out"
[ $code -eq 74 ] || [ $code -eq 66 ] || fail "exit code $code without standard input"
one_line "client's data"
code=0
"$DGS_PDF" --out /dev/stdout >&- 2>"$tmp/err" || code=$?
[ $code -eq 73 ] || [ $code -eq 74 ] || fail "exit code $code for /dev/stdout that is closed"
code=0
"$DGS_PDF" batch list.csv --out-dir json --json >&- 2>"$tmp/err" || code=$?
[ $code -eq 74 ] || fail "exit code $code of a batch that cannot print"

# A client's data from a standard input that is closed.
code=0
"$DGS_PDF" --no-profile --out handout.pdf --client-stdin <&- >"$tmp/out" 2>"$tmp/err" || code=$?
ended 66 '^dgs-pdf: /dev/stdin: standard input is closed, or is a folder: send the client.s data there$'
