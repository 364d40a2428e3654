#!/bin/bash
# What is too wide for a line is broken, and nothing runs off the page: words in many styles without a blank between them,
# labels of lines to write on. A link that is but an accent on another word's letter can still be followed.
. "$DGS_SRC/tests/e2e/lib.sh"

mkdir words
glued=$(for _ in 1 2 3 4 5 6 7 8; do printf '**Schlafgewohnheiten**[undHaltungswechsel](https://example.org/)'; done)
cat >words/guide.md <<EOF
# Long words

> [!KEY]
> ## Key points
> - $glued

## $glued

Some words, $glued.

- $glued

| One | Two |
|---|---|
| $glued | $glued |

What I would like to ask about my pain, my sleep, my work and the Schlafgewohnheiten of my family: ___

A label  
of more lines than one ___

An a[$(printf '\xcc\x81')](https://example.org/accent) with its accent.
EOF
# all_on_page NAME OPTION...
all_on_page() {
    local name=$1
    shift
    ok --out "$name.pdf" --content words --parts guide "$@"
    for dump in content layout; do
        ok --dump $dump --content words --parts guide "$@"
        mv "$tmp/out" "$name.$dump"
    done
    python3 "$tools/layoutcheck.py" "$name.layout" || fail "$name: the layout is not sound"
    python3 "$tools/structcheck.py" "$name.pdf" || fail "$name: the structure is not sound"
    [ "$(pdftotext "$name.pdf" - | tr -d ' \n\f' | grep -o Schlafgewohnheiten | wc -l)" -eq 49 ] || fail "$name: words are lost"
    says "$name.pdf" 'of my family:'
    says "$name.pdf" 'of more lines than one'
}
all_on_page letter
all_on_page a5 --paper a5
all_on_page large --paper a5 --large-print
