#!/bin/bash
# zbar reads each booking code back from its page as it is printed in grey at 300 dpi.
set -euo pipefail
bad=0 codes=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
complain() { echo "$1: $2" >&2; bad=1; }
for file in "$DGS_MATRIX"/*.pdf; do
    name=$(basename "$file" .pdf)
    wanted=$(sed -n 's/^ *code <\([^>]*\)>.*/\1/p' "$DGS_MATRIX/$name.content")
    [ -n "$wanted" ] || continue
    codes=$((codes + 1))
    seen=
    for page in $(awk '$6 == "art" && $7 == "code" { print $1 }' "$DGS_MATRIX/$name.layout"); do
        pdftoppm -gray -r 300 -f "$page" -l "$page" -singlefile "$file" "$work/page"
        seen+=$(zbarimg -q --nodbus --raw "$work/page.pgm" 2>/dev/null)$'\n' || true
    done
    [ "$seen" = "$wanted"$'\n' ] || complain "$name" "the code says '$seen' instead of '$wanted'"
done
[ "$codes" -gt 0 ] || complain matrix 'no handout with a code'
printf 'booking: the codes of %s handouts were read\n' "$codes"
exit $bad
