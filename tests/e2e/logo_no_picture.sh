#!/bin/bash
# A logo that is no picture that we read: exit code 65, and the file is named.
. "$DGS_SRC/tests/e2e/lib.sh"

printf 'GIF89a nothing' >a.gif
printf 'just words' >words.png
: >empty.png
head -c 7 /dev/zero >short.png
printf '%%PDF-1.7\n' >a.pdf
for file in a.gif words.png empty.png short.png a.pdf; do
    refuses 65 "$file" --logo $file
done
