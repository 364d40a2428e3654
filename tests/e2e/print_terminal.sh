#!/bin/bash
# Progress is shown on a terminal alone, on one line that is cleared at the end; --quiet says nothing.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

cat >"$tmp/slow.sh" <<EOF
#!/bin/sh
[ "\$IPP_JOB_ID" = 2 ] || exit 0
for _ in \$(seq 4000); do # until it is seen
    ! grep -qa ': printing' "$tmp/terminal" || break
    sleep 0.05
done
sleep 2 # and longer than it takes until what the printer lacks is told
EOF
chmod +x "$tmp/slow.sh"
start_printer Front -2 -s 10,10 -c "$tmp/slow.sh"
run print --printer "$printer"
one_line ': 4 pages, 1 copy, printed \(job 1\)$'
script -qec "'$DGS_PDF' print --printer '$printer'" "$tmp/typescript" </dev/null >"$tmp/terminal" 2>&1 ||
    fail 'it does not print at a terminal'
has -aF "$printer: printing" <"$tmp/terminal" || fail 'no progress'
# Other words may come in between, such as that the printer does not answer just now.
[ -z "$(tr '\r' '\n' <"$tmp/terminal" | grep -aF "$printer: " | uniq -d)" ] ||
    fail "the same line is written again: $(cat -v "$tmp/terminal")"
has -aE "$(printf '\r\033\\[K').*printed \(job 2\)" <"$tmp/terminal" || fail 'the line of progress is left'
ok print --printer "$printer"
