#!/bin/bash
# Names in twenty scripts and mixtures of them: a batch makes them, readers find their words, and one alone is the same.
. "$DGS_SRC/tests/e2e/lib.sh"
python3 "$tools/names.py" list list.csv
ok batch list.csv --out-dir out --file-name '{n}.pdf' --parts guide
python3 "$tools/names.py" check out || fail 'words are not found'
python3 "$tools/names.py" same out || fail 'the batch makes other files'
ok --out none.pdf --parts guide --practice-name Ana
small=$(stat -c %s none.pdf)
number=0
while read -r name; do # six thousand bytes, but for names of several faces
    number=$((number + 1)) most=6000
    case $name in *[★♥]*) most=7000 ;; esac
    more=$(($(stat -c %s out/$number.pdf) - small))
    [ $more -le $most ] || fail "$name: $more bytes more"
done < <(tail -n +2 list.csv)
[ $number -ge 200 ] || fail "only $number names"
[ -n "${DGS_SANITIZE:-}" ] || [ "$(stat -c %s "$DGS_PDF")" -le 6000000 ] || fail 'the program has more than 6 MB'
