#!/bin/bash
# Memory ends, at one allocation or from one on, in one handout and in a batch: exit code 75 and nothing else, or the
# very bytes of a run with memory. DGS_FAULTS_FULL=1 takes each of the first 5,000 allocations.
. "$DGS_SRC/tests/e2e/lib.sh"
[ -z "${DGS_SANITIZE:-}" ] || skip 'sanitizers have allocations of their own'

# ends KIND FIRST LAST STEP
ends() {
    rm -rf run
    mkdir run
    (cd run && python3 "$tools/faults.py" "$DGS_PDF" "$DGS_FAULTS" "$1" malloc 12 "$2" "$3" "$4") || fail "$1"
}
if [ -n "${DGS_FAULTS_FULL:-}" ]; then
    ends single 1 5000 1
    ends batch 1 5000 1
else
    ends single 1 24 1 # before and while the sandbox is closed
    ends single 25 0 43
    ends batch 7 2500 190
fi

# A limit of the address space: from the least with which the program can start at all.
printf 'an old handout' >handout.pdf
for ((limit = 4000; limit < 400000; limit += limit / 12)); do
    code=0
    (ulimit -v $limit && exec "$DGS_PDF" -q --out handout.pdf) 2>"$tmp/err" || code=$?
    [ $code -ne 0 ] || break
    if (ulimit -v $limit && exec "$DGS_PDF" --version) >/dev/null 2>&1; then
        [ $code -eq 75 ] || fail "exit code $code with $limit KB"
        one_line memory
    fi
    [ "$(cat handout.pdf)" = 'an old handout' ] || fail "the old handout is lost with $limit KB"
    [ "$(ls -A)" = $'handout.pdf\nrun' ] || fail "left behind with $limit KB: $(ls -A)"
done
head -c 5 handout.pdf | has '%PDF-' || fail 'no handout, however much memory'
echo "a handout takes less than $limit KB of address space"
