#!/bin/bash
# Words at the foot of each page that leave the text no room are refused; a long title of the client's notes is not.
. "$DGS_SRC/tests/e2e/lib.sh"

long() { for i in $(seq "$1"); do printf 'many words %d ' "$i"; done; }
cp -r "$DGS_SRC/assets/handouts/deep-gluteal/en-US" words
sed -i "s/^- client-notes: .*/- client-notes: $(long 400)/" words/strings.md
ok --out notes.pdf --content words --client Maria --note 'Walk daily.'
says notes.pdf 'many words 400'
says notes.pdf 'Walk daily.'
python3 "$tools/structcheck.py" notes.pdf || fail 'the structure is not sound'
sed -i "s/^- disclaimer: .*/- disclaimer: $(long 400)/" words/strings.md
rm notes.pdf
refuses 65 'head and foot of each page .* shorten them' --content words
