#!/bin/bash
# Renders the art for a look at it: `art.sh PROGRAM FOLDER`. FOLDER/sheet.png has every picture at print size (150 dpi;
# icons 6 mm high). FOLDER/NAME.png has one picture at 400 % of that size on a screen (288 dpi), and below at print size,
# in three colours, each in colour and in grey; where another picture stood there at revision OLD, it stands below.
# shellcheck source-path=SCRIPTDIR source=render.sh
. "$(dirname "$0")/render.sh" "$@"
assets=$(realpath "$here/../assets")
mkdir content

colors=('#0b5f5a' '#f2c200' '#7a2048') old=59d2db7 dpi=150 large=288
names=()
for file in "$assets"/illustrations/*.svg "$assets"/icons/*.svg; do
    names+=("$(basename "$file" .svg)")
done
for name in "${names[@]}"; do # without a clone there is nothing to hold them against
    file=assets/illustrations/$name.svg
    { git -C "$here" show "$old:$file" >content/old.svg; } 2>/dev/null || continue
    cmp -s content/old.svg "$assets/illustrations/$name.svg" && continue
    mv content/old.svg "content/old-$name.svg"
    names+=("old-$name")
done
rm -f content/old.svg
{
    printf '# Art\n\n## Call a doctor today if\n\n- it grows\n\n'
    printf '%s\n' "${names[@]}" | sed 's/.*/![&](&.svg)\n/'
} >content/article.md

# How high a picture is printed, points: the hip over the whole width of the words, the hero, bodies, icons of 6 mm.
height() {
    case $1 in
        piriformis) echo 270 ;;
        massage-table) echo 122 ;;
        old-piriformis | body-outline | pain-map) echo 195 ;;
        *) [ -e "$assets/icons/$1.svg" ] && echo 17 || echo 84 ;;
    esac
}

# crop FILE OUT DPI: the picture at $page $x $y $w $h (points) as OUT-1.ppm, in colour, and OUT-2.pgm, in grey
crop() {
    local area
    area=$(awk -v x="$x" -v y="$y" -v w="$w" -v h="$h" -v r="$3" 'BEGIN {
        printf "-r %.2f -x %d -y %d -W %d -H %d", r, x * r / 72, y * r / 72, w * r / 72 + 1, h * r / 72 + 1 }')
    # shellcheck disable=SC2086 # words of the area
    pdftoppm -singlefile -f "$page" -l "$page" $area "$1" "$2-1"
    # shellcheck disable=SC2086
    pdftoppm -gray -singlefile -f "$page" -l "$page" $area "$1" "$2-2"
}

print=(--content content --parts article)
"$program" "${print[@]}" --dump layout | awk '$6 == "art" && $7 == "figure"' >places
[ "$(wc -l <places)" -eq ${#names[@]} ] || { echo "a picture is not placed" >&2; exit 1; }
for c in "${!colors[@]}"; do
    "$program" -q "${print[@]}" --color "${colors[c]}" --out "$c.pdf"
    n=0
    while read -r page x y w h _; do
        name=${names[n++]}
        at=$(awk -v h="$h" -v high="$(height "$name")" 'BEGIN { print high / h }')
        crop "$c.pdf" "b-$name-$c" "$(awk -v at="$at" -v d=$dpi 'BEGIN { print at * d }')"
        [ -e "$assets/icons/$name.svg" ] ||
            crop "$c.pdf" "a-$name-$c" "$(awk -v at="$at" -v d=$large 'BEGIN { print at * d }')"
    done <places
done
for file in "$assets"/illustrations/*.svg; do
    name=$(basename "$file" .svg)
    shown=(a-"$name"-[0-9]-?.p?m b-"$name"-[0-9]-?.p?m)
    [ ! -e "content/old-$name.svg" ] || shown+=(a-old-"$name"-[0-9]-?.p?m b-old-"$name"-[0-9]-?.p?m)
    python3 "$here/tools/sheet.py" "$name.png" 6 "${shown[@]}"
done
python3 "$here/tools/sheet.py" sheet.png 6 b-*-[0-9]-?.p?m
rm -rf ./?-*.p?m content places ./?.pdf
realpath sheet.png
