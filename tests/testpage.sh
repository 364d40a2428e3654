#!/bin/bash
# The printer's test page as a colour printer gets it, as a picture for README: `testpage.sh PROGRAM PICTURE.png`.
set -euo pipefail
DGS_PDF=$(realpath "$1")
DGS_SRC=$(realpath "$(dirname "$0")/..")
picture=$(realpath "$(dirname "$2")")/$(basename "$2")
export DGS_PDF DGS_SRC PYTHONDONTWRITEBYTECODE=1
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

sed 's/^\*ColorDevice: False/*ColorDevice: True/' "$tools/laser.ppd" >color.ppd
add_queue Reception file:///dev/null color.ppd
start_service
ok print --test-page --practice-name 'Willow Creek Massage' --booking-url willowcreek.example/book \
    --color '#0b5f5a' --accent '#b5542b'
pdftoppm -r 64 -singlefile "$spool/d00001-001" page
python3 "$tools/sheet.py" "$picture" 1 page.ppm
echo "$picture"
