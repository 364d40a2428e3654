#!/bin/bash
# SIGTERM and SIGKILL at any moment of one handout: the old file or the new one, whole. SIGTERM leaves nothing behind;
# what SIGKILL leaves, the next run takes away.
. "$DGS_SRC/tests/e2e/lib.sh"
lots_by_seed

printf 'an old handout' >old
ok --out new.pdf --large-print
whole() { cmp -s box/handout.pdf old || cmp -s box/handout.pdf new.pdf || fail "$1: $(wc -c <box/handout.pdf) bytes"; }
for round in $(seq 40); do
    for signal in TERM KILL; do
        rm -rf box
        mkdir box
        cp old box/handout.pdf
        (timeout -s $signal "0.0$((RANDOM % 3))$((RANDOM % 10))1" "$DGS_PDF" -q --out box/handout.pdf --large-print) \
            >/dev/null 2>&1 || true
        whole "SIG$signal, round $round"
        [ $signal = KILL ] || [ "$(ls -A box)" = handout.pdf ] || fail "left behind by SIG$signal: $(ls -A box)"
    done
done
# SIGKILL can hardly be aimed at the moment in which the file is written; strace does that.
if [ -z "${DGS_SANITIZE:-}" ]; then # whose leak checker cannot be traced
    strace -qq -o /dev/null -e inject=fsync:signal=KILL "$DGS_PDF" -q --out box/handout.pdf --large-print 2>/dev/null || true
    [ "$(find box -name '.dgs-pdf-*' | wc -l)" -eq 1 ] || fail 'nothing was left for the next run'
    whole 'SIGKILL at fsync'
    code=0
    strace -qq -o /dev/null -e inject=fsync:signal=TERM "$DGS_PDF" -q --out box/second.pdf --large-print 2>/dev/null || code=$?
    [ $code -eq 143 ] && [ -f box/second.pdf ] && same_bytes box/second.pdf new.pdf || fail "SIGTERM at fsync: code $code"
    rm box/second.pdf
fi
ok --out box/handout.pdf --large-print
same_bytes box/handout.pdf new.pdf
[ "$(ls -A box)" = handout.pdf ] || fail "not taken away: $(ls -A box)"
