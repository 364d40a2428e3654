#!/bin/bash
# Memory ends once in one worker of a batch: one row fails at most, wherever it was. Fonts that lacked memory cannot be
# used again, so a new worker takes its place.
. "$DGS_SRC/tests/e2e/lib.sh"
[ -z "${DGS_SANITIZE:-}" ] || skip 'sanitizers have allocations of their own'

python3 "$tools/rows.py" 12 >list.csv
ok batch list.csv --out-dir clean --no-precheck
batch() { # ORDER
    run_with=(env LD_PRELOAD="$DGS_FAULTS" DGS_FAULT="$1" DGS_FAULT_COUNT="$tmp/count")
    rm -rf out
    code=0
    "${run_with[@]}" "$DGS_PDF" batch list.csv --out-dir out --jobs 1 --no-precheck >"$tmp/out" 2>"$tmp/err" || code=$?
}
batch 'none 0 1'
first=$(cat "$tmp/count") # of the first process; a worker goes on counting from about there
failed=0
for ((n = first; n < first + 1500; n += 37)); do
    batch "malloc 12 $n!"
    bad=$(grep -c '"error"' out/manifest.jsonl) || true
    [ "$bad" -le 1 ] && [ "$(wc -l <out/manifest.jsonl)" -eq 12 ] || fail "$bad rows failed, with the allocation $n"
    [ "$code" -eq $((bad == 0 ? 0 : 75)) ] || fail "exit code $code, with the allocation $n"
    failed=$((failed + bad))
done
[ "$failed" -ge 10 ] || fail "only $failed of the allocations were a worker's"
ok batch list.csv --out-dir out --resume
diff -r out clean || fail 'another folder after --resume'
