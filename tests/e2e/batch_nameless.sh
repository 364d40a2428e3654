#!/bin/bash
# What a vendor would not see in time: a row that has lost its name, and a profile that nobody named and that fills empty cells.
. "$DGS_SRC/tests/e2e/lib.sh"
printf 'name,phone\nAnna,503 555 0142\n,503 555 0143\n' >list.csv
run batch list.csv --out-dir out
[ "$code" -eq 0 ] && grep -q 'warning: list.csv: row 2: the practice has no name' "$tmp/err" || fail "code $code: nothing is said"
run batch list.csv --out-dir strict --strict
[ "$code" -eq 4 ] && grep -q 'row 2: list.csv:3: the practice has no name.*--strict' "$tmp/err" || fail "code $code with --strict"
printf 'phone\n503 555 0142\n' >nameless.csv # a list without names is told of as one
run batch nameless.csv --out-dir nameless --strict
[ "$code" -eq 0 ] && grep -q 'no column has the practice' "$tmp/err" || fail "code $code: a list without names"
printf 'name = Head Office\nlicense = LIC-77\n' >practice.ini
told='notice: practice.ini: fills the empty cells of the list'
run batch list.csv --out-dir out --strict
[ "$code" -eq 0 ] && grep -q "$told" "$tmp/err" || fail "code $code: the profile is not told"
for named in '--profile practice.ini' --no-profile; do
    # shellcheck disable=SC2086 # two words
    run batch list.csv --out-dir out $named
    ! grep -q "$told" "$tmp/err" || fail "told with $named"
done
DGS_PDF_PROFILE=practice.ini run batch list.csv --out-dir out
! grep -q "$told" "$tmp/err" || fail 'told where the environment names it'
run batch list.csv --out-dir out --resume # which a log tells of too
grep -q ' 2 kept' "$tmp/err" || fail 'what was kept is not told'
