#!/bin/bash
# The colors that a logo's file asks for are printed: within 6 of 255 of what ImageMagick makes of the same file and its
# profile. What is already sRGB keeps its bytes; a profile that cannot be read is told.
. "$DGS_SRC/tests/e2e/lib.sh"

for kind in p3 adobe gray damaged; do
    python3 "$tools/makeicc.py" $kind $kind.icc
done
icc=/usr/share/color/icc/ghostscript
srgb=$icc/srgb.icc
# Fields of many colors, each of 16 pixels, so that JPEG keeps them; dark ones and strong ones among them.
python3 - <<'.' | convert ppm:- -filter point -resize 96x64 fields.png
colors = [(r, g, b) for r in (24, 128, 235) for g in (20, 110, 190, 240) for b in (40, 200)]
print("P3 6 4 255", *(v for color in colors for v in color))
.
convert fields.png -colorspace gray gray.png

# as_printed LOGO: the picture in the handout, as it is there, becomes got.png.
as_printed() {
    ok --out a.pdf --logo "$1"
    pdfimages -png -f 1 -l 1 a.pdf got
    mv got-000.png got.png
}

# near LOGO REFERENCE: no channel of any pixel is further off than 6.
near() {
    local worst
    as_printed "$1"
    worst=$({ compare -metric PAE got.png "$2" null: 2>&1 || [ $? -eq 1 ]; } | sed 's/.*(\(.*\))/\1/')
    awk -v w="$worst" 'BEGIN { exit !(w != "" && w * 255 <= 6.01) }' || fail "$1: $worst of 1 off"
}

# The same numbers, said to be of another space.
for kind in p3 adobe; do
    convert fields.png +profile '*' -profile $kind.icc $kind.png
    convert $kind.png -profile $srgb -strip want-$kind.png
    convert $kind.png -depth 16 PNG48:$kind-16.png
    convert $kind.png -colors 20 -strip PNG8:few.png
    convert few.png +profile '*' -profile $kind.icc PNG8:$kind-few.png
    convert $kind-few.png -profile $srgb -strip PNG24:want-few.png
    convert $kind.png -define webp:lossless=true $kind.webp
    convert $kind.png -quality 100 -sampling-factor 1x1 $kind.jpg
    convert $kind.jpg -profile $srgb -strip want-jpg.png
    (near fields.png want-$kind.png) 2>/dev/null && fail "$kind: other colors are not seen"
    near $kind.png want-$kind.png
    near $kind-16.png want-$kind.png
    near $kind-few.png want-few.png
    near $kind.webp want-$kind.png
    near $kind.jpg want-jpg.png
done
convert gray.png +profile '*' -profile gray.icc g.png
convert g.png -profile $srgb -strip PNG24:want.png
near g.png want.png
convert g.png -quality 100 g.jpg
near g.jpg want.png
for inks in default ps; do
    convert fields.png -profile $srgb -profile $icc/${inks}_cmyk.icc -quality 100 -sampling-factor 1x1 cmyk.jpg
    convert cmyk.jpg -profile $srgb -strip want.png
    near cmyk.jpg want.png
done

convert fields.png -strip -define png:exclude-chunks=all PNG24:bare.png
# gAMA and cHRM: light itself, and the primaries of Display P3.
python3 - <<'.'
import os
import struct
import sys
sys.path.insert(0, os.environ["tools"])
from makepng import chunk
data = open("bare.png", "rb").read()
numbers = [round(v * 100000) for v in (0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060)]
chrm = chunk(b"cHRM", struct.pack(">8I", *numbers))
gama = chunk(b"gAMA", struct.pack(">I", 100000))
cicp = chunk(b"cICP", bytes([12, 13, 0, 1]))
open("chrm.png", "wb").write(data[:33] + chrm + chunk(b"gAMA", struct.pack(">I", 45455)) + data[33:])
open("light.png", "wb").write(data[:33] + gama + data[33:])
open("codes.png", "wb").write(data[:33] + cicp + data[33:])
.
near chrm.png want-p3.png
near codes.png want-p3.png
convert bare.png -set colorspace RGB -colorspace sRGB want.png
near light.png want.png

# sRGB itself: the file's own stream is kept.
for kind in png jpg; do
    convert fields.png -profile $srgb -quality 90 tagged.$kind
    convert fields.png -strip -quality 90 bare.$kind
    ok --out tagged.pdf --logo tagged.$kind
    ok --out bare.pdf --logo bare.$kind
    pdfimages -list tagged.pdf | awk 'NR == 3 { print $4, $5, $9, $11 }' >tagged.txt
    pdfimages -list bare.pdf | awk 'NR == 3 { print $4, $5, $9, $11 }' >bare.txt
    same_bytes tagged.txt bare.txt
done

# A profile that is none, and one of another kind of pixels: told, and an error where warnings are errors.
python3 - <<'.'
import os
import sys
import zlib
sys.path.insert(0, os.environ["tools"])
from makepng import chunk
png = open("bare.png", "rb").read()
whole = chunk(b"iCCP", b"a\0\0" + zlib.compress(open("p3.icc", "rb").read()))
open("torn.png", "wb").write(png[:33] + whole[:-1] + bytes([whole[-1] ^ 1]) + png[33:])
data, icc = open("bare.jpg", "rb").read(), open("damaged.icc", "rb").read()
body = b"ICC_PROFILE\0\1\1" + icc
open("damaged.jpg", "wb").write(data[:2] + b"\xff\xe2" + (len(body) + 2).to_bytes(2, "big") + body + data[2:])
.
run --out a.pdf --logo damaged.jpg
[ "$code" -eq 0 ] || fail "exit code $code"
grep -q 'damaged.jpg: its color profile cannot be used.*save it again in sRGB' "$tmp/err" || fail 'the profile is not told'
run --out b.pdf --strict --logo damaged.jpg
[ "$code" -eq 3 ] && [ ! -e b.pdf ] || fail "with --strict: exit code $code"
# A PNG's profile whose sum is wrong: browsers leave it out too.
run --out torn.pdf --logo torn.png
grep -q 'torn.png: its color profile cannot be used' "$tmp/err" || fail 'a torn profile is not told'
near torn.png bare.png
