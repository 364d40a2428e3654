#!/bin/bash
# Where a printer cannot reach what the pages have, the numbers are told and the pages are made to fit.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

sed 's/"12 12 600 780"/"12 50 600 780"/' "$tools/laser.ppd" >wide.ppd
add_queue Wide file:///dev/null wide.ppd
start_service
run print --dry-run --strict
[ "$code" -eq 0 ] || fail "exit code $code"
has -E 'notice: Wide cannot print the last 17\.6 mm at the bottom of Letter, and the handout reaches to 1[23]\.[0-9] mm from there: its pages are printed a little smaller, to fit' \
    <"$tmp/err" || fail 'the numbers are not told'
has '"print-scaling": "fit"' <"$tmp/out" || fail 'the pages are cut off'
run print --dry-run --test-page
has '"print-scaling": "none"' <"$tmp/out" || fail 'the test page is scaled'
