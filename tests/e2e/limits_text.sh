#!/bin/bash
# Texts at the edge of what they may have are taken, one beyond is refused: profiles, a client's data, Markdown.
. "$DGS_SRC/tests/e2e/lib.sh"

# filled FILE BYTES BEGINNING: the file begins so and ends, with blank lines, at that size.
filled() {
    printf '%s\n' "$3" >"$1"
    yes '' | head -c $(($2 - $(stat -c %s "$1"))) >>"$1" || [ $? -eq 141 ]
    [ "$(stat -c %s "$1")" -eq "$2" ] || fail 'the test file has another size than it should'
}
kb=1024
filled profile.ini $((64 * kb)) 'name = A'
ok --out a.pdf --profile profile.ini --parts guide
filled profile.ini $((64 * kb + 1)) 'name = A'
rm a.pdf
refuses 65 'profile\.ini: the profile is larger than 64 KB: use a smaller file' --profile profile.ini
printf '# %4093s\nname = A\n' x >profile.ini
ok --out a.pdf --profile profile.ini --parts guide
rm a.pdf
printf '# %4094s\nname = A\n' x >profile.ini
refuses 65 'profile\.ini:1: this line is longer than 4096 bytes: shorten it' --profile profile.ini
rm profile.ini

filled data $((64 * kb)) 'client = Sam'
ok --out a.pdf --client-stdin --parts guide <data
filled data $((64 * kb + 1)) 'client = Sam'
rm a.pdf
run --out a.pdf --client-stdin <data
ended 65 "the client's data is larger than 64 KB: use a smaller file"
[ ! -e a.pdf ] || fail 'a file was written'
rm data
# Characters, not bytes.
for text in name:160:practice-name tagline:160:tagline welcome:220:welcome line:120:footer-note client:80:client note:200:note; do
    IFS=: read -r _ most option <<<"$text"
    words=$(yes 'wörd ' | tr -d '\n' | head -c $((most * 6 / 5 - 1)) || [ $? -eq 141 ])
    ok --out a.pdf --parts guide "--$option" "${words:0:most - 1}x"
    rm a.pdf
    refuses 65 "--$option has $((most + 1)) characters, but at most $most fit: shorten it" "--$option" "${words:0:most - 1}xy"
done

mkdir words
markdown() { # markdown EDGE SENTENCE WRITER...: what WRITER makes of EDGE is taken, of one more refused
    local edge=$1 sentence=$2
    shift 2
    "$@" "$edge" >words/article.md
    ok --out a.pdf --content words
    rm a.pdf
    "$@" $((edge + 1)) >words/article.md
    refuses 65 "words/article\.md$sentence" --content words
}
title=$'# Words\n\n## Call a doctor today if\n\nWords.\n\n' # which other parts lead to
of_size() {
    filled whole "$1" "$title"
    cat whole
    rm whole
}
unbroken() {
    printf '%s' "$title"
    yes words | tr '\n' ' ' | head -c "$1" | sed 's/ $/s/' || [ $? -eq 141 ]
}
lists() {
    printf '%s' "$title"
    for ((i = 0; i < $1; i++)); do printf '%*s- item %d\n' $((2 * i)) '' $i; done
}
stars() { # strong in emphasised, by turns
    local before='' behind=''
    for ((i = 0; i < $1; i++)); do
        if ((i % 2 == 0)); then before+='*a ' behind=" a*$behind"; else before+='**a ' behind=" a**$behind"; fi
    done
    printf '%s%swords%s\n' "$title" "$before" "$behind"
}
headings() {
    printf '%s' "$title"
    for ((i = 2; i < $1 - others; i++)); do printf '## Heading %d\n\nWords.\n\n' $i; done
}
markdown $((256 * kb)) ': the content file is larger than 256 KB: use a smaller file' of_size
markdown $((16 * kb)) ':7: there are more than 16 KB without an empty line: divide them into paragraphs' unbroken
markdown 8 ':15: lists are nested more than 8 deep: use fewer levels' lists
markdown 16 ':7: bold, italics and links are nested more than 16 deep: use fewer levels' stars
printf '%s' "$title" >words/article.md
run -q --content words --dump content
others=$(($(grep -cE '^ *(heading|step|box).* #' "$tmp/out") - 2))
run -q --content words --parts card --dump content # which is no part of the usual handout; the signs are counted above
others=$((others + 2 + $(grep -cE '^ *heading.* #' "$tmp/out"))) # those of the forms that are not printed, and the name of all signs
sentence='there are more than 1000 headings: remove some'
headings 1000 >words/article.md
ok --out a.pdf --content words
rm a.pdf
headings 1001 >words/article.md
refuses 65 "[a-z]+\.md:[0-9]+: $sentence" --content words
