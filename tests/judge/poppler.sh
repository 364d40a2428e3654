#!/bin/bash
# poppler reads and paints every page without a word; every font is embedded, a subset, and has Unicode. That a printed
# field has a Role (ISO 32000-1, 14.8.5.6) poppler 22.12 does not know and says so: that is no fault of the file.
set -euo pipefail
bad=0
complain() { echo "$1: $2" >&2; bad=1; }
for file in "$DGS_MATRIX"/*.pdf; do
    name=$(basename "$file")
    words=$({ pdfinfo "$file" >"$DGS_MATRIX/info" && pdftotext "$file" /dev/null &&
        pdfinfo -struct-text "$file" >/dev/null && pdftoppm -r 20 -png "$file" "$DGS_MATRIX/page"; } 2>&1) || complain "$name" 'poppler fails'
    words=$(grep -v "Wrong Attribute 'Role' in element Form" <<<"$words") || true
    [ -z "$words" ] || complain "$name" "poppler says: $words"
    grep -q '^Tagged: *yes' "$DGS_MATRIX/info" || complain "$name" 'not tagged'
    pdffonts "$file" | awk 'NR > 2 { fonts++; if ($(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes") exit 1 }
        END { exit fonts < 1 }' || complain "$name" "fonts: $(pdffonts "$file")"
done
rm -f "$DGS_MATRIX"/page*.png
exit $bad
