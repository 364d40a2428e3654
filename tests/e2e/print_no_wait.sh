#!/bin/bash
# --no-wait ends when the job is sent; without it a job that the service forgets when it is done counts as sent.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

cat >"$tmp/slow.sh" <<EOF
#!/bin/sh
until [ -e "$tmp/go" ]; do sleep 0.05; done
touch "$tmp/printed"
EOF
chmod +x "$tmp/slow.sh"
start_printer Slow -2 -s 10,10 -c "$tmp/slow.sh"
run print --no-wait --printer "$printer"
[ "$code" -eq 0 ] || fail "exit code $code"
[ ! -e "$tmp/printed" ] || fail 'it waited'
one_line ': 4 pages, 1 copy, sent \(job 1\)$'
touch "$tmp/go"
until_true 'the job is not printed' test -e "$tmp/printed"

history=No
add_queue Laser file:///dev/null "$tools/laser.ppd"
start_service
run print
[ "$code" -eq 0 ] || fail "exit code $code"
has -E 'Laser: 4 pages, 1 copy, (sent|printed) \(job 1\)$' <"$tmp/err" || fail 'it is not told'
