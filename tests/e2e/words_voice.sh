#!/bin/bash
# The text cares: plain, with sentences that are no orders, "we" and "us", few warnings on page 1, and all that the
# practice's own article says; each rule sees its breach.
. "$DGS_SRC/tests/e2e/lib.sh"

command -v style >/dev/null || fail 'GNU style is missing: apt-get install diction'
voice=$tools/voice.py
for parts in guide article care worksheet; do
    ok --dump content --parts $parts
    mv "$tmp/out" $parts.content
done
ok --dump content
mv "$tmp/out" all.content
for part in guide article care worksheet all; do
    python3 "$voice" $part=$part.content || fail "the words of $part break a rule"
done

breaks() { # PART WORDS SED...: the part's text, edited so, is refused with these words
    local part=$1 words=$2
    shift 2
    sed -E "$@" "$part.content" >edited
    ! cmp -s "$part.content" edited || fail "the text does not change by: $*"
    ! python3 "$voice" "$part=edited" >found || fail "passes: $*"
    has -F "$words" found || fail "says '$(cat found)', not '$words'"
}
breaks guide 'not alone' 's/ and you are not alone/ truly/'
breaks guide 'how it will go' 's/Many people get better without surgery/Rest/'
breaks guide 'we, us or our' 's/with us|tell us/with them/g'
breaks guide 'words of warnings' 's/(para: Heart or kidney disease\?.*)/\1 Ask a doctor of yours whom you know well, and then ask another one too, and write down what both of them say to you./'
breaks care 'we, us or our' 's/\b(We|we|us)\b/they/g'
breaks article 'an average sentence' 's/^( *para: ).*/\1Sit up. Get up. Go on. Ask us./'
breaks article 'Flesch-Kincaid' 's/^( *)para: .*/\1para: Pharmacological interventions demonstrate inconsistent effectiveness for us./'
breaks all 'not told: not magic' 's/not magic/no wonder/'
