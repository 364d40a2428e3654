#!/bin/bash
# The lines of a long name do not touch, whatever its script: there is white paper between them.
. "$DGS_SRC/tests/e2e/lib.sh"
cat >bands.py <<'END'
import sys
# How many bands of ink there are above the first area of color, and how many lines the layout says.
layout, picture, dpi = sys.argv[1], sys.argv[2], int(sys.argv[3])
lines = [line.split() for line in open(layout, encoding="utf-8")]
names = [line for line in lines if line[0] == "1" and line[6:7] == ["name"]]
end = min(float(line[2]) for line in lines if line[0] == "1" and line[5:7] == ["fill", "layout"])
data = open(picture, "rb").read()
kind, width, height, most = data.split(None, 4)[:4]
pixels = data[-int(width) * int(height):]
rows = [min(pixels[y * int(width):(y + 1) * int(width)]) < 160 for y in range(int(end * dpi / 72) - 2)]
bands = sum(ink and not before for before, ink in zip([False] + rows, rows))
if len(names) < 2 or bands != len(names):
    sys.exit(f"{len(names)} lines, {bands} bands of ink")
END
# apart LABEL NAME OPTION...
apart() {
    local name=$2
    ok --out long.pdf --parts guide --practice-name "$name" "${@:3}"
    "$DGS_PDF" -q --no-profile --parts guide --practice-name "$name" "${@:3}" --dump layout >layout
    pdftoppm -r 200 -gray -f 1 -l 1 -singlefile long.pdf picture
    python3 bands.py layout picture.pgm 200 || fail "$1 ${*:3}: its lines touch"
}
tried=0
while IFS=$'\t' read -r script _ massage clinic person street city; do
    apart "$script" "$massage $clinic $person $city $massage $clinic $street $person" --large-print
    tried=$((tried + 1))
done < <(grep -v '^#' "$DGS_SRC/tests/names/words.tsv")
[ $tried -ge 20 ] || fail "only $tried scripts"
marked='مُحَمَّدٌ لَا إِلَٰهَ ' stacked='ကျွန်ုပ် စက္ကြိုး ရွှံ့ '
apart 'Arabic with vowel signs' "$marked$marked$marked$marked" --large-print
apart 'Myanmar, stacked' "$stacked$stacked$stacked$stacked$stacked" --large-print
