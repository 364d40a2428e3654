#!/bin/bash
# The text is easy to read: grade 5 at most (Flesch-Kincaid by GNU style), 12 words an average sentence, 20 at most.
. "$DGS_SRC/tests/e2e/lib.sh"

command -v style >/dev/null || fail 'GNU style is missing: apt-get install diction'
readability=$tools/readability.py
for parts in guide,article,care,worksheet guide article care; do
    ok --dump content --parts $parts
    python3 "$readability" "$tmp/out" || fail "$parts is hard to read"
done

cp -r "$DGS_SRC/assets/handouts/deep-gluteal/en-US" words
hard() { # RE WORDS: with the words ten times at the end of the article, the text is refused with a line that matches
    cp "$DGS_SRC/assets/handouts/deep-gluteal/en-US/article.md" words/article.md
    for _ in $(seq 10); do printf '\n%s\n' "$2" >>words/article.md; done
    ok --dump content --content words
    ! python3 "$readability" "$tmp/out" >found || fail "passes: $2"
    grep -qE "$1" found || fail "says '$(cat found)', not '$1'"
}
hard 'grade [0-9.]+, 5.0 is allowed' 'Neuropathological manifestations necessitate interdisciplinary rehabilitation.

Musculoskeletal physiotherapy considerations predominate.

Pharmacological interventions demonstrate inconsistent effectiveness.'
hard 'words in an average sentence' \
    "$(printf 'If you sit a lot and it hurts a bit then go and walk a bit more now.\n\n%.0s' $(seq 15))"
hard 'a sentence of 21 words: You sit' 'You sit and you sit and you sit and you sit and you sit and you sit and you go on.'
hard 'a sentence of 21 words: You sit' '- You sit and you sit and you sit and you sit and you sit and you sit and you go on'
