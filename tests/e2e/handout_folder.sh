#!/bin/bash
# A handout with other parts, as a folder: its manifest alone says what there is. No line of the program knows it.
. "$DGS_SRC/tests/e2e/lib.sh"

neck=$DGS_SRC/tests/handouts/stiff-neck/en-US
for parts in moves diary diary,moves; do
    ok --out neck.pdf --content "$neck" --parts $parts --no-profile
    [ "$(pages neck.pdf)" -eq 2 ] || fail "$parts: $(pages neck.pdf) pages"
    python3 "$tools/structcheck.py" neck.pdf || fail "$parts: the structure is not sound"
    says neck.pdf 'your chin cannot reach your chest' 1
    for sign in 'blow or a crash' 'Chest pain' 'Trouble breathing' 'pee or poop' 'with your balance' \
        'numb, weak, cold or tingles' 'wakes you at night' 'cannot get comfortable' 'lump in your neck' 'feel very ill'; do
        says neck.pdf "$sign"
    done
done
says neck.pdf 'check them off on page 2' 1
says_not neck.pdf 'saddle'
ok --out neck.pdf --content "$neck" --parts diary
says_not neck.pdf 'Change how you sit'
ok --out neck.pdf --content "$neck" --focus 2 --paper a4
says neck.pdf 'Start here' 1
pdfinfo neck.pdf | has '^Title: *A Stiff Neck at the Desk$' || fail 'no title'
ok --dump content --content "$neck"
head -n 1 "$tmp/out" | has '^doc en-US: A Stiff Neck' || fail 'not its language'

refuses 2 "--parts: part 'guide' not found in this handout: it has moves, diary" --content "$neck" --parts guide
refuses 2 'did you mean moves\?' --content "$neck" --parts movs
refuses 2 'also print the part moves' --content "$neck" --parts diary --focus 1
refuses 2 'unknown option --handout' --handout deep-gluteal # with one built in there is nothing to choose
python3 "$tools/banned.py" "$neck"/*.md || fail 'there are banned words'

# Its own files come from nowhere else.
cp -r "$neck" words
rm words/diary.md
refuses 66 'words/diary\.md: is missing, and words/handout\.md names it: add the file' --content words
cp "$neck/diary.md" words
rm words/emergency.md
refuses 66 'words/emergency\.md: is missing' --content words
sed '/sign:heart/d' "$neck/emergency.md" >words/emergency.md
refuses 65 'words/emergency\.md:1: the sign "heart" is missing' --content words
cp "$neck/emergency.md" words
sed -i 's/, sheet, /, shet, /' words/handout.md
refuses 65 "words/handout\.md:7: design 'shet' not found, did you mean 'sheet'" --content words
