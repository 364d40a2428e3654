#!/bin/bash
# Renders for README the pages of the handout on one sheet, and its variants, at one scale, on another:
# `gallery.sh PROGRAM FOLDER`.
# shellcheck source-path=SCRIPTDIR source=render.sh
. "$(dirname "$0")/render.sh" "$@"
cp "$here/../assets/icons/pin.svg" logo.svg
cat >practice.ini <<'EOF'
name = Willow Creek Massage
therapist = Ana Perez, LMT
phone = (503) 555-0142
website = willowcreek.example
booking_url = willowcreek.example/book
address = 12 Mill Lane, Springfield
hours = Mon to Fri 9 to 5
logo = logo.svg
color = #0b5f5a
accent = #b5542b
EOF

number=0
show() { # PAGE ARGS...
    local page=$1
    shift
    number=$((number + 1))
    "$program" -q --profile practice.ini --out "$number.pdf" "$@"
    pdftoppm -r 48 -f "$page" -l "$page" -singlefile "$number.pdf" "$number"
}

show 1
show 1 --client 'Maria Lopez' --date '24 November 2026' --next-visit 'Friday at 10' --focus 1,4 \
    --note 'Walk 5 minutes after each hour at the desk.' --note 'Pillow between the knees at night.'
show 1 --large-print
show 4 --color '#ffd200'
show 1 --ink=saver
show 2 --ink=gray
show 1 --paper a5
show 1 --bleed 3mm --crop-marks --color '#7a2048'
python3 "$here/tools/sheet.py" sheet.png 4 {1..8}.ppm
pdftoppm -r 62 1.pdf page
python3 "$here/tools/sheet.py" pages.png 4 page-*.ppm
rm -f ./*.ppm
realpath sheet.png pages.png
