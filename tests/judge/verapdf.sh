#!/bin/bash
# veraPDF finds every handout conformant, for each flavour that the handouts claim.
set -euo pipefail
for flavour in ua1 2a; do
    "$DGS_SRC/tests/tools/verapdf.sh" $flavour "$DGS_MATRIX"/*.pdf
done
