#!/bin/bash
# Two batches into one folder at once: one is made, the other is refused with 75 and harms nothing. Two runs that make
# one and the same handout: it is that of one of them.
. "$DGS_SRC/tests/e2e/lib.sh"

rows=1500 # enough to be at work for a while
[ -z "${DGS_SANITIZE:-}" ] || rows=400
python3 "$tools/rows.py" $rows >list.csv
sed 's/Massage/Bodywork/' list.csv >other.csv # other bytes under the same names
ok batch list.csv --out-dir clean --file-name '{n}.pdf'
for way in '' --resume; do
    rm -rf out
    "$DGS_PDF" batch list.csv --out-dir out --file-name '{n}.pdf' --no-precheck 2>"$tmp/first" &
    pid=$!
    until_made 3 out
    run batch other.csv --out-dir out --file-name '{n}.pdf' --no-precheck $way
    ended 75 'manifest.jsonl: another run is writing here'
    code=0
    wait $pid || code=$?
    [ $code -eq 0 ] && [ ! -s "$tmp/first" ] || fail "the first run ends with $code: $(cat "$tmp/first")"
    diff -r out clean || fail "the second run $way has changed what the first one made"
done
rm -rf out clean
python3 "$tools/rows.py" 40 >list.csv
ok batch list.csv --out-dir clean --file-name '{n}.pdf'
for _ in 1 2 3; do # at the same moment
    "$DGS_PDF" batch list.csv --out-dir out --file-name '{n}.pdf' 2>/dev/null &
    first=$!
    "$DGS_PDF" batch list.csv --out-dir out --file-name '{n}.pdf' 2>/dev/null &
    codes=
    for pid in $first $!; do
        code=0
        wait $pid || code=$?
        codes+="$code "
    done
    [[ "0 0 75 0 " = *"$codes"* ]] || fail "exit codes $codes"
    diff -r out clean || fail 'another folder than that of one run'
done

ok --out one.pdf --color '#102030'
ok --out two.pdf --color '#302010'
for _ in 1 2 3 4 5 6 7 8; do
    "$DGS_PDF" -q --out handout.pdf --color '#102030' &
    ok --out handout.pdf --color '#302010'
    wait
    cmp -s handout.pdf one.pdf || same_bytes handout.pdf two.pdf
done
[ -z "$(find . -name '.dgs*')" ] || fail "left behind: $(ls -A)"
