#!/bin/bash
# A batch's memory does not grow with its rows, and two workers and their parent stay under 64 MB.
. "$DGS_SRC/tests/e2e/lib.sh"
[ -z "${DGS_SANITIZE:-}" ] || skip 'sanitizers keep memory of their own'

python3 "$tools/makepng.py" rgb8 logo.png 480 320
python3 "$tools/rows.py" 2500 --logo logo.png >list.csv
# peak OPTION...: in KB
peak() {
    python3 "$tools/memory.py" 2 "$DGS_PDF" batch list.csv --jobs 2 "$@"
}
few=$(peak --out-dir few --shard 0/10)
many=$(peak --out-dir many)
echo "peak of 250 rows: $few KB, of 2,500: $many KB"
[ "$many" -le 65536 ] || fail "$many KB are used"
[ "$many" -le $((few + few / 2)) ] || fail "$few KB for 250 rows, $many KB for 2,500"
# The check alone, with a name for each row to remember, of very many rows.
python3 "$tools/rows.py" 100000 >list.csv
huge=$(peak --dry-run --quiet --file-name '{name} {phone} {website}')
echo "peak of checking 100,000 rows: $huge KB"
[ "$huge" -le 65536 ] || fail "$huge KB are used for the check"
