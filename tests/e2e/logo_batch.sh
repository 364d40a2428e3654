#!/bin/bash
# A batch reads and draws each logo once, however many rows have it, when it checks the list as when it makes the handouts,
# and the handouts are those made alone.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/makeicc.py" p3 p3.icc
convert -size 80x40 gradient:red-blue a.webp
convert -size 80x40 gradient:red-blue +profile '*' -profile p3.icc a.jpg
logos=(a.webp a.jpg)
for i in {1..12}; do # which take more than one worker keeps for itself
    printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><g opacity=".5"><circle cx="50" cy="50" r="4%d" fill="#204080"/></g></svg>' "$i" >"$i.svg"
    logos+=("$i.svg")
done
{
    echo 'name,logo'
    for i in 1 2 3; do
        for logo in "${logos[@]}"; do echo "Willow $i,$logo"; done
    done
} >list.csv

# drawn COMMAND...: how many times rsvg-convert is started. The leak sanitizer cannot trace what is traced.
drawn() {
    ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0 strace -ff -qq -e trace=execve -o trace "$DGS_PDF" "$@" >"$tmp/out" 2>"$tmp/err" || fail "exit code $?: $*"
    cat trace.* | grep -c 'rsvg-convert.*= 0$' || true
    rm trace.*
}
alone=$(drawn --no-profile --out alone.pdf --logo 1.svg --practice-name 'Willow 1' -q)
[ "$alone" -ge 1 ] || fail 'the drawing program is not started'
batch=$(drawn batch list.csv --no-profile --out-dir traced --jobs 1 -q)
[ "$batch" -eq $((12 * alone)) ] || fail "12 drawings in 36 rows: drawn $batch times, one handout: $alone"

ok batch list.csv --no-profile --out-dir out --jobs 3
diff -r traced out >/dev/null || fail 'more workers make other handouts'
for i in "${!logos[@]}"; do
    ok --no-profile --out alone.pdf --logo "${logos[i]}" --practice-name 'Willow 1'
    same_bytes alone.pdf "$(printf 'out/%04d-Willow 1.pdf' $((i + 1)))"
done
