#!/bin/bash
# A second handout that the build finds beside the first is built in, chosen by --handout, and the same as from its folder.
. "$DGS_SRC/tests/e2e/lib.sh"

: "${DGS_PDF_TWO:?names the program with two handouts}"
neck=$DGS_SRC/tests/handouts/stiff-neck/en-US one=$DGS_PDF
ok --out usual.pdf
ok --out folder.pdf --content "$neck"
DGS_PDF=$DGS_PDF_TWO
ok --out default.pdf
same_bytes default.pdf usual.pdf
ok --out named.pdf --handout deep-gluteal
same_bytes named.pdf usual.pdf
ok --out neck.pdf --handout stiff-neck
same_bytes neck.pdf folder.pdf
ok --out diary.pdf --handout stiff-neck --parts diary
says diary.pdf 'Your 7 days'
refuses 2 "part 'guide' not found in this handout: it has moves, diary" --handout stiff-neck --parts guide
refuses 2 "part 'moves' not found in this handout: it has guide, article, care, worksheet" --parts moves
refuses 2 "--handout 'stif-neck' is invalid: did you mean stiff-neck\?" --handout stif-neck
refuses 2 '--handout is deep-gluteal, and .*handout\.md says stiff-neck' --handout deep-gluteal --content "$neck"

# Help, and the folder to edit. What that lacks comes from the handout that its manifest or --handout names.
for words in 'stiff-neck  *"A Stiff Neck at the Desk"' 'deep-gluteal  *"5 Easy Steps' '--handout KEYWORD'; do
    "$DGS_PDF" --help | has -e "$words" || fail "help does not say: $words"
    "$one" --help | has -e '--handout' && fail 'one handout and a choice'
done
"$DGS_PDF" --man | has 'guide, article, care, worksheet (of stiff.*neck: moves, diary)' || fail 'the man page names no parts'
run init-content words --handout stiff-neck
[ "$code" -eq 0 ] && [ -s words/moves.md ] && [ -s words/handout.md ] && [ ! -e words/guide.md ] || fail 'not its files'
sed -i 's/Change how you sit/Sit in many ways/' words/moves.md
rm words/diary.md
run --out edited.pdf --content words
[ "$code" -eq 0 ] || fail "exit code $code"
grep -q 'notice: these files are not in words and come from the built-in handout stiff-neck: diary.md$' "$tmp/err" || fail 'no notice'
says edited.pdf 'Sit in many ways' 1
says edited.pdf 'Your 7 days' 2
rm words/handout.md
ok --out without.pdf --content words --handout stiff-neck
same_bytes without.pdf edited.pdf

# A list's rows, and going on with them: the handout is one of the inputs.
printf 'name,parts\nElm,\nOak,diary\n' >list.csv
ok batch list.csv --out-dir made --handout stiff-neck --no-profile
ok --out elm.pdf --handout stiff-neck --no-profile --practice-name Elm
same_bytes made/0001-Elm.pdf elm.pdf
ok batch list.csv --out-dir made --handout stiff-neck --no-profile --resume --json
[ "$(grep -c '"bytes"' made/manifest.jsonl)" -eq 2 ] || fail 'rows are lost'
printf 'name\nElm\n' >list.csv
for handout in stiff-neck deep-gluteal; do # what is there was made of another handout
    ok batch list.csv --out-dir other --handout $handout --no-profile --resume
    ok --out elm.pdf --handout $handout --no-profile --practice-name Elm
    same_bytes other/0001-Elm.pdf elm.pdf
done
printf 'name,parts\nElm,guide\n' >list.csv
run batch list.csv --out-dir made --handout stiff-neck --no-profile --resume
[ "$code" -eq 4 ] && has "parts: part 'guide' not found in this handout: it has moves, diary" <"$tmp/err" || fail 'a bad row'
