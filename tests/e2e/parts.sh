#!/bin/bash
# --parts prints what it names, in the order of the handout, with the emergency signs on page 1 and, somewhere, those
# that need a doctor today.
. "$DGS_SRC/tests/e2e/lib.sh"

for paper in letter a4; do
    while read -r parts count; do
        ok --out "$parts.pdf" --parts "$parts" --paper $paper
        [[ "$(pages "$parts.pdf")" =~ ^($count)$ ]] || fail "$parts on $paper: $(pages "$parts.pdf") pages, not $count"
        says "$parts.pdf" 911 1
        says "$parts.pdf" 'trouble breathing' 1
        says "$parts.pdf" 'Do not wait. Do not drive yourself.' 1
        says "$parts.pdf" 'Waiting can harm nerves for life.' 1
        for sign in 'leg or foot gets weaker' 'fever, infection or feel ill' 'lose weight without trying' 'small fall with weak bones' \
            'it wakes you and you feel ill' 'is swollen, hot, red or sore' 'new, unexplained pain'; do
            says "$parts.pdf" "$sign" # for a doctor today
        done
        case $parts in
        *worksheet*) says "$parts.pdf" 'What sets off your pain?' ;;
        *) says_not "$parts.pdf" 'What sets off your pain?' ;;
        esac
    done <<'.'
guide 2
article 2
care 1|2
worksheet 2
guide,article 4
guide,care 2
guide,worksheet 4
care,worksheet 2|4
article,worksheet 4
guide,article,care 4
guide,article,care,worksheet 4
.
done
ok --out turned.pdf --parts worksheet,guide
ok --out straight.pdf --parts guide,worksheet
same_bytes turned.pdf straight.pdf
