#!/bin/bash
# "Reviewed by" stands on the handout only where the metadata names a reviewer.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --out plain.pdf
says_not plain.pdf 'Reviewed by'
says plain.pdf 'Checked November 2026. Next check November 2028.'
says plain.pdf 'does not replace a doctor'
mkdir words
sed 's/^- reviewer:.*/- reviewer: Dr. Ada Smith, December 2026/' "$DGS_SRC/assets/handouts/deep-gluteal/en-US/strings.md" >words/strings.md
ok --out reviewed.pdf --content words
says reviewed.pdf 'Reviewed by Dr. Ada Smith, December 2026'
