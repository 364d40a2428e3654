#!/bin/bash
# No word that promises too much, in any form, wherever the handout says something.
. "$DGS_SRC/tests/e2e/lib.sh"

banned=$tools/banned.py
ok --dump content --practice-name Elm --phone 555-0100 --email a@b.example --website https://b.example \
    --booking-url https://b.example
mv "$tmp/out" said
ok --out handout.pdf
pdfinfo handout.pdf >about
python3 "$banned" said about "$DGS_SRC"/assets/handouts/deep-gluteal/en-US/*.md || fail 'there are banned words'

planted=(cure Cured CURES curing curable heals healed Healing healer guarantee guarantees guaranteed toxin toxins toxic
    detox Detoxes detoxify de-tox flush flushes flushing inflammation Inflamed anti-inflammatory always Always proven
    unproven proves proving 'best treatment' 'Best treatments' clinically Clinical diabetic Diabetics 'name any' 'soon if')
cp -r "$DGS_SRC/assets/handouts/deep-gluteal/en-US" words
printf '\n\nThis %s you.\n' "${planted[@]}" 'he**als**' >>words/article.md
ok --dump content --content words
! python3 "$banned" "$tmp/out" >found || fail 'nothing is seen'
for word in "${planted[@]}" heals; do
    has -F "This $word you" found || fail "not seen: $word"
done

printf 'para: Better health for healthy people, healthier and healthily; obscure secure curious provide improved clinic' >fine
python3 "$banned" fine || fail 'a good word is refused'
printf 'para: the\n  best\n treatment' >broken
! python3 "$banned" broken >found || fail 'two words on two lines are not seen'
