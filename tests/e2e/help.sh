#!/bin/bash
# --help: examples first, then every option; no command's help takes more than two screens of 24 lines and 80 columns.
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
for command in '' $(sed -nE 's/^  dgs-pdf ([a-z-]+)  .*/\1/p' help); do
    ok ${command:+"$command"} --help
    [ "$(wc -l <"$tmp/out")" -le 48 ] || fail "dgs-pdf $command --help: more than two screens"
    ! awk 'length > 80' "$tmp/out" | grep . || fail "dgs-pdf $command --help: more than 80 columns"
done
ok -h
same_bytes "$tmp/out" help

# Old spellings work, with a notice that --strict does not mind; nothing written for people names them.
same() { # OLD NEW NOTICE
    run --out old.pdf --strict $1
    [ "$code" -eq 0 ] || fail "exit code $code"
    grep -qxF "dgs-pdf: notice: $3: both work" "$tmp/err" || fail "$1: $(cat "$tmp/err")"
    run --out new.pdf --strict $2
    [ "$code" -eq 0 ] || fail "exit code $code"
    ! grep 'notice: --' "$tmp/err" || fail "$2 is noted"
    same_bytes old.pdf new.pdf
}
same '--region US --ink-saver' '--region US --ink saver' '--ink-saver is now written --ink saver'
same '--region US --grayscale' '--region US --ink gray' '--grayscale is now written --ink gray'
run init --content old
[ "$code" -eq 0 ] || fail "exit code $code"
grep -qxF 'dgs-pdf: notice: --content is now written dgs-pdf init-content: both work' "$tmp/err" || fail "$(cat "$tmp/err")"
ok init-content new
diff -r old new || fail 'init-content and its old spelling differ'
printf 'name\nA\n' >list.csv
run batch list.csv --out-dir made --strict --name 'x{n}'
[ "$code" -eq 0 ] || fail "exit code $code"
grep -qxF 'dgs-pdf: notice: --name is now written --file-name: both work' "$tmp/err" || fail "$(cat "$tmp/err")"
[ -s made/x1.pdf ] || fail 'the old --name names no file'
ok --man
cat "$DGS_SRC/README.md" "$DGS_SRC"/assets/docs/*.md "$DGS_SRC/assets/handouts/README.md" "$tmp/out" help >words
! sed 's/\\-/-/g' words | grep -nE -- '--(grayscale|ink-saver|name)([^-a-z]|$)|init --content' || fail 'an old spelling is documented'
