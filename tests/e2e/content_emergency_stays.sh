#!/bin/bash
# No content takes the emergency signs away: an emptied emergency.md is refused.
. "$DGS_SRC/tests/e2e/lib.sh"

cp -r "$DGS_SRC/assets/content/en-US" words
: >words/emergency.md
refuses 65 'emergency\.md' --content words
printf '# Only one part\n\n- A sign\n' >words/emergency.md
refuses 65 'emergency\.md' --content words
