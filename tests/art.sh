#!/bin/bash
# Renders every plate and icon for a look at them: `art.sh PROGRAM FOLDER`. Each stands four times on the contact sheet
# FOLDER/sheet.png: large and at print size (150 dpi; icons 6 mm high), in colour and in grey.
# shellcheck source-path=SCRIPTDIR source=render.sh
. "$(dirname "$0")/render.sh" "$@"
assets=$(realpath "$here/../assets")
mkdir content

large=400 dpi=150 # pixels of the longer side; of the print
{
    printf '# Art\n\n## Call a doctor today if\n\n- it grows\n\n'
    for file in "$assets"/illustrations/*.svg "$assets"/icons/*.svg; do
        printf '![%s](%s)\n\n' "$(basename "$file" .svg)" "$(basename "$file")"
    done
} >content/article.md
print=(--content content --parts article --color '#0b5f5a')
"$program" -q "${print[@]}" --out art.pdf
"$program" "${print[@]}" --dump layout | awk '$6 == "art" && $7 == "figure"' >places

# crop NAME DPI: the picture at $page $x $y $w $h (points) as NAME-colour.ppm and NAME-grey.pgm
crop() {
    local area
    area=$(awk -v x="$x" -v y="$y" -v w="$w" -v h="$h" -v r="$2" 'BEGIN {
        printf "-r %.2f -x %d -y %d -W %d -H %d", r, x * r / 72, y * r / 72, w * r / 72 + 1, h * r / 72 + 1 }')
    # shellcheck disable=SC2086 # words of the area
    pdftoppm -singlefile -f "$page" -l "$page" $area art.pdf "$1-colour"
    # shellcheck disable=SC2086
    pdftoppm -gray -singlefile -f "$page" -l "$page" $area art.pdf "$1-grey"
}

n=100
while read -r page x y w h _; do
    n=$((n + 1))
    # How high it is printed, points: the hip as large as its labels allow, small plates as here, icons 6 mm.
    case $n in 101) high=195 ;; 102 | 103) high=$h ;; *) high=17 ;; esac
    crop $n-a "$(awk -v w="$w" -v h="$h" -v l=$large 'BEGIN { print l * 72 / (w > h ? w : h) }')"
    crop $n-b "$(awk -v h="$h" -v high="$high" -v d=$dpi 'BEGIN { print d * high / h }')"
done <places
python3 "$here/tools/sheet.py" sheet.png 8 1*-[ab]-*.p[gp]m
rm -rf 1*.p[gp]m content places
realpath sheet.png
