#!/bin/bash
# The man page passes mandoc, and names every option that --help names.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --man
cp "$tmp/out" dgs-pdf.1
mandoc -T lint -W warning dgs-pdf.1 >lint || fail "mandoc says: $(cat lint)"
mandoc -T utf8 dgs-pdf.1 | sed $'s/.\b//g' >page
ok --help
grep -oE -- '--[a-z-]+' "$tmp/out" | sort -u | grep -vx -e --man | while read -r option; do
    grep -qF -- "$option" page || fail "the man page does not name $option"
done
codes=$(sed -n 's/^ *DGS_ERR_[A-Z]* = \([0-9]*\).*/\1/p' "$DGS_SRC/src/base/err.h" | sort -nu)
[ "$(wc -w <<<"$codes")" -gt 10 ] || fail "err.h has the codes $codes"
for code in 0 $codes; do
    sed -n '/^EXIT STATUS/,/^LIMITS/p' page | has -E "^ +([0-9]+, )?$code(,? |\$)" || fail "the man page does not explain the exit code $code"
done
