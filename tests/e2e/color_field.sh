#!/bin/bash
# The booking box and the heads of tables show the practice's own colour, also a light one.
. "$DGS_SRC/tests/e2e/lib.sh"

for color in '#ffff00' '#39ff14' '#f7c6d0' '#0b5f5a' '#000000'; do
    ok --out a.pdf --practice-name 'Anna Perez' --color "$color" --parts worksheet
    share=$(python3 "$tools/pixels.py" share a.pdf "$color")
    [ "$share" -gt 20000 ] || fail "$color: $share pixels in a million"
done
