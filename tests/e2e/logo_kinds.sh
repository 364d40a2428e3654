#!/bin/bash
# Every kind of PNG is taken, and looks on the page as other programs show it.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/looks.sh"

for kind in $(PYTHONPATH=$tools python3 -c 'import makepng; print(*makepng.KINDS)'); do
    python3 "$tools/makepng.py" "$kind" "$kind.png" 120 80
    case $kind in
    *-gamma) # samples that are light: netpbm, which heeds that only of full colours, shows them on a display of 2.2
        convert "$kind.png" "PNG24:full.png"
        pngtopnm -gamma=2.2 full.png >"$kind.pnm" 2>"$tmp/err" || fail "pngtopnm: $kind"
        ;;
    *) cp "$kind.png" "$kind.pnm" ;;
    esac
    looks "$kind.png" "$kind.pnm" 0.08
    [ "$(pdfimages -list look.pdf | grep -c ' image ')" -ge 1 ] || fail "$kind: no picture"
    pdfinfo -struct look.pdf | has Figure || fail "$kind: the logo is no Figure"
done
# WebP: lossy, lossless, with transparency; turned by its Exif, as PNG too.
python3 "$tools/makepng.py" rgb-alpha8 alpha.png 120 80
python3 "$tools/makepng.py" rgb8 full.png 120 80
for way in '-quality 95' '-define webp:lossless=true'; do
    for kind in alpha full; do
        # shellcheck disable=SC2086
        convert $kind.png $way $kind.webp
        convert $kind.webp $kind-want.png
        looks $kind.webp $kind-want.png 0.05
    done
done
looks full.webp full.png 0.05
PYTHONPATH=$tools python3 - <<'.'
import struct
from makepng import chunk
def exif(way): # a TIFF file in small with one entry: Orientation
    return b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHH", 0x112, 3, 1, way, 0) + b"\0\0\0\0"
png, webp = open("full.png", "rb").read(), open("full.webp", "rb").read()
extended = b"VP8X" + struct.pack("<IB3x", 10, 8) + (119).to_bytes(3, "little") + (79).to_bytes(3, "little")
for way in range(1, 9):
    told = exif(way)
    body = b"WEBP" + extended + webp[12:] + b"EXIF" + struct.pack("<I", len(told)) + told
    open(f"turned-{way}.webp", "wb").write(b"RIFF" + struct.pack("<I", len(body)) + body)
    open(f"turned-{way}.png", "wb").write(png[:33] + chunk(b"eXIf", told) + png[33:])
.
turns=('' '' -flop '-rotate 180' -flip -transpose '-rotate 90' -transverse '-rotate 270')
for way in {1..8}; do
    # shellcheck disable=SC2086
    convert full.png ${turns[way]} want-turned.png
    looks "turned-$way.png" want-turned.png 0.08
    looks "turned-$way.webp" want-turned.png 0.08
done
(looks turned-3.png full.png 0.08) 2>"$tmp/err" && fail 'a picture on its head is not seen'

# The comparison sees a difference.
(looks rgb8.png rgb8-gamma.pnm 0.08) 2>"$tmp/err" && fail 'another gamma is not seen'
(looks rgb8.png grey8.png 0.08) 2>"$tmp/err" && fail 'other colours are not seen'
exit 0
