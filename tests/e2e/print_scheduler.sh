#!/bin/bash
# A CUPS scheduler's own spool file is the handout, byte for byte, as is what its printer gets; a printer without
# colour gets the variant without colour; the job's attributes are as asked and say nothing of the client.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

start_printer Back -2
add_queue Laser "${printer/localhost/127.0.0.1}?waitjob=false" "$tools/laser.ppd"
start_service
handout=(--client Zebulon --focus 2 --practice-name 'Willow Creek')
run print --wait 300 --copies 3 "${handout[@]}"
[ "$code" -eq 0 ] || fail "exit code $code"
has -x 'dgs-pdf: notice: Laser prints no color: the handout is made in gray' <"$tmp/err" || fail 'grey is not told'
ok --out grey.pdf --ink=gray "${handout[@]}"
same_bytes "$spool/d00001-001" grey.pdf
has_pdf() {
    find "$received" -name '*.pdf' | has .
}
until_true 'the printer got nothing' has_pdf
mapfile -t got < <(find "$received" -name '*.pdf')
same_bytes "${got[0]}" grey.pdf
job_of Laser 1 >"$tmp/job"
has_attribute "$tmp/job" job-name Handout
has_attribute "$tmp/job" document-name-supplied Handout
has_attribute "$tmp/job" copies 3
has_attribute "$tmp/job" media na_letter_8.5x11in
has_attribute "$tmp/job" sides two-sided-long-edge
has_attribute "$tmp/job" print-color-mode monochrome
has_attribute "$tmp/job" print-scaling none
has_attribute "$tmp/job" document-format application/pdf
! has -i zebulon <"$tmp/job" || fail 'the attributes name the client'
# No file of the scheduler names the client in plain: neither its logs nor the job's own, which is binary and written
# when the scheduler ends. The sheet itself does, in glyphs; unpacked, no metadata do.
kill "$(cat "$service_folder/state/cupsd.pid")"
until_true 'the scheduler has another place for its jobs than the test thinks' test -s "$spool/c00001"
grep -qa 'job-name' "$spool/c00001" || fail 'the file of the job has another form than the test thinks'
! grep -ralE 'Zebulon|Z.e.b.u.l.o.n' "$service_folder" || fail 'a file of the scheduler names the client'
qpdf --qdf --object-streams=disable --stream-data=uncompress "$spool/d00001-001" "$tmp/plain.pdf"
! grep -aE 'Zebulon|Z.e.b.u.l.o.n' "$tmp/plain.pdf" || fail 'the spooled sheet names the client beside its text'
