#!/bin/bash
# Memory ends in the process that composes what is printed: exit code 75 and one sentence, nothing sent.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"
[ -z "${DGS_SANITIZE:-}" ] || skip 'sanitizers have allocations of their own'

add_queue Laser file:///dev/null "$tools/laser.ppd"
start_service
python3 "$tools/makepng.py" rgb-alpha8 logo.png 40 30
prints() { # ORDER
    code=0
    find "$spool" -name 'd*-*' -delete # of those before
    env LD_PRELOAD="$DGS_FAULTS" DGS_FAULT="$1" DGS_FAULT_COUNT="$tmp/count" "$DGS_PDF" print -q --no-profile \
        --practice-name Anna --logo logo.png --client Maria --no-wait >"$tmp/out" 2>"$tmp/err" || code=$?
}
prints 'none 0 1'
[ "$code" -eq 0 ] || fail "exit code $code without a fault"
first=$(cat "$tmp/count") # of the process that prints; the other one goes on counting from a little before
failed=0
for ((n = first; n < first + 900; n += 37)); do
    prints "malloc 12 $n"
    [ "$code" -ne 0 ] || continue
    ended 75 '^dgs-pdf: not enough memory: close other programs and try again$'
    [ -z "$(find "$spool" -name 'd*-*')" ] || fail "something was sent, with the allocation $n"
    failed=$((failed + 1))
done
[ "$failed" -ge 10 ] || fail "only $failed of the allocations were those of composing"
