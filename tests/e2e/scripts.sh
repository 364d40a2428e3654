#!/bin/bash
# Names in the Latin, Vietnamese, Greek and Cyrillic alphabets are printed as they are.
. "$DGS_SRC/tests/e2e/lib.sh"

while read -r name; do
    ok --out name.pdf --practice-name "$name"
    says name.pdf "$name" 1
    [ "$(pdfinfo name.pdf | sed -n 's/^Author: *//p')" = "$name" ] || fail "the author is $(pdfinfo name.pdf | grep Author)"
done <<'.'
Zoë Müller & Søn Ångström
Łódź Škoda Țepeș İstanbul ẞ
Trị liệu Nguyễn Đặng Phượng
Φυσιοθεραπεία Ελένη Ξανθού
Массаж Ёлкина Щукін Їжак
Office “fi fl ffi” (Suite 5/7) <b> \ %s
.
