#!/bin/bash
# No choice of parts and no variant is without its signs: the emergency signs are the same by name in full and in brief,
# and so are those that need a doctor today, in the article and in the box that stands in for it.
. "$DGS_SRC/tests/e2e/lib.sh"

signs() { # of the box with this role, or of the section with this heading
    awk -v from="$1" '{ match($0, /^ */) } from != "" && $0 ~ from { at = RLENGTH; inside = 1; next }
        inside && RLENGTH <= at { inside = 0 } inside' "$tmp/out" | grep -o '<sign [a-z-]*>' | sort
}
ok --dump content
full=$(signs '^ *box emergency$')
today=$(awk '/heading .*Call a doctor today if/ { inside = 1 } /heading .*Visit your doctor/ { inside = 0 } inside' "$tmp/out" |
    grep -o '<sign [a-z-]*>' | sort)
[ "$(wc -l <<<"$full")" -eq 8 ] && [ "$(wc -l <<<"$today")" -eq 7 ] || fail "signs: $full $today"
ok --dump content --parts worksheet
[ "$(signs '^ *box emergency-short$')" = "$full" ] || fail 'in brief there are other emergency signs'
[ "$(signs '^ *box today')" = "$today" ] || fail 'in brief there are other signs for today'

ok --dump tags # large words and small ones of a card's cap are words of one sentence
has -F 'H2: Call 911 now or go to an emergency room' <"$tmp/out" || fail 'the heading of the signs is not read as a sentence'

printf 'client = Maria\nnote = Walk.\nnote = Rest.\n' >client
cp -r "$DGS_SRC/assets/handouts/deep-gluteal/en-US" words
printf '# Care\n\n## Before you use heat\n\nWords.\n\n## Call a doctor today if\n\nIt hurts.\n' >words/care.md
variants=('' --large-print --ink=saver --ink=gray --booklet '--paper a5' '--paper a4 --region GB' '--content words'
    '--bleed 3mm --crop-marks')
for parts in guide article care worksheet guide,article guide,care guide,worksheet article,worksheet guide,article,care,worksheet; do
    for variant in "${variants[@]}"; do
        # shellcheck disable=SC2086
        ok --out signs.pdf --parts $parts $variant
        pdftotext signs.pdf - | tr -s '\n\f ' '   ' >said
        for sign in 'private parts, bottom (anus) or inner thighs' 'wiping feels different' \
            'pee trouble: cannot go, leaks, hard to start or hold, no feeling' 'poop trouble: hard to hold, leaks, no feeling' \
            'New sex trouble: numb; erection or ejaculation (climax) changes' \
            'Both legs weak or numb: bad or getting worse' 'Pain down the back of both legs' \
            'Chest pain or trouble breathing: call' 'Do not wait. Do not drive yourself' 'leg or foot gets weaker' 'fever, infection or feel ill' \
            'lose weight without trying' 'bad fall or crash, or a small fall with weak bones' \
            'No position ever eases the pain, or it wakes you and you feel ill' 'swollen, hot, red or sore' \
            'You have new, unexplained pain and cancer (even past), weak immunity (ill easily) or months of steroid medicine (like prednisone)'; do
            has -F "$sign" <said || [[ $variant == *booklet* ]] || fail "$parts $variant: no '$sign'"
        done
    done
    ok --out signs.pdf --parts "${parts}" --client-stdin <client
    says signs.pdf 'leg or foot gets weaker'
done
