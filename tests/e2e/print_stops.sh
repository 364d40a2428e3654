#!/bin/bash
# A printer that stops half way: what it lacks is told in words; after --wait the job is cancelled, with 75.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

add_backend empty <<'EOF'
#!/bin/sh
[ $# -ge 6 ] || exit 0
echo 'STATE: +media-empty-error' >&2
sleep 600 &
trap 'kill $!; exit 0' TERM
wait
EOF
add_backend broken <<'EOF'
#!/bin/sh
[ $# -ge 6 ] || exit 0
echo 'STATE: +media-jam-error' >&2
exit 4 # stops the queue
EOF
add_queue Empty empty:/ "$tools/laser.ppd"
add_queue Broken broken:/ "$tools/laser.ppd"
start_service
run print --wait 10
[ "$code" -eq 75 ] || fail "exit code $code, not 75"
has -xF "dgs-pdf: Empty: out of paper: put some in" <"$tmp/err" || fail 'the paper is not told'
has -xF "dgs-pdf: Empty: the printer is stopped (out of paper: put some in); the job is canceled" <"$tmp/err" ||
    fail 'the end is not told'
job_of Empty 1 >"$tmp/job"
has_attribute "$tmp/job" job-state canceled

run print -q --printer Broken --wait 10
ended 75 '^dgs-pdf: Broken: the printer is stopped \(paper is jammed: take it out; paused: resume it\); the job is canceled$'
job_of Broken 2 >"$tmp/job"
has_attribute "$tmp/job" job-state canceled

# The printer itself: a cover that is closed again, a job that it gives up, no answer any more.
cat >"$tmp/print.sh" <<EOF
#!/bin/sh
[ "\$IPP_JOB_ID" = 1 ] || exit 1
echo 'STATE: +cover-open' >&2
for _ in \$(seq 4000); do # until somebody reads it
    ! grep -q 'cover is open' "$tmp/err" || break
    sleep 0.05
done
echo 'STATE: -cover-open' >&2
EOF
chmod +x "$tmp/print.sh"
start_printer Front -2 -s 10,10 -c "$tmp/print.sh"
run print --printer "$printer"
[ "$code" -eq 0 ] || fail "exit code $code, not 0"
has -xF "dgs-pdf: $printer: a cover is open: close it" <"$tmp/err" || fail 'the cover is not told'
run print -q --printer "$printer"
ended 75 'could not finish the job.*: check the printer, then print again'
kill -STOP $printer_pid
run print -q --printer "$printer" --wait 1
ended 69 "no printer answers at $printer: check that it is switched on"
