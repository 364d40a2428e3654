#!/bin/bash
# page-validation, a second validator, finds every handout conformant with what it claims.
set -euo pipefail
for flavour in ua1 2a; do
    "$DGS_SRC/tests/tools/page.sh" $flavour "$DGS_MATRIX"/*.pdf
done
