#!/bin/bash
# The same input gives the same bytes, whatever the time, time zone, language, folder and environment.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/makepng.py" rgb-alpha8 logo.png
args=(-q --practice-name 'Łódź Massage' --tagline 'Rest' --phone 555-0100 --logo logo.png --color '#204060')
"$DGS_PDF" "${args[@]}" --out one.pdf
sleep 1.1
mkdir -p elsewhere && cp logo.png elsewhere
(cd elsewhere && umask 077 && TZ=Pacific/Auckland LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8 HOME=/nowhere COLUMNS=20 \
    "$DGS_PDF" "${args[@]}" --out ../two.pdf)
same_bytes one.pdf two.pdf
env -i "$DGS_PDF" "${args[@]}" --out three.pdf
same_bytes one.pdf three.pdf
for dump in content layout; do
    "$DGS_PDF" "${args[@]}" --dump $dump >one.$dump
    TZ=Asia/Tokyo "$DGS_PDF" "${args[@]}" --dump $dump >two.$dump
    same_bytes one.$dump two.$dump
done
