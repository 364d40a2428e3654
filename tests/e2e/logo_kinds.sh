#!/bin/bash
# Every kind of PNG is taken, and its pixels come out as they went in.
. "$DGS_SRC/tests/e2e/lib.sh"

cat >compare.py <<'.'
import sys, zlib
sys.path.insert(0, sys.argv[1])
import pdfread, pdfwrite, makepng

kind, path = sys.argv[2:]
pdf = pdfread.read(open(path, "rb").read())
images = [v for v in pdf.objects.values() if isinstance(v, pdfread.Stream) and v.dict.get("Subtype") == "Image"]
masks = [pdf.get(i.dict["SMask"]) for i in images if "SMask" in i.dict]
logos = [i for i in images if i not in masks]
assert len(logos) == 1, f"{len(logos)} pictures"
logo = logos[0]
assert (logo.dict["Width"], logo.dict["Height"]) == (60, 40), "another size"
color, bits, _, _ = makepng.KINDS[kind]
assert bool(masks) == (color >= 4 or "trns" in kind), "a mask where none should be, or none where one should"
space = pdf.get(logo.dict["ColorSpace"])
data = logo.data()
def pixel(x, y):
    if space == "DeviceRGB":
        return tuple(data[3 * (60 * y + x) : 3 * (60 * y + x) + 3])
    if space == "DeviceGray":
        return (data[60 * y + x],)
    table = pdf.get(space[3])
    table = table.data() if isinstance(table, pdfread.Stream) else table
    return tuple(table[3 * data[60 * y + x] :][:3])
for x, y in ((30, 20), (0, 0), (31, 5), (59, 39), (12, 22)):
    want = [makepng.sample(x, y, c, 60, 40, bits) for c in range(3)]
    if color == 3:
        want = list(makepng.GREY_RAMP[3 * want[0] : 3 * want[0] + 3])
    elif bits == 16:
        want = [w / 257 for w in want]
    elif bits < 8:
        want = [w * 255 // (2**bits - 1) for w in want]
    if color in (0, 4):
        want = want[:1] * len(pixel(x, y))
    if masks and masks[0].data()[60 * y + x] == 0:
        continue
    got = pixel(x, y)
    if color != 3 and len(got) == 1:
        want = want[:1]
    assert all(abs(g - w) <= 1 for g, w in zip(got, want)), f"pixel {x},{y}: {got}, not {want}"
.
for kind in grey1 grey4 grey8 grey16 grey8-trns rgb8 rgb16 rgb8-trns rgb8-interlaced palette2 palette8 palette8-trns \
    grey-alpha8 rgb-alpha8 rgb-alpha16 rgb-alpha8-interlaced; do
    python3 "$tools/makepng.py" $kind $kind.png
    ok --out $kind.pdf --logo $kind.png --practice-name 'Anna Perez'
    python3 compare.py "$tools" $kind $kind.pdf || fail "$kind"
    pdfinfo -struct $kind.pdf | has Figure || fail "$kind: the logo is no Figure"
done
