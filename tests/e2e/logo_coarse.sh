#!/bin/bash
# A logo with too few pixels, or none that can be seen, is printed with a warning; --strict stops there.
. "$DGS_SRC/tests/e2e/lib.sh"

warns() { # RE LOGO
    run --out handout.pdf --logo "$2"
    [ "$code" -eq 0 ] || fail "$2: exit code $code"
    grep -qE "^dgs-pdf: warning: $1" "$tmp/err" || fail "$2: no such warning"
    rm handout.pdf
}
convert -size 60x40 xc:red small.png
warns 'the logo in small\.png has 60 x 40 pixels, 80 dpi at its size: use one of at least 149 x 100 pixels' small.png
convert -size 60x40 xc:red -bordercolor white -border 400 large.png # its margin does not count
warns 'the logo in large\.png has 60 x 40 pixels' large.png
convert -size 400x300 xc:white blank.png
warns 'nothing in the logo blank\.png can be seen on white paper' blank.png
run --out handout.pdf --strict --logo small.png
[ "$code" -eq 3 ] && [ ! -e handout.pdf ] || fail "--strict: exit code $code"

convert -size 149x100 xc:red enough.png
run --out handout.pdf --logo enough.png
! grep -q warning "$tmp/err" || fail 'enough pixels are warned of'
printf '<svg viewBox="0 0 9 9"><path d="M1 1h3v3z"/></svg>' >a.svg
run --out handout.pdf --logo a.svg
! grep -q warning "$tmp/err" || fail 'a drawing is warned of'
