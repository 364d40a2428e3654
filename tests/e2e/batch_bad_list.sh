#!/bin/bash
# A list that cannot be used as a whole: exit code 65 (66 where it cannot be opened), and nothing is written.
. "$DGS_SRC/tests/e2e/lib.sh"

# refuses_list CODE RE FILE: one line on standard error that matches.
refuses_list() {
    run batch "$3" --out-dir out
    ended "$1" "$2"
    [ ! -e out ] || fail "something was written: $(ls -A out)"
}

printf 'name,phnoe,adress\nA,1\n' >list.csv
refuses_list 65 "list.csv: column 'phnoe' not found, did you mean phone, and column 'adress' not found, did you mean address: correct" list.csv
printf 'fone,zzzzzz\nA,1\n' >list.csv
refuses_list 65 "columns 'fone' and 'zzzzzz' not found: name keys of a profile in the first row" list.csv
printf 'name,phone,name\nA,1,B\n' >list.csv
refuses_list 65 "two columns 'name'" list.csv
printf 'na"me,phone\nA,1\n' >list.csv
refuses_list 65 'list.csv:1: cell .* has a quotation mark inside' list.csv
printf 'name,phone\n' >list.csv
refuses_list 65 'has no rows' list.csv
run batch list.csv --out-dir out --shard 1/3 --resume
ended 65 'has no rows'
[ ! -e out ] || fail 'a shard of nothing wrote something'
: >list.csv
refuses_list 65 'is empty: name the columns' list.csv
: >list.jsonl
refuses_list 65 'has no rows' list.jsonl
{ printf 'name\n"' && seq -f 'row after row %.0f' 5000; } >list.csv
refuses_list 65 'list.csv:2: .*more than 64 KB: perhaps a quotation mark is not closed' list.csv
refuses_list 66 'nowhere.csv: cannot open' nowhere.csv
refuses_list 66 '/dev/null: is a device, which cannot be read twice: save the list' /dev/null
refuses_list 66 'standard input cannot be read twice: save' -
printf 'name\nA\n' >list.csv
printf 'phone = none\n' >bad.ini
run batch list.csv --out-dir out --profile bad.ini
ended 65 'bad.ini:1: phone'
run batch list.csv --out-dir out --content nowhere
ended 66 'nowhere'
run batch list.csv --out-dir no/such/folder
ended 73 'no/such/folder'
run batch list.csv
ended 2 '--out-dir'
run batch --out-dir out
ended 2 'no list is named'
run batch list.csv --out-dir out --encoding latin
ended 2 '--encoding .latin. is invalid: write utf-8, utf-16, windows-1252, windows-1250, windows-1251 or mac-roman'
run batch list.csv --out-dir out --sheet 2
ended 2 'list.csv: --sheet is for workbooks .*and this is not one: remove --sheet'
run batch list.csv --out-dir out --jobs 0
ended 2 '--jobs'
run batch list.csv --out-dir out --client Anna
ended 2 '--client is not an option of dgs-pdf batch'
