#!/bin/bash
# Renders the handout's pages for a look at them: `pages.sh PROGRAM FOLDER`. One PNG a page and paper, plain and with
# a brand, and all of them on the contact sheet FOLDER/sheet.png.
# shellcheck source-path=SCRIPTDIR source=render.sh
. "$(dirname "$0")/render.sh" "$@"
python3 "$here/tools/makepng.py" rgb-alpha8 logo.png 240 160
brand=(--practice-name 'Anna Perez Massage' --tagline 'Hands that listen' --phone '(555) 010-0199' --email anna@example.org
    --website https://www.example.org --address '12 Elm Street\nSpringfield, OR 97477' --logo logo.png
    --booking-url https://example.org/book --color '#7a2048')
for paper in letter a4; do
    "$program" -q --paper $paper --out $paper-plain.pdf
    "$program" -q --paper $paper --out $paper-brand.pdf "${brand[@]}"
done
rm logo.png
for file in *.pdf; do
    pdftoppm -r 110 -png "$file" "${file%.pdf}"
    pdftoppm -r 55 "$file" "small-${file%.pdf}"
done
python3 "$here/tools/sheet.py" sheet.png 8 small-*.ppm
rm -f small-*.ppm
realpath sheet.png
