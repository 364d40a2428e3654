#!/bin/bash
# Characters that no reader sees, as they come along when a name is pasted, are not in the handout: its words can be found
# and copied, and the font is asked for no sign for them.
. "$DGS_SRC/tests/e2e/lib.sh"

zwsp=$(printf '\xe2\x80\x8b') shy=$(printf '\xc2\xad') zwj=$(printf '\xe2\x80\x8d') vs=$(printf '\xef\xb8\x8f')
ok --out plain.pdf --practice-name 'Willow Creek' --tagline 'Hands-on' --client 'Ana Perez'
ok --out pasted.pdf --practice-name "Wil${shy}low$zwsp Creek$vs" --tagline "$zwj Hands-on" --client "Ana$zwsp Perez"
same_bytes plain.pdf pasted.pdf
refuses 65 'name is empty' --practice-name "$zwsp$shy"
mkdir words
printf '# Fi%srst\n\nWal%sking helps.\n' "$zwsp" "$shy" >words/guide.md
ok --out words.pdf --content words --no-profile --parts guide
says words.pdf 'First'
says words.pdf 'Walking helps.'
python3 "$tools/structcheck.py" words.pdf || fail 'the structure is not sound'
printf 'name\nWil%slow%s\n' "$shy" "$vs" >list.csv
ok batch list.csv --out-dir many
[ -f many/0001-Willow.pdf ] || fail "files: $(ls many)"
