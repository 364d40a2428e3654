#!/bin/bash
# No print service, no printer at an address, a service without printers: 69, and what to do.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

nobody=$(free_port)
export CUPS_SERVER=127.0.0.1:$nobody
for command in print printers 'print --test-page' 'print --dry-run'; do
    # shellcheck disable=SC2086
    run $command -q
    ended 69 "no print service answers at .*: install and start CUPS .*apt install cups.*, or give the printer's own address"
done
run print -q --printer "ipp://localhost:$nobody/ipp/print"
ended 69 "no printer answers at ipp://localhost:$nobody/ipp/print: check that it is switched on"
# A file needs none.
ok --out handout.pdf
start_service
run print -q
ended 69 'the print service has no printer: add one'
run printers
ended 69 'the print service has no printer: add one'
