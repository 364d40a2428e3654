#!/bin/bash
# Ghostscript paints every page without a warning.
set -euo pipefail
bad=0
for file in "$DGS_MATRIX"/*.pdf; do
    words=$(gs -q -dSAFER -dBATCH -dNOPAUSE -dPDFSTOPONERROR -dPDFSTOPONWARNING -sDEVICE=bit -r20 -o /dev/null "$file" 2>&1) || bad=1
    [ -z "$words" ] || { echo "$(basename "$file"): Ghostscript says: $words" >&2; bad=1; }
done
exit $bad
