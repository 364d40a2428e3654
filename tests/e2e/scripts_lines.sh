#!/bin/bash
# Between the lines of a long name there are two points of white paper, whatever its script; the lines of one from right to
# left and of what stands below it begin at one edge.
. "$DGS_SRC/tests/e2e/lib.sh"
cat >white.py <<'END'
import sys
# Between the baselines of neighbors two points are white at a stretch, though marks may be apart from their letters.
layout, picture, dpi = sys.argv[1], sys.argv[2], int(sys.argv[3])
lines = [line.split() for line in open(layout, encoding="utf-8")]
at = [float(f[2]) + 0.75 * float(f[4]) for f in lines if f[0] == "1" and f[6:7] in (["name"], ["tagline"])]
data = open(picture, "rb").read()
kind, width, height, most = data.split(None, 4)[:4]
pixels = data[-int(width) * int(height):]
rows = [" #"[min(pixels[y * int(width):(y + 1) * int(width)]) < 160] for y in range(int(at[-1] * dpi / 72))]
white = [max(map(len, "".join(rows[int(a * dpi / 72):int(b * dpi / 72)]).split("#"))) * 72 / dpi for a, b in zip(at, at[1:])]
if len(at) < 3 or min(white) < 1.9:
    sys.exit(f"{len(at)} lines, {min(white):.2f} points of white")
END
# apart LABEL NAME TAGLINE
apart() {
    local how=(--parts guide --large-print --practice-name "$2" --tagline "$3")
    ok --out long.pdf "${how[@]}"
    "$DGS_PDF" -q --no-profile "${how[@]}" --dump layout >layout
    pdftoppm -r 200 -gray -f 1 -l 1 -singlefile long.pdf picture
    python3 white.py layout picture.pgm 200 || fail "$1: its lines touch"
}
tried=0
while IFS=$'\t' read -r script _ massage clinic person street city; do
    apart "$script" "$massage $clinic $person $city $massage $clinic $street $person $city $massage $clinic" "$massage $street"
    tried=$((tried + 1))
done < <(grep -v '^#' "$DGS_SRC/tests/names/words.tsv")
[ $tried -ge 20 ] || fail "only $tried scripts"
marked='مُحَمَّدٌ لَا إِلَٰهَ ' stacked='ကျွန်ုပ် စက္ကြိုး ရွှံ့ ' pointed='שָׁלוֹם רַבָּה לַגּוּף ' thai='ปู่กู้ น้ำทิพย์ ญี่ปุ่น กี๊ก๊ '
apart 'Arabic with vowel signs' "$marked$marked$marked$marked$marked$marked$marked" "$marked"
apart 'Myanmar, stacked' "$stacked$stacked$stacked$stacked$stacked" "$stacked"
apart 'Hebrew with points' "$pointed$pointed$pointed$pointed$pointed$pointed" "$pointed"
apart 'Thai, stacked' "$thai$thai$thai$thai" "$thai"
# edges COUNT OPTION...: so many right edges do the lines of name and tagline have
edges() {
    "$DGS_PDF" -q --no-profile --parts guide --large-print "${@:2}" --dump layout |
        awk '$1 == 1 && $7 ~ /^(name|tagline|therapist)$/ { at = sprintf("%.1f", $2 + $4); n += !seen[at]++; lines++ }
             END { if (lines < 4) n = "too few lines"; print n }' >n
    [ "$(cat n)" = "$1" ] || fail "${*:3}: $(cat n) right edges, not $1"
}
name='עיסוי מרפאת רחל כהן תל־אביב עיסוי מרפאת רחוב הרצל רחל כהן עיסוי תל־אביב מרפאת'
edges 1 --practice-name "$name" --tagline 'עיסוי (90 min, $85)' --therapist 'Ana Bell, LMT'
edges 4 --practice-name 'Willow Creek Massage and Bodywork by the River in Portland, Oregon' --tagline 'עיסוי' --therapist 'Ana Bell'
