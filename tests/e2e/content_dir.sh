#!/bin/bash
# --content uses other words; files that are not there come from the built-in ones.
. "$DGS_SRC/tests/e2e/lib.sh"

mkdir words
sed 's/Drink water/Sip some soup/' "$DGS_SRC/assets/handouts/deep-gluteal/en-US/guide.md" >words/guide.md
ok --out other.pdf --content words
says other.pdf 'Sip some soup' 1
says_not other.pdf 'Drink water' 1
says other.pdf 'What sets off your pain' 4
cp -r "$DGS_SRC/assets/handouts/deep-gluteal/en-US" all
ok --out same.pdf --content all
ok --out builtin.pdf
same_bytes same.pdf builtin.pdf
