#!/bin/bash
# JPEG logos of every kind look as other programs show them, and their files keep nothing that they say beside that.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/looks.sh"

convert -size 240x160 'gradient:#c02040-#2040c0' -fill '#10a050' -draw 'circle 60,50 60,10' -fill '#f0c000' \
    -draw 'rectangle 150,90 220,140' base.png
convert base.png base.ppm
convert base.png -colorspace Gray base.pgm
cjpeg -quality 95 base.pgm >grey.jpg
cjpeg -quality 95 base.ppm >baseline.jpg
cjpeg -quality 95 -progressive -restart 1 base.ppm >progressive.jpg
cjpeg -quality 95 -rgb base.ppm >rgb.jpg
convert base.png -colorspace CMYK -quality 95 cmyk.jpg
for kind in grey baseline progressive rgb cmyk; do
    looks $kind.jpg $kind.jpg 0.05
    pdfimages -list look.pdf | awk -v kind=$kind '$3 == "image" { seen = 1; if ($9 != (kind == "cmyk" ? "image" : "jpeg")) exit 1 }
        END { if (!seen) exit 1 }' || fail "$kind: not as it should be: $(pdfimages -list look.pdf)"
done
(looks cmyk.jpg grey.jpg 0.05) 2>"$tmp/err" && fail 'other colours are not seen'

# The eight ways to hold a camera; the file also tells where, who and with what, and holds a thumbnail and a profile.
python3 - <<'.'
import struct
data = open("progressive.jpg", "rb").read()
def segment(marker, body):
    return struct.pack(">BBH", 255, marker, len(body) + 2) + body
for way in range(1, 9):
    tiff = b"MM\0*" + struct.pack(">LHHHLHHL", 8, 1, 0x112, 3, 1, way, 0, 0)
    told = (segment(0xE1, b"Exif\0\0" + tiff + b"GPSLatitude CameraMaker") + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>SomeAuthor</x>")
            + segment(0xE2, b"ICC_PROFILE\0\1\1 SomeProfile") + segment(0xE0, b"JFXX\0\x10SomeFace")
            + segment(0xED, b"Photoshop 3.0\0SomeCaption") + segment(0xFE, b"SomeComment"))
    open(f"way{way}.jpg", "wb").write(data[:2] + told + data[2:] + b"SomeTail")
.
for way in 1 2 3 4 5 6 7 8; do
    looks way$way.jpg way$way.jpg 0.05
    for word in Exif GPSLatitude CameraMaker SomeAuthor SomeProfile SomeFace SomeCaption SomeComment SomeTail JFIF; do
        grep -qa "$word" way$way.jpg || fail "the test picture has no $word"
        ! grep -qa "$word" look.pdf || fail "way $way: the PDF has $word"
    done
done
(looks way6.jpg way1.jpg 0.05) 2>"$tmp/err" && fail 'another way up is not seen'

# What is refused, each with a sentence of its own.
cjpeg -quality 95 -arithmetic base.ppm >arithmetic.jpg
refuses 65 'arithmetic\.jpg: the JPEG is compressed with arithmetic coding' --logo arithmetic.jpg
head -c 3000 baseline.jpg >cut.jpg
refuses 65 'cut\.jpg: the JPEG is damaged .*save it again' --logo cut.jpg
head -c 3000 progressive.jpg >cut.jpg
refuses 65 'cut\.jpg: the JPEG is damaged' --logo cut.jpg
patched() { # BYTE VALUE: of the frame's segment
    python3 -c 'import sys; d = bytearray(open("baseline.jpg", "rb").read()); i = d.index(b"\xff\xc0")
d[i + int(sys.argv[1])] = int(sys.argv[2], 0); open("patched.jpg", "wb").write(d)' "$1" "$2"
}
patched 4 12
refuses 65 'patched\.jpg: the JPEG is 12-bit' --logo patched.jpg
patched 1 0xc3
refuses 65 'patched\.jpg: the JPEG is lossless' --logo patched.jpg
patched 5 0xff
refuses 65 'patched\.jpg: the picture claims 240 x [0-9]* pixels' --logo patched.jpg
