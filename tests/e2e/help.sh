#!/bin/bash
# --help: examples first, then every option that the program takes.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --help
cp "$tmp/out" help
for option in --out -o --practice-name --tagline --phone --email --website --address --booking-url --logo --color \
    --paper --parts --content --dump -q --version --help; do
    grep -qE -- "(^|[ ,[])$option([ ,=]|\$)" help || fail "--help does not name $option"
done
first_example=$(grep -n 'dgs-pdf .*--out' help | head -n 1 | cut -d : -f 1)
first_option=$(grep -nE '^ *(-o, )?--[a-z]' help | head -n 1 | cut -d : -f 1)
[ "$first_example" -lt "$first_option" ] || fail 'the examples do not come first'
! awk 'length > 100' help | grep . || fail 'lines of more than 100 characters'
for code in 65 66 73 74; do
    grep -qw $code help || echo "note: --help does not name the exit code $code"
done
ok -h
same_bytes "$tmp/out" help
