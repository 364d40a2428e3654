#!/bin/bash
# What no face has is refused and named; so are Chinese, Japanese and Korean without their fonts, which are then named.
. "$DGS_SRC/tests/e2e/lib.sh"
refuses 65 'no character "ཀ" \(U\+0F40\)' --practice-name 'Spa ཀ'
run --practice-name 'Zen 🙏 ☯ Massage' --out handout.pdf # an emoji is left out, a sign that a face has is not
[ "$code" -eq 0 ] && grep -q 'without 🙏, which' "$tmp/err" || fail "code $code: an emoji"
pdfinfo -struct-text handout.pdf | has 'Zen ☯ Massage' || fail 'a sign is lost'
rm handout.pdf
installed=$(dirname "$(dirname "$DGS_PDF")")/share/dgs-pdf/dgs-pdf-cjk.fonts
[ ! -e "$installed" ] && [ ! -e /usr/local/share/dgs-pdf/dgs-pdf-cjk.fonts ] || skip 'the fonts are installed here'
for name in 按摩 さくら 마사지; do
    refuses 65 'make cjk-fonts' --practice-name "$name"
done
run --out handout.pdf --client 按摩
[ "$code" -eq 65 ] || fail "code $code"
! has -E '按|摩' <"$tmp/err" || fail 'the message repeats the name'
refuses 66 'none.fonts' --fonts none.fonts
head -c 28793664 /dev/zero >other.fonts
refuses 65 'other.fonts is not the font file of this version' --fonts other.fonts
echo x >small.fonts
refuses 65 'small.fonts is not the font file of this version' --fonts small.fonts
printf 'name\nAna\n按摩\n' >list.csv
run batch list.csv --out-dir out
[ "$code" -eq 4 ] && grep -q 'list.csv:3: .*make cjk-fonts' "$tmp/err" || fail "code $code"
