#!/bin/bash
# Characters that no font has: exit code 65; they are named with where they stand.
. "$DGS_SRC/tests/e2e/lib.sh"

refuses 65 'U\+1F486' --practice-name '💆'
refuses 65 'U\+0F40.*U\+0F41' --tagline 'ཀཁ'
mkdir words
cp "$DGS_SRC"/assets/handouts/deep-gluteal/en-US/*.md words
printf '\nA word: \u0f40.\n' >>words/guide.md
line=$(wc -l <words/guide.md)
refuses 65 "guide\.md:$line.*U\+0F40|U\+0F40.*guide\.md:$line" --content words
