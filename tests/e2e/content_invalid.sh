#!/bin/bash
# Content that the program does not take: exit code 65, with file and line.
. "$DGS_SRC/tests/e2e/lib.sh"

words() {
    rm -rf words
    cp -r "$DGS_SRC/assets/handouts/deep-gluteal/en-US" words
}
try() { # FILE TEXT RE
    words
    printf '%b' "$2" >>"words/$1"
    refuses 65 "$1:[0-9]+: .*$3" --content words
}
try guide.md '\n<b>HTML</b> here\n' .
try guide.md '\n[nowhere](#no-such-place)\n' 'no-such-place'
try guide.md '\n![A picture](none.svg)\nA caption.\n' 'none'
try guide.md '\n{{page #no-such-place}}\n' 'no-such-place'
try guide.md '\n[x](javascript:alert(1))\n' .
try care.md '\n#### Too deep\n' 'write ### instead of ####'
try article.md '\n![](walking.svg)\n' 'no alternative text'
try article.md '\nbad \xff byte\n' 'UTF-8'
try article.md '\nbell \x07\n' .
words
rm words/*.md
printf -- '- title: x\n- colour: blue\n' >words/strings.md
refuses 65 'strings.md' --content words
