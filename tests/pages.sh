#!/bin/bash
# Renders the handout's pages for a look at them: `pages.sh PROGRAM FOLDER`. One PNG a page and paper, plain and with
# a brand, and all of them on the contact sheet FOLDER/sheet.png.
set -euo pipefail
export PYTHONDONTWRITEBYTECODE=1
program=$(realpath "$1")
folder=$2
command -v pdftoppm >/dev/null || { echo 'pdftoppm is missing: apt-get install poppler-utils' >&2; exit 1; }
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
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
