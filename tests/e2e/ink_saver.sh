#!/bin/bash
# --ink=saver: outlines instead of fills, letters of the usual weight, and at most 40 % of the default's ink: the words
# alone, as light as they may be, are 34 % of it.
. "$DGS_SRC/tests/e2e/lib.sh"

dark() {
    python3 "$tools/pixels.py" dark "$1"
}

# less A B: A has at most 40 % of B's ink
less() {
    awk -v a="$(dark "$1")" -v b="$(dark "$2")" 'BEGIN { exit !(a * 100 <= b * 40) }'
}

faces() {
    pdffonts "$1" | grep -o 'SourceSans3-[A-Za-z]*' | sort | tr '\n' ' '
}

# A handout with pale areas, as yellow and pink have, is light by itself: what is saved then is held against the usual
# colour's.
for paper in letter a4; do
    ok --out usual.pdf --practice-name 'Anna Perez' --paper $paper
    for color in '#0b5f5a' '#000000' '#5b2a5e' '#ffe600' '#d6336c'; do
        ok --out full.pdf --practice-name 'Anna Perez' --color "$color" --paper $paper
        ok --out saver.pdf --practice-name 'Anna Perez' --color "$color" --ink=saver --paper $paper
        [ "$(pages saver.pdf)" -eq 4 ] || fail "$color: $(pages saver.pdf) pages"
        case $color in '#ffe600' | '#d6336c') cp usual.pdf full.pdf ;; esac
        less saver.pdf full.pdf || fail "$paper $color: $(dark saver.pdf) of $(dark full.pdf)"
    done
done
ok --out saver.pdf --practice-name 'Anna Perez' --ink=saver --paper a4
ok --out full.pdf --practice-name 'Anna Perez' --paper a4

[ "$(faces saver.pdf)" = 'SourceSans3-Regular SourceSans3-SemiBold ' ] || fail "$(faces saver.pdf)"
[ "$(faces full.pdf)" = 'SourceSans3-Bold SourceSans3-Regular SourceSans3-SemiBold ' ] || fail "$(faces full.pdf)"

# No ground is filled: no colour covers more than lines do.
for color in '#0b5f5a' '#e7f8f6' '#fdecea'; do
    share=$(python3 "$tools/pixels.py" share saver.pdf "$color")
    [ "$share" -lt 300 ] || fail "$share pixels in a million are $color"
done
