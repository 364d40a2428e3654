#!/bin/bash
# A practice's colours stand in one table of the file and nowhere else: all other bytes of its pages are the same.
. "$DGS_SRC/tests/e2e/lib.sh"

# The file with each object by itself and its streams inflated, but for the table of places and what names the file.
plain() { # PDF TEXT
    qpdf --qdf --object-streams=disable --no-original-object-ids "$1" - |
        sed '/^xref$/,$d' >"$2"
}

for ink in '' --ink=gray --ink=saver '--bleed 3mm' --booklet; do
    # shellcheck disable=SC2086 # no argument, one or two
    ok --out one.pdf --practice-name 'Anna Perez' --phone 555-0100 --booking-url anna.example/book --color '#0b5f5a' $ink
    plain one.pdf one.txt
    for colors in '--color #7a2048' '--color #333333 --accent #a02020' '--color #101060 --accent #808080'; do
        # shellcheck disable=SC2086
        ok --out two.pdf --practice-name 'Anna Perez' --phone 555-0100 --booking-url anna.example/book $colors $ink
        plain two.pdf two.txt
        ! cmp -s one.txt two.txt || fail "$ink: $colors changes nothing"
        others=$(diff one.txt two.txt | grep -a '^[<>]' |
            grep -avE '^[<>] +(<[0-9a-f]+>|\(.*\)|/Device(RGB|Gray))$' | head -3) || true
        [ -z "$others" ] || fail "$ink $colors changes: $others"
    done
done
