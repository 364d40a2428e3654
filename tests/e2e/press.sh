#!/bin/bash
# --bleed and --crop-marks: the page boxes of a print shop, colour out to the bleed, marks outside of it, and the same
# page inside the cut.
. "$DGS_SRC/tests/e2e/lib.sh"

box() { # FILE NAME
    pdfinfo -box "$1" | awk -v name="$2:" '$1 == name { print $2, $3, $4, $5 }'
}

is_box() { # FILE NAME X0 Y0 X1 Y1, within a hundredth of a point
    box "$1" "$2" | awk -v want="${*:3}" '{ n = split(want, w, " ")
        for (i = 1; i <= n; i++) if ($i - w[i] > 0.011 || w[i] - $i > 0.011) exit 1 }' || fail "$2 of $1 is $(box "$1" "$2")"
}

ok --out office.pdf --color '#7a2048'
ok --out press.pdf --color '#7a2048' --bleed 3mm --crop-marks
is_box press.pdf MediaBox 0 0 665.01 845.01
is_box press.pdf BleedBox 18 18 647.01 827.01
is_box press.pdf TrimBox 26.5 26.5 638.5 818.5
ok --out bleed.pdf --paper a4 --bleed 0.25in
is_box bleed.pdf MediaBox 0 0 631.28 877.89
is_box bleed.pdf BleedBox 0 0 631.28 877.89
is_box bleed.pdf TrimBox 18 18 613.28 859.89
ok --out marks.pdf --crop-marks
is_box marks.pdf TrimBox 26.5 26.5 638.5 818.5
is_box marks.pdf BleedBox 26.5 26.5 638.5 818.5

# Inside the cut, below the strip, the page is that of the office: same words at the same places.
words() {
    pdftotext -bbox -f 2 -l 2 "$1" - | sed -n 's/.*xMin="\([0-9.]*\)" yMin="\([0-9.]*\)".*>\(.*\)<.*/\1 \2 \3/p'
}
words office.pdf >office.words
words press.pdf >press.words
[ "$(wc -l <office.words)" -gt 200 ] || fail "no words on the page"
paste -d ' ' office.words press.words | awk '{ x = $4 - $1 - 26.504; y = $5 - $2 - 26.504
    if ($3 != $6 || x * x > 1e-4 || y * y > 1e-4) exit 1 }' || fail "the words moved"

# 300 dpi of the first page's upper left corner: white outside the bleed but for the marks, colour from the bleed on.
pdftoppm -r 300 -f 1 -l 1 -x 0 -y 0 -W 200 -H 200 press.pdf corner
python3 - corner*.ppm <<'EOF' || fail "the corner is not marks, bleed and page"
import sys
data = open(sys.argv[1], "rb").read().split(b"\n", 3)[3]
at = lambda x, y: tuple(data[(y * 200 + x) * 3:(y * 200 + x) * 3 + 3])
assert at(30, 30) == (255, 255, 255), "outside"
assert at(80, 80) == (0x7a, 0x20, 0x48), "in the bleed"
assert at(80, 130) == (0x7a, 0x20, 0x48), "in the strip, left of the cut"
assert at(150, 180) == (255, 255, 255), "on the page"
assert min(sum(at(x, 30)) for x in range(105, 116)) < 300, "no mark above the corner"
assert min(sum(at(30, y)) for y in range(105, 116)) < 300, "no mark beside the corner"
EOF
refuses 2 "--bleed '3' is not a length from 0 to 10 mm: write --bleed 3mm" --bleed 3
refuses 2 'not a length' --bleed 11mm
refuses 2 'not a length' --bleed=-1mm
refuses 2 'remove one' --bleed 3mm --booklet
refuses 2 'remove one' --crop-marks --booklet
