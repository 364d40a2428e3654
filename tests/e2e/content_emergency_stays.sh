#!/bin/bash
# No content takes the emergency signs away, or off the first page: an emptied emergency.md is refused.
. "$DGS_SRC/tests/e2e/lib.sh"

cp -r "$DGS_SRC/assets/handouts/deep-gluteal/en-US" words
: >words/emergency.md
refuses 65 'emergency\.md' --content words
printf '# Only one part\n\n- A sign\n' >words/emergency.md
refuses 65 'emergency\.md' --content words

# A title that leaves them no room on the first page is refused.
cp "$DGS_SRC"/assets/handouts/deep-gluteal/en-US/*.md words/
sed -i "1s/.*/# $(for i in $(seq 300); do printf 'many words %d ' "$i"; done)/" words/guide.md
refuses 65 'words/guide\.md:1: below this title .* emergency signs: shorten it' --content words
