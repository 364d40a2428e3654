#!/bin/bash
# A worker of a batch reads and draws each logo once, however many rows have it, when it checks the list and when it makes the
# handouts; and these are those made alone.
. "$DGS_SRC/tests/e2e/lib.sh"
[ -z "$DGS_SANITIZE" ] || skip "strace and the leak sanitizer both want to trace"

printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><g opacity=".5"><circle cx="50" cy="50" r="40" fill="#204080"/></g></svg>' >a.svg
convert -size 80x40 gradient:red-blue a.webp
python3 "$tools/makeicc.py" p3 p3.icc
convert -size 80x40 gradient:red-blue +profile '*' -profile p3.icc a.jpg
{
    echo 'name,logo'
    for i in 1 2 3 4 5; do
        for logo in a.svg a.webp a.jpg; do echo "Willow $i,$logo"; done
    done
} >list.csv

# drawn COMMAND...: how many times rsvg-convert is started.
drawn() {
    strace -f -qq -e trace=execve -o trace "$DGS_PDF" "$@" >"$tmp/out" 2>"$tmp/err" || fail "exit code $?: $*"
    grep -c 'rsvg-convert.*= 0$' trace || true
}
alone=$(drawn --no-profile --out alone.pdf --logo a.svg --practice-name 'Willow 1' -q)
[ "$alone" -ge 1 ] || fail 'the drawing program is not started'
batch=$(drawn batch list.csv --no-profile --out-dir out --jobs 1 -q)
[ "$batch" -eq $((2 * alone)) ] || fail "15 rows: drawn $batch times, one handout: $alone"
i=0
for logo in a.svg a.webp a.jpg; do
    i=$((i + 1))
    run --no-profile -q --out alone.pdf --logo $logo --practice-name 'Willow 1'
    file=$(find out -name "*0*$i*.pdf" | sort | head -n 1)
    cmp -s alone.pdf "$file" || find out -name '*.pdf' -exec cmp -s alone.pdf {} \; -print | has . || fail "$logo: no handout of the batch is that made alone"
done
