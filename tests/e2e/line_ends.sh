#!/bin/bash
# A number stands on one line with its unit; few paragraphs end in a line of one word.
. "$DGS_SRC/tests/e2e/lib.sh"

for paper in letter a4; do
    for dump in content layout; do
        ok --paper $paper --dump $dump
        mv "$tmp/out" $paper.$dump
    done
done
python3 "$tools/linecheck.py" ends letter.layout a4.layout || fail 'lines end badly'

# Wherever the line would end by itself.
cp -r "$DGS_SRC/assets/handouts/deep-gluteal/en-US" words
for n in $(seq 40); do
    printf '\n\n%s walk for 30 minutes a day, and rest for 8 hours: page {{page #what-can-cause-it}}.\n' "$(printf 'so %.0s' $(seq "$n"))"
done >>words/article.md
for dump in content layout; do
    ok --content words --dump $dump
    mv "$tmp/out" long.$dump
done
python3 "$tools/linecheck.py" ends long.layout >found || true
grep -q 'long.layout: .* paragraphs' found || fail 'the long text is not looked at'
! grep 'cut off' found || fail 'numbers are cut off from their units in a long text'

# planted RE SED: the layout, edited so, is refused with a line that matches.
planted() {
    sed -E "$2" letter.layout >planted.layout
    ! cmp -s letter.layout planted.layout || fail "the layout does not change by: $2"
    cp letter.content planted.content
    ! python3 "$tools/linecheck.py" ends planted.layout >found || fail "not seen: $2"
    grep -qE "$1" found || fail "says $(cat found)"
}
planted "'30' is cut off from 'minutes'" '/ text para .*Sleep 7 hours/{N;s/( text para [^:]*): [^\n]*(\n.*): .*/\1: Walk every 30 \2: minutes or so./;:a;n;ba}'
planted "'page' is cut off from '4'" '/ text para .*Sleep 7 hours/{N;s/( text para [^:]*): [^\n]*(\n.*): .*/\1: Look at page \2: 4 for it./;:a;n;ba}'
planted 'paragraphs end in a line of one word, 10% are allowed' 's/( text (para|item) [^:]*): .*/\1: alone/'
