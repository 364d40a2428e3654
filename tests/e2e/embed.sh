#!/bin/bash
# A program of its own, with the installed library and header alone, makes the same handout as dgs-pdf.
. "$DGS_SRC/tests/e2e/lib.sh"

[ "$(wc -l <"$DGS_SRC/tests/embed/example.c")" -le 60 ] || fail 'the example has more than 60 lines'
! grep -h '#include' "$DGS_SRC/tests/embed/example.c" | has -v '^#include <\(dgs-handout\|std[a-z]*\).h>$' || fail 'the example includes more'
cmake --install "$DGS_BUILD" --prefix "$tmp/root" >"$tmp/log" || fail "$(cat "$tmp/log")"
pc=$(find "$tmp/root" -name dgs-handout.pc)
cp "$DGS_SRC/tests/embed/example.c" .
flags=$(PKG_CONFIG_PATH=${pc%/*} pkg-config --static --cflags --libs dgs-handout) || fail 'pkg-config does not find the library'
case $flags in *"$DGS_SRC/src"*) fail "the flags lead into the source: $flags" ;; esac
# shellcheck disable=SC2086 # they are words
cc -std=c11 -Wall -Wextra -Werror ${DGS_SANITIZE:+-fsanitize=$DGS_SANITIZE} example.c -o example $flags || fail 'the example cannot be built'
rm -r "$tmp/root" # the library is in the program

python3 "$tools/makepng.py" rgb8 logo.png 400 200
./example 'Willow Creek Massage' '#2f6f62' logo.png embedded.pdf 2>"$tmp/err" || fail 'the example failed'
printf 'name = Willow Creek Massage\ncolor = #2f6f62\nlogo = logo.png\n' >practice.ini
SOURCE_DATE_EPOCH=1700000000 ok --out program.pdf
same_bytes embedded.pdf program.pdf
! ./example '' '#2f6f62' logo.png none.pdf 2>"$tmp/err" || fail 'an empty name was taken'
one_line '^--practice-name is empty'
[ ! -e none.pdf ] || fail 'there is a PDF of no name'
