#!/bin/bash
# Names in twenty scripts and mixtures of them: a batch makes them, readers find their words, and one alone is the same.
. "$DGS_SRC/tests/e2e/lib.sh"
python3 "$tools/names.py" list list.csv
ok batch list.csv --out-dir out --file-name '{n}.pdf' --parts guide
python3 "$tools/names.py" check out || fail 'words are not found'
python3 "$tools/names.py" same out || fail 'the batch makes other files'
ok --out none.pdf --parts guide --practice-name Ana
small=$(stat -c %s none.pdf)
for f in out/*.pdf; do
    [ "$(stat -c %s "$f")" -le $((small + 3 * 6144)) ] || fail "$f is large" # names of three faces at most
done
