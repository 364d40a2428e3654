#!/bin/bash
# --paper phone: narrow pages to read on a screen, with letters, links and boxes large enough for it, everything whole,
# and nothing that only paper needs. Printers, booklets and print shops are refused.
. "$DGS_SRC/tests/e2e/lib.sh"

brand=(--practice-name 'Willow Creek Massage' --tagline 'Hands that listen' --phone '(503) 555-0142'
    --email hello@willowcreek.example --website willowcreek.example --booking-url willowcreek.example/book
    --address '12 Elm Street\nSpringfield, OR 97477' --hours 'Mon to Fri 9 to 5' --therapist 'Ana Perez, LMT')
long='The Northern Valley Cooperative of Independent Massage, Bodywork and Rehabilitation Therapists of Upper Springfield LLC'
note='Use the warm pack in the evening, and call me if the tingling grows.'
made=()
look() { # NAME LEAST ARGS...
    local name=$1 least=$2
    shift 2
    ok --region US --paper phone --out "$name.pdf" "$@"
    ok --region US --paper phone --dump content "$@"
    mv "$tmp/out" "$name.content"
    ok --region US --paper phone --dump layout "$@"
    mv "$tmp/out" "$name.layout"
    python3 "$tools/phonecheck.py" "$least" "$name.pdf" >"$tmp/err" || fail "$name"
    python3 "$tools/layoutcheck.py" "$name.layout" >"$tmp/err" || fail "$name is laid out badly"
    python3 "$tools/pagerules.py" --few 0 "$name.content" "$name.layout" >"$tmp/err" || fail "$name: the rules do not run"
    [ ! -s "$tmp/err" ] || fail "$name breaks a rule of pages"
    python3 "$tools/structcheck.py" "$name.pdf" >"$tmp/err" || fail "$name is not tagged as it should be"
    made+=("$name")
}
for size in '' --large-print; do
    least=12
    [ -z "$size" ] || least=16
    for parts in guide article care worksheet guide,article,care,worksheet; do
        # shellcheck disable=SC2086
        look "$parts$size" $least $size --parts $parts
    done
    # shellcheck disable=SC2086
    {
        look "brand$size" $least $size "${brand[@]}" --theme earth
        look "client$size" $least $size "${brand[@]}" --client 'Maria Lopez' --next-visit 'Tue 8 December' --focus 2,5 \
            --note "$note" --note 'Call me.' --theme rose
        look "long$size" $least $size --practice-name "$long" --phone 555-0100 --ink-saver
        look "welcome$size" $least $size --therapist Ana --welcome "$(printf 'Thank you for your trust. %.0s' {1..8})" --grayscale
    }
done

# The signs of an emergency are on the first page, and the days in whole weeks.
page() { # DAY: whose number is as large as nothing else, or as ink saver has it
    awk -v day="$1" '/ text heading / && $NF == day && $(NF - 1) ~ /^(2[04]|14):$/ { print $1; exit }' "$name.layout"
}
for name in "${made[@]}"; do
    case $name in article* | care* | worksheet*) continue ;; esac
    grep -q '^1 .* text heading .*: Call 911 now' "$name.layout" || fail "$name: no emergency card on page 1"
done
for name in worksheet brand client long welcome worksheet--large-print brand--large-print; do
    [ -n "$(page 1)" ] && [ "$(page 1)" = "$(page 7)" ] || fail "$name: the first week is cut"
    [ -n "$(page 8)" ] && [ "$(page 8)" = "$(page 14)" ] || fail "$name: the second week is cut"
done

# What only paper needs.
! grep -q 'stamp\|notes' 'guide,article,care,worksheet.content' || fail "a place for a stamp, or pages for notes"
! grep -q '^ *code' brand.content || fail "a code to scan on the screen that is to scan it"
grep -q 'Book online' brand.content || fail "no booking link"

printf '[practice]\npaper = Phone\n' >practice.ini
ok --profile practice.ini --out profile.pdf --region US
cmp profile.pdf 'guide,article,care,worksheet.pdf' || fail "the profile's paper makes another file"
refuses 2 '--paper phone is for a screen, but --booklet folds paper' --paper phone --booklet
refuses 2 '--paper phone is for a screen, but a print shop cuts paper' --paper phone --bleed 3mm
refuses 2 '--paper phone is for a screen, but a print shop cuts paper' --paper phone --crop-marks
refuses 2 'the part card cannot be made like this' --paper phone --parts card

# Each rule of phonecheck.py sees its breach.
breaks() { # RE SED...: the layout of the client's pages, edited so, is found to break a rule
    local pattern=$1
    shift
    cp client.pdf broken.pdf
    cp client.content broken.content
    sed -E "$@" client.layout >broken.layout
    ! python3 "$tools/phonecheck.py" 12 broken.pdf >found || fail "not seen: $*"
    grep -qE "$pattern" found || fail "says $(cat found)"
}
breaks '11 points' '0,/ text para ([0-9]+) 12: /s// text para \1 11: /'
breaks 'x 12 points' '0,/18\.00 18\.00 frame field/s//18.00 12.00 frame field/'
breaks 'page 2: .* filled down to' '1s/( high [0-9.]+) [0-9.]+/\1 599.00/'
breaks 'high$' '1s/( high [0-9.]+) [0-9.]+/\1 599.00/'
breaks 'the pages are 300' 's/^paper 270.00/paper 300.00/'
breaks 'numbers and nothing else' '/ text footer - .*Page 2 of/d'
ok --region US --out broken.pdf --paper a5 --parts guide "${brand[@]}"
! python3 "$tools/phonecheck.py" 12 broken.pdf >found || fail "links of paper are not seen"
grep -q 'a link is' found || fail "says $(cat found)"
