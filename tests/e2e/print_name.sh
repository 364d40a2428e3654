#!/bin/bash
# A printer's name that is none: the nearest is suggested, or all are named; no usual printer; no printer at all.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

usual=
add_queue Reception file:///dev/null "$tools/laser.ppd"
add_queue Upstairs file:///dev/null "$tools/laser.ppd"
start_service
run print -q --printer Recpetion
ended 2 "^dgs-pdf: printer 'Recpetion' not found: did you mean Reception\? See dgs-pdf printers\.\$"
run print -q --printer Zzz
ended 2 "printer 'Zzz' not found: name one of these: Reception, Upstairs"
run print -q
ended 69 'there is no default printer: name one with --printer, of these: Reception, Upstairs'
PRINTER=Upstairs run print -q --dry-run
[ "$code" -eq 0 ] && has '"printer": "Upstairs"' <"$tmp/out" || fail 'the user has no say in the usual printer'
