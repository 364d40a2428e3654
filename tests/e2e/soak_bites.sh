#!/bin/bash
# What `make soak` must not overlook: a file that is not what the row says, memory that grows, a row that is missing.
. "$DGS_SRC/tests/e2e/lib.sh"
[ -z "${DGS_SANITIZE:-}" ] || skip 'sanitizers keep memory of their own'

stand_in() { # the real program with something beside; standard input is that
    { echo '#!/bin/bash' && cat; } >"$tmp/stand-in"
    chmod +x "$tmp/stand-in"
}
sees() {
    code=0
    python3 "$DGS_SRC/tests/soak/soak.py" "$tmp/stand-in" "$tmp/soak" 2 5000 >"$tmp/out" 2>"$tmp/err" || code=$?
    [ "$code" -eq 1 ] && grep -q "$1" "$tmp/err" || fail "it is not seen that $1 (exit code $code)"
}
stand_in <<EOF
[ "\$1" = batch ] || exec "$DGS_PDF" "\$@" --ink=gray
exec "$DGS_PDF" "\$@"
EOF
sees 'differs from the handout that is made alone'
stand_in <<EOF
[ "\$1" = batch ] || exec "$DGS_PDF" "\$@"
while kill -0 \$\$; do # with the rows, not with time: a busy machine may let it run seldom
    written=\$(stat -c %s out/manifest.jsonl) && printf -v kept '%*s' \$((written * 20)) x
    sleep 0.01
done 2>/dev/null &
exec "$DGS_PDF" "\$@" # itself, since it is what is made to wait for the verifier
EOF
sees 'the memory .* grows'
stand_in <<EOF
[ "\$1" = batch ] || exec "$DGS_PDF" "\$@"
sed -i 300d practices.csv
exec "$DGS_PDF" "\$@"
EOF
sees 'differs from the handout that is made alone\|rows were made'
