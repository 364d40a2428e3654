#!/bin/bash
# The short version of `make soak`: 5,000 rows in one run with flat memory, files deleted as verified.
. "$DGS_SRC/tests/e2e/lib.sh"
[ -z "${DGS_SANITIZE:-}" ] || skip 'sanitizers keep memory of their own'

python3 "$DGS_SRC/tests/soak/soak.py" "$DGS_PDF" "$tmp/soak" 2 5000 || fail "exit code $?"
