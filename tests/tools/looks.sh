# shellcheck shell=bash
# What the tests of logos share, besides tests/e2e/lib.sh:
#   place KIND             the place of the first box of that kind ("picture", "art", "fill") that is the logo's, or
#                          its tile's, on page 1 of look.layout: x y w h in points
#   show LOGO [ARGS...]    makes look.pdf and look.layout of a handout with that logo, and look.png of the logo's place,
#                          ten pixels a point
#   looks LOGO PICTURE MOST  shows the logo and holds it against the picture as ImageMagick reads it, turned upright, on
#                          white and trimmed: the root of the mean square of the differences is MOST of 1 or less

place() {
    awk -v kind="$1" '$1 == 1 && $6 == kind && (kind == "fill" || $7 == "logo") { print $2, $3, $4, $5; exit }' look.layout
}

show() {
    local logo=$1 box
    shift
    ok --out look.pdf --logo "$logo" --practice-name 'Anna Perez' "$@"
    ok --dump layout --logo "$logo" --practice-name 'Anna Perez' "$@"
    cp "${tmp:?}/out" look.layout
    box=$(place picture)
    [ -n "$box" ] || box=$(place art)
    [ -n "$box" ] || fail "$logo: no logo on page 1"
    read -ra look < <(awk '{ for (i = 1; i <= 4; i++) printf "%d ", $i * 10 + 0.5; print "" }' <<<"$box")
    pdftoppm -r 720 -f 1 -singlefile -png -x "${look[0]}" -y "${look[1]}" -W "${look[2]}" -H "${look[3]}" look.pdf look
}

looks() {
    local difference
    show "$1"
    convert "$2" -auto-orient -background white -alpha remove -colorspace sRGB -bordercolor white -border 1 -fuzz 2% -trim \
        +repage -strip -filter box -resize "${look[2]}x${look[3]}!" "PNG24:want.png"
    difference=$({ compare -metric RMSE want.png look.png null: 2>&1 || [ $? -eq 1 ]; } | sed 's/.*(\(.*\))/\1/')
    awk -v d="$difference" -v most="$3" 'BEGIN { exit !(d != "" && d + 0 <= most + 0) }' ||
        fail "$1 looks different from $2: $difference, not $3 or less"
}
