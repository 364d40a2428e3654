#!/bin/bash
# What only close() tells, as network disks do, loses no handout: where a row is told to have failed, its old file stands.
. "$DGS_SRC/tests/e2e/lib.sh"
[ -z "${DGS_SANITIZE:-}" ] || skip 'sanitizers and preloaded libraries do not go together'

python3 "$tools/rows.py" 3 >list.csv
batch() {
    code=0
    env "$@" "$DGS_PDF" batch list.csv --out-dir out --file-name '{n}.pdf' --parts guide --jobs 1 --resume -q \
        2>"$tmp/err" >"$tmp/out" || code=$?
}
batch
[ "$code" -eq 0 ] || fail "exit code $code"
mv out old
sed -i 's/Massage/Bodywork/' list.csv
batch
mv out new
told=0
for n in $(seq 40); do
    rm -rf out
    cp -r old out
    batch LD_PRELOAD="$DGS_FAULTS" DGS_FAULT="close 5 $n"
    for row in 1 2 3; do
        if grep "^{\"row\":$row," out/manifest.jsonl | has '"error"'; then
            told=$((told + 1))
            same_bytes "out/$row.pdf" "old/$row.pdf"
        else
            cmp -s "out/$row.pdf" "old/$row.pdf" || same_bytes "out/$row.pdf" "new/$row.pdf"
        fi
    done
    [ "$(find out -type f | wc -l)" -eq 4 ] || fail "left behind: $(ls -A out)"
done
[ "$told" -ge 3 ] || fail "of 40 runs only $told had a row whose file could not be closed"

# One handout: the same.
printf 'an old handout' >"$tmp/old"
told=0
for n in $(seq 12); do
    cp "$tmp/old" handout.pdf
    code=0
    LD_PRELOAD=$DGS_FAULTS DGS_FAULT="close 5 $n" "$DGS_PDF" -q --out handout.pdf 2>"$tmp/err" || code=$?
    [ "$code" -eq 0 ] || same_bytes handout.pdf "$tmp/old"
    [ "$code" -eq 0 ] || told=$((told + 1))
done
[ "$told" -ge 1 ] || fail 'no run had a file that could not be closed'
