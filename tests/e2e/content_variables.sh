#!/bin/bash
# Words in double braces stand for the practice and the client, as plain text; unknown ones are refused with the nearest.
. "$DGS_SRC/tests/e2e/lib.sh"

words() {
    rm -rf words
    mkdir words
    { cat "$DGS_SRC/assets/handouts/deep-gluteal/en-US/article.md" && printf '\n%s\n' "$@"; } >words/article.md
}
words 'Ring {{practice.name}} at {{practice.phone|the desk}}.' 'Dear {{client.name}}.'
ok --out known.pdf --content words --practice-name 'A *B* [C](https://x.example)' --client Al
says known.pdf 'Ring A *B* [C](https://x.example) at the desk.'
says known.pdf 'Dear Al.'
ok --out unknown.pdf --content words
says_not unknown.pdf 'Ring'
says_not unknown.pdf 'Dear'
words 'Ring {{practise.name}}.'
refuses 65 'words/article\.md:[0-9]+: .*did you mean \{\{practice\.name\}\}' --content words
