#!/bin/bash
# qpdf finds nothing to complain about.
set -euo pipefail
bad=0
for file in "$DGS_MATRIX"/*.pdf; do
    qpdf --check "$file" >"$DGS_MATRIX/log" 2>&1 || { cat "$DGS_MATRIX/log"; bad=1; }
    ! grep -i warning "$DGS_MATRIX/log" || bad=1
done
exit $bad
