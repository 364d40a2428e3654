#!/bin/bash
# The picture of the hip as it is painted: its labels point at tissue, its areas and edges are told apart, in color on a
# gray printer, in --ink=gray and in --ink=saver (where the edges alone count: the areas are left almost white).
. "$DGS_SRC/tests/e2e/lib.sh"

picture=$DGS_SRC/assets/illustrations/piriformis.svg dpi=1200
mkdir content
cp "$picture" content/
printf '# Art\n\n## Call a doctor today if\n\n- it grows\n\n![the hip](piriformis.svg)\n' >content/article.md
paint() { # OPTIONS...: art.ppm and, as a gray printer has it, art.pgm
    local page x y w h area
    ok --content content --parts article --out art.pdf "$@"
    read -r page x y w h < <("$DGS_PDF" --content content --parts article --dump layout "$@" |
        awk '$6 == "art" && $7 == "figure" { print $1, $2, $3, $4, $5 }')
    area=$(awk -v x="$x" -v y="$y" -v w="$w" -v h="$h" -v r=$dpi \
        'BEGIN { printf "-r %d -x %.0f -y %.0f -W %.0f -H %.0f", r, x * r / 72, y * r / 72, w * r / 72, h * r / 72 }')
    # shellcheck disable=SC2086 # words of the area
    pdftoppm -singlefile -f "$page" -l "$page" $area art.pdf art
    # shellcheck disable=SC2086
    pdftoppm -gray -singlefile -f "$page" -l "$page" $area art.pdf art
}

holds() { # WHAT PICTURE
    python3 "$tools/plate.py" "$1" "$picture" "$2" >found || fail "$1: $(paste -s -d ';' found)"
}

paint
holds tissue art.ppm
holds areas art.pgm
holds edges art.pgm
# Not one area is paler than what a gray printer keeps, wherever it is.
pale=$(python3 "$tools/pixels.py" flat art.pdf 1 237 254)
[ "$pale" -eq 0 ] || fail "$pale pixels of areas that a gray printer loses"
paint --ink=gray
holds areas art.pgm
holds edges art.pgm
paint --ink=saver
holds edges art.pgm

# The judge sees a point that was moved off its bone, and an area that is too pale.
sed -i -E 's/(id="at-hip-bone" cx=)"[^"]*"/\1"164"/' content/piriformis.svg
picture=content/piriformis.svg
paint
! python3 "$tools/plate.py" tissue "$picture" art.ppm >found || fail "a point on paper is not seen"
cmp -s found <(echo 'at-hip-bone points at paper') || fail "it is seen otherwise: $(cat found)"
sed -i -E 's/(id="body-ground" fill=)"[^"]*"/\1"#f6f6f6"/' content/piriformis.svg
paint
! python3 "$tools/plate.py" areas "$picture" art.pgm >found || fail "a pale area is not seen"
grep -q '^body is 24[0-9] of 255$' found || fail "it is seen otherwise: $(cat found)"
