#!/bin/bash
# Longer words flow to more pages, in the same size; the emergency signs stay on page 1.
. "$DGS_SRC/tests/e2e/lib.sh"

cp -r "$DGS_SRC/assets/handouts/deep-gluteal/en-US" words
for i in $(seq 60); do
    printf '\nThe long story goes on, part %d, with words enough to fill more than one line of a page.\n' "$i"
done >>words/article.md
ok --out long.pdf --content words
[ "$(pages long.pdf)" -gt 4 ] || fail "$(pages long.pdf) pages"
says long.pdf 'part 60'
says long.pdf 911 1
python3 "$tools/structcheck.py" long.pdf || fail 'the structure is not sound'
smallest() { awk '$6 == "text" { sub(":", "", $9); if (!min || $9 < min) min = $9 } END { print min }'; }
[ "$("$DGS_PDF" -q --content words --dump layout | smallest)" = "$("$DGS_PDF" -q --dump layout | smallest)" ] || fail 'the text shrank'
for i in $(seq 25); do
    printf '\n## Another section %d\n\nThe guide is long too, and longer.\n' "$i"
done >>words/guide.md
ok --out longer.pdf --content words
says longer.pdf 911 1
