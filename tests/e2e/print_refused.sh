#!/bin/bash
# A printer that takes no jobs, and what is no printer: one sentence, nothing printed.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

accepting=No add_queue Closed file:///dev/null "$tools/laser.ppd"
start_service
run print -q --printer Closed
ended 75 '^dgs-pdf: Closed accepts no jobs now: let it accept jobs again, then try again$'
[ -z "$(find "$spool" -name 'd*-*')" ] || fail 'something is in the spool'
run printers
has -E '^Closed \* +accepts no jobs' <"$tmp/out" || fail 'the list does not tell'
# An address of the service that is no printer.
run print -q --printer "ipp://$CUPS_SERVER/printers/Nobody"
ended 69 'no printer answers at ipp://.*/printers/Nobody: check that'
run print -q --printer 'ipp://'
ended 2 "is not a printer's address"
# A printer that takes no PDF.
start_printer Raster -f image/pwg-raster
run print -q --printer "$printer"
ended 69 'does not support PDF'
