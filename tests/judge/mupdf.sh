#!/bin/bash
# mupdf paints every page and copies every file without a word; the copy is sound too. Debian's mupdf is built without
# ICC profiles and says so for each file that has one: that is no fault of the file.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
bad=0
for file in "$DGS_MATRIX"/*.pdf; do
    words=$({ mutool draw -q -r 20 -F pam -o /dev/null "$file" && mutool clean "$file" "$tmp/copy.pdf"; } 2>&1) || bad=1
    words=$(grep -v 'ICC support is not available' <<<"$words") || true
    [ -z "$words" ] || { echo "$(basename "$file"): mupdf says: $words" >&2; bad=1; }
    qpdf --check "$tmp/copy.pdf" >/dev/null || bad=1
done
exit $bad
