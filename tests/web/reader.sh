#!/bin/bash
# The preview's reader knows all that the judges' matrix has in its files, and draws what poppler draws; what it does not
# know it says.
. "$DGS_SRC/tests/web/lib.sh"
node "$DGS_SRC/tests/web/reader.js" "$tmp" "$DGS_MATRIX"/*.pdf
cd "$tmp"
for name in default a4 clinical booklet-letter press; do
    for svg in "$name"-[0-9].svg; do
        page=${svg#"$name"-}
        page=${page%.svg}
        rsvg-convert --background-color white --width 850 "$svg" -o drawn.png
        pdftoppm -png -r 100 -f "$page" -l "$page" -singlefile "$DGS_MATRIX/$name.pdf" poppler
        size=$(identify -format '%wx%h!' drawn.png)
        far=$(convert poppler.png drawn.png -resize "$size" -blur 0x2 -metric RMSE -compare -format '%[distortion]' info:)
        awk -v far="$far" 'BEGIN { exit far > 0.035 }' || {
            echo "$name, page $page: the drawing is $far from what poppler shows" >&2
            exit 1
        }
    done
done
