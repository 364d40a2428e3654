#!/bin/bash
# A colour that is none: exit code 2, and the sentence shows how one is written.
. "$DGS_SRC/tests/e2e/lib.sh"

for color in red '#12345' '#1234567' '#12345g' '' '#' 123456789 '#-12345' ' #123456' '#123456 '; do
    refuses 2 'color.*#[0-9a-fr]{6}' --color "$color"
done
