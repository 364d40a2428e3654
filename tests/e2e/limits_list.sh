#!/bin/bash
# Lists at the edge of what they may have are taken, one byte beyond is refused: a cell costs its row, a row the list.
. "$DGS_SRC/tests/e2e/lib.sh"

kb=1024
# A list that is refused as a whole, with nothing made.
refuses_list() {
    local pattern=$1
    shift
    run batch "$@" --out-dir out --parts guide
    ended 65 "$pattern"
    [ ! -e out ] || fail 'a folder was made'
}

# cell BYTES: most of them blanks, since a name has fewer characters.
cell() { printf 'name,phone\n"A%*s",111\nB,222\n' $(($1 - 1)) '' >list.csv; }
cell 4096
ok batch list.csv --out-dir out --parts guide --file-name '{n}.pdf'
[ "$(cd out && echo *.pdf)" = '1.pdf 2.pdf' ] || fail "made: $(ls out)"
rm -r out
cell 4097
run batch list.csv --out-dir out --parts guide --file-name '{n}.pdf'
[ "$code" -eq 4 ] || fail "exit code $code, not 4"
has -x 'dgs-pdf: row 1: list.csv:2: name has 4097 bytes, but at most 4096 fit: shorten it' <"$tmp/err" || fail 'the cell is not told'
[ "$(cd out && echo *.pdf)" = 2.pdf ] || fail "made: $(ls out)"
rm -r out

row() { printf 'name,phone\nA,111\nB%*s,222\n' $(($1 - 6)) '' >list.csv; }
row $((64 * kb))
ok batch list.csv --out-dir out --parts guide
rm -r out
row $((64 * kb + 1))
refuses_list 'list\.csv:3: the row that begins here has more than 64 KB: perhaps a quotation mark is not closed' list.csv
object() { printf '{"name": "A"%*s}\n' $(($1 - 14)) '' >list.jsonl; }
object $((64 * kb))
ok batch list.jsonl --out-dir out --parts guide
rm -r out
object $((64 * kb + 1))
refuses_list 'list\.jsonl:1: this row has more than 64 KB: shorten it' list.jsonl

# The content folder, all of whose files are looked at.
printf 'name\nA\n' >list.csv
mkdir -p words/more
printf '# Words\n\n## Call a doctor today if\n\nWords.\n' >words/article.md
(cd words/more && seq 4095 | xargs touch)
ok batch list.csv --out-dir out --parts guide --content words
rm -r out
touch words/more/4096
refuses_list 'words: has more than 4096 files: name a folder with only the content' list.csv --content words
