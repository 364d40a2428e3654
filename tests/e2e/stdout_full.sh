#!/bin/bash
# A full device behind standard output: exit code 74.
. "$DGS_SRC/tests/e2e/lib.sh"

for args in '--out -' '--dump content' '--dump layout' --help --version --man; do
    code=0
    # shellcheck disable=SC2086
    "$DGS_PDF" $args >/dev/full 2>"$tmp/err" || code=$?
    : >"$tmp/out"
    ended 74 'standard output'
done
