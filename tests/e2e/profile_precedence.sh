#!/bin/bash
# The profile is looked for in a fixed order, options win over it, and `profile` tells where each value comes from.
. "$DGS_SRC/tests/e2e/lib.sh"

named() { # NAME ARGS...: the name that is in force
    local wanted=$1
    shift
    run profile "$@"
    [ "$code" -eq 0 ] || fail "exit code $code"
    [ "$(awk '$1 == "name" { print $2 }' "$tmp/out")" = "$wanted" ] || fail "not $wanted: $(cat "$tmp/out")"
}

named '(not'
mkdir -p "$tmp/etc/dgs-pdf" "$HOME/.config/dgs-pdf"
export XDG_CONFIG_DIRS=$tmp/etc
echo 'name = Machine' >"$tmp/etc/dgs-pdf/practice.ini"
named Machine
echo 'name = Home' >"$HOME/.config/dgs-pdf/practice.ini"
named Home
echo 'name = Here' >practice.ini
named Here
echo 'name = Variable' >other.ini
DGS_PDF_PROFILE=other.ini named Variable
DGS_PDF_PROFILE=other.ini named Here --profile practice.ini
DGS_PDF_PROFILE=other.ini named Option --profile practice.ini --practice-name Option
named '(not' --no-profile
ok --out handout.pdf
says handout.pdf Here
run --out handout.pdf
grep -q 'handout.pdf: 4 pages, .* KB, with practice.ini' "$tmp/err" || fail "does not say which profile"
rm handout.pdf
refuses 66 'missing.ini: cannot open the profile' --profile missing.ini
DGS_PDF_PROFILE=missing.ini refuses 66 'missing.ini: cannot open the profile'
