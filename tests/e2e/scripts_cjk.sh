#!/bin/bash
# With their fonts, Chinese, Japanese and Korean are set, in the forms of the language that the practice names.
. "$DGS_SRC/tests/e2e/lib.sh"
fonts=$DGS_SRC/build/dgs-pdf-cjk.fonts
[ -e "$fonts" ] || skip 'make cjk-fonts was not run'
python3 "$tools/names.py" list list.csv cjk
ok batch list.csv --fonts "$fonts" --out-dir out --file-name '{n}.pdf' --parts guide
python3 "$tools/names.py" check out cjk || fail 'words are not found'
DGS_FONTS=$fonts python3 "$tools/names.py" same out cjk || fail 'the batch makes other files'
for language in zh-Hans zh-Hant ja ko; do
    ok --fonts "$fonts" --practice-name '骨直' --name-language $language --out $language.pdf
    "$DGS_PDF" -q --fonts "$fonts" --practice-name '骨直' --name-language $language --dump tags | has "in $language" ||
        fail "the tags do not say $language"
done
! cmp -s zh-Hans.pdf ja.pdf || fail 'the forms are the same'
run --fonts "$fonts" --practice-name '骨直' --out handout.pdf
[ "$code" -eq 0 ] && grep -q 'name-language' "$tmp/err" || fail 'no notice'
run --fonts "$fonts" --practice-name 'さくら院' --out handout.pdf # kana tells it
[ "$code" -eq 0 ] && ! grep -q 'name-language' "$tmp/err" || fail 'a notice that is not needed'
# Signs between Han characters are as wide as they.
for name in 和直和 和·直 和（直 和，直; do
    "$DGS_PDF" -q --no-profile --fonts "$fonts" --practice-name "$name" --dump layout |
        awk '$1 == 1 && $7 == "name" { print $4 }' >>widths
done
[ "$(sort -u widths | wc -l)" -eq 1 ] || fail "signs are not as wide as characters: $(xargs <widths)"

# One byte that is another: nothing happens where no name needs its block, and else the file is refused.
damage() { # AT [STEP UNTIL]: a byte of the file, or each of more
    python3 - "$fonts" other.fonts "$@" <<'.'
import sys
data = bytearray(open(sys.argv[1], "rb").read())
for at in range(*map(int, (sys.argv[3], sys.argv[5], sys.argv[4]) if len(sys.argv) > 4 else (sys.argv[3], int(sys.argv[3]) + 1))):
    data[at] ^= 1
open(sys.argv[2], "wb").write(data)
.
}
block=16384 first=10000000 # of the simplified face, whose last outlines are there
ok --fonts "$fonts" --practice-name '按摩' --name-language zh-Hans --out sound.pdf
damage 20000000
ok --fonts other.fonts --practice-name '按摩' --name-language zh-Hans --out other.pdf
same_bytes sound.pdf other.pdf
for places in 16 64 "$block $block $first"; do # where a face begins, its tables, and all outlines
    # shellcheck disable=SC2086 # one or three numbers
    damage $places
    refuses 65 'the font file of Chinese, Japanese and Korean is damaged: make it again' --fonts other.fonts \
        --practice-name '按摩' --name-language zh-Hans
done
damage 28793663 # of the sums
refuses 65 'other.fonts is not the font file of this version' --fonts other.fonts --practice-name '按摩'
