#!/bin/bash
# Names in twenty scripts and mixtures of them: a batch makes them, readers find their words, and one alone is the same.
. "$DGS_SRC/tests/e2e/lib.sh"
python3 "$tools/names.py" list list.csv
ok batch list.csv --out-dir out --name '{n}.pdf' --parts guide
# {n} has as many digits as the last row's number.
for f in out/*.pdf; do n=${f##*/}; n=${n%.pdf}; mv "$f" "out/$((10#$n)).pdf" 2>/dev/null || true; done
python3 "$tools/names.py" check out || fail 'words are not found'
python3 - list.csv <<'END' >some.tsv
import csv, sys
for number, row in enumerate(csv.reader(open(sys.argv[1], encoding="utf-8"))):
    if number % 16 == 1:
        print(number, row[0], sep="\t")
END
while IFS=$'\t' read -r number name; do
    ok --out one.pdf --parts guide --practice-name "$name"
    cmp one.pdf "out/$number.pdf" || fail "the batch makes another file of $name"
done <some.tsv
ok --out none.pdf --parts guide --practice-name Ana
small=$(stat -c %s none.pdf)
for f in out/*.pdf; do
    [ "$(stat -c %s "$f")" -le $((small + 3 * 6144)) ] || fail "$f is large" # names of three faces at most
done
