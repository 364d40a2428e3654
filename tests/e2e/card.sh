#!/bin/bash
# --parts card: the 14 days on half a sheet by themselves. The back carries every sign that a handout carries; what a card
# cannot be is refused in one sentence.
. "$DGS_SRC/tests/e2e/lib.sh"

sizes() { pdfinfo -l 99 "$1" | awk '/^Page .*size:/ { print $4, $6 }' | sort -u; }
ok --out letter.pdf --parts card --practice-name 'Willow Creek' --phone '(555) 010-4477'
ok --out a4.pdf --parts card --paper a4 --region GB
[ "$(sizes letter.pdf)" = '612 396' ] || fail "the card of Letter is $(sizes letter.pdf)"
sizes a4.pdf | awk '{ exit !(NR == 1 && $1 > 595 && $1 < 595.5 && $2 > 420.7 && $2 < 421.2) }' || fail "of A4: $(sizes a4.pdf)"
for card in letter a4; do
    [ "$(pages $card.pdf)" -eq 2 ] || fail "$card: $(pages $card.pdf) sides"
    says $card.pdf 'My 14 days' 1
    says $card.pdf 'Waiting can harm nerves for life' 2
    for sign in 'Numb or tingling private parts, bottom (anus) or inner thighs' 'wiping feels different' \
        'New pee trouble: cannot go, leaks, hard to start or hold, no feeling' \
        'New poop trouble: hard to hold, leaks, no feeling' 'New sex trouble: numb; erection or ejaculation (climax) changes' \
        'Both legs weak or numb: bad or getting worse' 'Pain down the back of both legs' 'Chest pain or trouble breathing' 'leg or foot gets weaker' 'fever, infection or feel ill' 'lose weight' \
        'weak bones' 'wakes you' 'swollen, hot, red or sore' 'unexplained pain' 'Do not have a massage first'; do
        says $card.pdf "$sign" 2
    done
done
says letter.pdf 'Willow Creek' 1
ok --out gray.pdf --parts card --grayscale
ok --out saver.pdf --parts card --ink-saver
ok --out cut.pdf --parts card --bleed 3mm --crop-marks

refuses 2 'make it by itself, with --parts card' --parts card,guide
refuses 2 'make it by itself, with --parts card' --parts worksheet,card
refuses 2 '--booklet folds whole pages' --parts card --booklet
refuses 2 '--large-print needs more room' --parts card --large-print
refuses 2 'name and notes need more room' --parts card --client 'Maria'
refuses 2 'letter and a4' --parts card --paper a5

# The default and a choice without it do not change because there is a card.
ok --out all.pdf
says_not all.pdf 'My 14 days'

# In a list each row says its parts.
printf 'name,parts\nWillow,card\nBirch,guide\nFir,card\n' >list.csv
ok batch list.csv --out-dir made --no-profile
[ "$(find made -name '*.pdf' | wc -l)" -eq 3 ] || fail "$(ls made)"
ok --out one.pdf --parts card --practice-name Fir --no-profile
same_bytes one.pdf made/0003-Fir.pdf # made alone
