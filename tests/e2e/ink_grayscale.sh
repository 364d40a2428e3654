#!/bin/bash
# --ink=gray: no pixel of any page has a colour, whatever the practice's colours, logo and pictures are.
. "$DGS_SRC/tests/e2e/lib.sh"

pixels() {
    python3 "$tools/pixels.py" "$@"
}

convert -size 90x60 gradient:red-blue PNG24:rgb.png # 8 bits a channel: its compressed stream is kept
convert -size 90x60 gradient:red-blue -colors 16 PNG8:palette.png
convert -size 90x60 gradient:red-blue -alpha set -channel A -evaluate set 60% PNG32:alpha.png
convert -size 90x60 gradient:red-blue -quality 90 colour.jpg
printf '%s' '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path fill="#c00" d="M0 0h30v20H0z"/></svg>' >art.svg
for logo in rgb.png palette.png alpha.png colour.jpg art.svg; do
    ok --out colour.pdf --practice-name 'Anna Perez' --color '#7a2048' --accent '#ffaa00' --logo "$logo"
    [ "$(pixels coloured colour.pdf)" -gt 10000 ] || fail "$logo: no colour is seen without --ink=gray"
    ok --out gray.pdf --practice-name 'Anna Perez' --color '#7a2048' --accent '#ffaa00' --logo "$logo" --ink=gray
    [ "$(pages gray.pdf)" -eq 4 ] || fail "$logo: $(pages gray.pdf) pages"
    [ "$(pixels coloured gray.pdf)" -eq 0 ] || fail "$logo: $(pixels coloured gray.pdf) coloured pixels"
done

# A picture keeps its lightness: what a colour's luminance is in grey (sRGB: IEC 61966-2-1).
convert -size 90x60 xc:'#c04000' PNG24:one.png
ok --out gray.pdf --practice-name 'Anna Perez' --logo one.png --ink=gray
[ "$(pixels share gray.pdf '#6c6c6c')" -gt 500 ] || fail 'the logo is not the grey of its luminance'

# The words are the same ones.
ok --out colour.pdf --practice-name 'Anna Perez' --logo one.png
pdftotext colour.pdf colour.txt
pdftotext gray.pdf gray.txt
same_bytes colour.txt gray.txt
