#!/bin/bash
# Ctrl-C and SIGTERM cancel the job, with 130 and 143.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

cat >"$tmp/backend.sh" <<'EOF'
#!/bin/sh
sleep 600 &
trap 'kill $!; exit 1' TERM
wait
EOF
chmod +x "$tmp/backend.sh"
start_printer Slow -2 -c "$tmp/backend.sh"
add_queue Laser "${printer/localhost/127.0.0.1}" "$tools/laser.ppd"
start_service
number=0
for signal in INT:130:Ctrl-C TERM:143:signal; do
    number=$((number + 1))
    IFS=: read -r name wanted word <<<"$signal"
    # A shell's background children ignore Ctrl-C: env makes it the default again.
    env --default-signal=INT "$DGS_PDF" print >"$tmp/out" 2>"$tmp/err" &
    pid=$!
    is_printing() { job_of Laser $number | has -xE 'job-state processing'; }
    until_true 'the job does not begin' is_printing
    kill "-$name" $pid
    code=0
    wait $pid || code=$?
    [ "$code" -eq "$wanted" ] || fail "exit code $code, not $wanted"
    has -E "^dgs-pdf: Laser: stopped by .*$word; the job is canceled\$" <"$tmp/err" || fail 'it is not told'
    job_of Laser $number >"$tmp/job"
    has_attribute "$tmp/job" job-state canceled
done
