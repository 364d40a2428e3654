#!/bin/bash
# Control characters in what is printed: exit code 65, and no such character on the terminal.
. "$DGS_SRC/tests/e2e/lib.sh"

for text in $'a\x1b[31mb' $'a\x07b' $'a\x7fb' $'a\u0085b' $'a\u202eb' $'a\u2066b'; do
    for option in --practice-name --tagline --phone --email --website --booking-url; do
        refuses 65 "$option|${option#--}" $option "$text"
    done
done
refuses 65 'practice-name' --practice-name $'two\nlines'
refuses 65 'address' --address $'a\x1bb'
refuses 2 . $'--\x1b[2J'
