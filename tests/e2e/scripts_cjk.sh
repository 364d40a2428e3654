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
