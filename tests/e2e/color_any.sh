#!/bin/bash
# Any colour gives a handout; it shows in the file.
. "$DGS_SRC/tests/e2e/lib.sh"

for color in '#000000' '#ffffff' '#ffff00' '#0b5d5b' '#ABCDEF'; do
    ok --out "$color.pdf" --color "$color" --practice-name 'Anna Perez'
    [ "$(pages "$color.pdf")" -eq 4 ] || fail "$color: $(pages "$color.pdf") pages"
done
! cmp -s '#000000.pdf' '#0b5d5b.pdf' || fail 'the colour makes no difference'
