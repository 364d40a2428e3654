#!/bin/bash
# Without practice data: no empty contacts, room for a stamp and lines to write on at the booking call.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --out plain.pdf
says plain.pdf 'Book your next massage'
"$DGS_PDF" -q --dump content >content
grep -q 'blank' content || fail 'no line to write on'
! grep -iE '\(null\)|\{\{' content || fail 'words of the program in the text'
! pdfinfo plain.pdf | grep -E '^Author:' || fail 'an author without a practice'
"$DGS_PDF" -q --dump layout | awk '$1 == 1 && $6 == "text" { if (!top || $3 < top) top = $3 } END { exit !(top > 30) }' ||
    fail 'no room at the head of page 1'
