#!/bin/bash
# A practice's name that is a file, or is called like one of settings, is printed, with a notice that names --profile.
. "$DGS_SRC/tests/e2e/lib.sh"

wanted="^dgs-pdf: notice: 'p.ini' is used as the practice's name: for a file of settings, write --profile p.ini\$"
printf 'name = Willow Creek\n' >p.ini
for name in --practice --practice-name; do
    run --out handout.pdf --strict $name p.ini
    [ "$code" -eq 0 ] || fail "exit code $code for a notice"
    grep -q "$wanted" "$tmp/err" || fail 'no notice'
    says handout.pdf p.ini 1
done
rm p.ini
run --out handout.pdf --practice-name p.ini # wherever it is meant to be
grep -q "$wanted" "$tmp/err" || fail 'no notice where the file is not'
printf 'Willow Creek\n' >'our name'
run --out handout.pdf --practice-name 'our name'
grep -q "^dgs-pdf: notice: 'our name' is used as the practice's name: .* --profile our name\$" "$tmp/err" ||
    fail 'no notice for a file without an ending'
mkdir willow
ok --out handout.pdf --practice-name p.ini # quiet
for name in willow 'Willow Creek Inc.' .ini; do
    run --out handout.pdf --practice-name "$name"
    [ "$code" -eq 0 ] && ! grep -q 'notice' "$tmp/err" || fail "a notice for the name $name"
done
