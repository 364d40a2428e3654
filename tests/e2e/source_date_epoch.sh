#!/bin/bash
# SOURCE_DATE_EPOCH sets the dates; without it there is none; one that is no number is refused.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --out undated.pdf
! pdfinfo undated.pdf | grep -E '^(CreationDate|ModDate):' || fail 'a date without SOURCE_DATE_EPOCH'
! pdfinfo -meta undated.pdf | grep -E 'CreateDate|ModifyDate' || fail 'a date in the metadata'
export SOURCE_DATE_EPOCH=1700000000
ok --out dated.pdf
TZ=Pacific/Auckland "$DGS_PDF" -q --out dated2.pdf
same_bytes dated.pdf dated2.pdf
pdfinfo -isodates dated.pdf | grep -E '^CreationDate: +2023-11-14T22:13:20(Z|\+00)' || fail "$(pdfinfo -isodates dated.pdf)"
pdfinfo -meta dated.pdf | has -E '2023-11-14T22:13:20(Z|\+00:00)' || fail 'the metadata has another date'
for wrong in yesterday '' -1 1e9 0x10 ' 5' '5 ' 1.5 99999999999999999999; do
    export SOURCE_DATE_EPOCH=$wrong
    refuses 2 SOURCE_DATE_EPOCH
done
export SOURCE_DATE_EPOCH=0
ok --out oldest.pdf
pdfinfo -isodates oldest.pdf | has '1970-01-01T00:00:00' || fail 'no date for 0'
