#!/bin/bash
# Names of all scripts on a phone's page, in large print, in gray, and as a booklet: readers find their words.
. "$DGS_SRC/tests/e2e/lib.sh"
cat >some.py <<'.'
import csv
import sys
sys.path.insert(0, sys.argv[1])
from names import KINDS, missing, names
# One name of each script, of another kind for each, and of the single names some.
every = names(False)
some = [every[i][1] for i in range(0, len(every), len(KINDS) + 1)]
if len(sys.argv) == 2:
    csv.writer(sys.stdout).writerows([["name"], *([name] for name in some)])
    sys.exit()
faults = [(name, fault) for n, name in enumerate(some, 1) for fault in missing(sys.argv[2], n, name)]
sys.exit(f"{len(some)} names, {faults}" if faults or len(some) < 20 else 0)
.
python3 some.py "$tools" >list.csv
number=0
for form in '--paper phone' --large-print '--ink gray' --booklet; do
    # shellcheck disable=SC2086 # an option and its value
    ok batch list.csv --out-dir "out$number" --file-name '{n}.pdf' --parts guide $form
    python3 some.py "$tools" "out$number" || fail "$form: words are not found"
    number=$((number + 1))
done
