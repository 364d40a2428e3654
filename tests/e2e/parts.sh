#!/bin/bash
# --parts prints what it names, in the order of the handout, and the emergency signs always stand on page 1.
. "$DGS_SRC/tests/e2e/lib.sh"

for paper in letter a4; do
    while read -r parts count; do
        ok --out "$parts.pdf" --parts "$parts" --paper $paper
        [[ "$(pages "$parts.pdf")" =~ ^($count)$ ]] || fail "$parts on $paper: $(pages "$parts.pdf") pages, not $count"
        says "$parts.pdf" 911 1
        says "$parts.pdf" 'trouble breathing' 1
        case $parts in
        *guide*) says "$parts.pdf" 'Do not wait to see if the signs go away' 1 ;;
        *) says "$parts.pdf" 'Emergency signs: call 911' 1 ;;
        esac
        case $parts in
        *worksheet*) says "$parts.pdf" 'Find your triggers' ;;
        *) says_not "$parts.pdf" 'Find your triggers' ;;
        esac
    done <<'.'
guide 1
article 4
worksheet 2
guide,article 4
guide,worksheet 2
article,worksheet 4
guide,article,worksheet 4
.
done
ok --out turned.pdf --parts worksheet,guide
ok --out straight.pdf --parts guide,worksheet
same_bytes turned.pdf straight.pdf
