#!/bin/bash
# The text keeps the items of PEMAT-P (AHRQ) that a program can judge, whole and in parts; each rule sees its breach.
. "$DGS_SRC/tests/e2e/lib.sh"

pemat=$tools/pemat.py
for parts in guide,article,care,worksheet guide article care worksheet; do
    ok --dump content --parts $parts
    mv "$tmp/out" "$parts.content"
done
python3 "$pemat" ./*.content || fail 'the words break a rule'

# breaks RULE SED...: the handout's text, edited so, breaks the rule.
breaches=0
mkdir planted
breaks() {
    local rule=$1 file
    shift
    breaches=$((breaches + 1))
    file=planted/$breaches-$rule.content
    sed -E "$@" guide,article,care,worksheet.content >"$file"
    ! cmp -s guide,article,care,worksheet.content "$file" || fail "the text does not change by: $*"
}
says_also() { # RULE SENTENCE: before the first section
    breaks "$1" "0,/^( *)section/s//\1para: $2\n&/"
}

breaks purpose 's/(heading 1 .*): .*/\1: Welcome/'
breaks purpose 's/the steps may help/the steps are here/'
breaks promotion "s/^( *)para: .*\*\*.*/\1para: Book your massage today and start becoming a healthier version of yourself./"
says_also common 'Utilize a towel.'
says_also common 'Your syndrome may last.'
says_also common 'Tell us your symptoms.'
breaks terms 's/Base of the spine/Sacrum/'
breaks terms 's/months of steroid medicine/months of steroids/'
breaks terms 's/A curved spine \(scoliosis\)/Scoliosis/'
breaks terms '0,/para: .*/s//para: The piriformis may hurt./'
breaks terms '0,/para: .*/s//para: Your sciatic pain may go./'
breaks terms 's/, a pinched nerve/, as some say/'
breaks short_forms 's/deep gluteal syndrome \(DGS\)/DGS/'
says_also short_forms 'Ask for an MRI.'
says_also passive 'The nerve is squeezed by it.'
says_also passive 'You may be told to rest.'
says_also passive 'Heat was not always used.'
says_also numbers 'Use heat for 1.5 hours.'
says_also numbers 'Walk for five minutes.'
says_also numbers 'Walk for 5.'
says_also numbers 'It helps 5 % of us.'
says_also numbers 'Take 1\/2 of it.'
says_also calculation 'Write the total of your cups.'
says_also calculation 'Add up your hours.'
says_also calculation 'Find the percentage.'
says_also chunks 'Sit. Stand. Walk. Rest. Go.'
breaks chunks '0,/^( *)item: .*/s//&\n&\n&\n&\n&\n&\n&\n&/'
breaks headings '/#what-can-cause-it/d'
breaks headings '/heading 2 #drink-water/d'
breaks headings 's/(#what-can-cause-it): .*/\1: These are all the causes that you may want to know of first/'
breaks headings 's/^  imprint/    section\n      heading 3 #alone: Alone\n&/'
breaks headings 's/para: \*\*Remember:\*\*/para: Remember:/'
breaks key_points 's/^( *)step 5.*/\1section/'
breaks key_points 's/Heat may ease the ache/& and then one more ache and one more ache and one more ache and one more ache and go/'
breaks cues 's/box emergency.*/box note/'
breaks cues 's/\*\*//g'
breaks pictures 's/ water-and-tea\.svg//'
breaks pictures '/caption:/d'
breaks pictures '/^ *figure/d'
breaks pictures '0,/^( *)label .*/s//&\n&\n&\n&\n&\n&\n&\n&\n&\n&/'
breaks actions 's/(heading . #drink-water): .*/\1: Water/'
breaks actions '/#sleep-well/,/para/s/para: .*/para: Your bed time should be the same. A bad night can make pain feel worse./'
breaks you 's/\b([Yy])ou(r|rself)?\b/one/g'
says_also you 'The patient may walk.'
breaks steps 's/step 3/step 2/'
for why in 'your whole body needs it' 'can make pain' 'may ease' 'can set off' 'feel relief'; do
    breaks steps "s/$why/is so/" # each is the only reason of its step
done
breaks steps 's/^( *)para: Heat may ease the ache\. (.*)/\1para: \2\n\1para: Heat may ease the ache./'
breaks steps 's/^( *)para: Heart or kidney disease.*/&\n\1para: Sip it./'
breaks steps 's/(para: Heart or kidney disease.*)/\1 Sip it./'
breaks tools '/list tick/s/tick/bullet/'
breaks tools '/^ *blank/d'
breaks tools 's/: Day 9$/: Day 8/'
breaks tracker 's/[Cc]heck off/see/'
breaks tracker 's/A check means/A mark says/'
breaks evidence 's/\bknow/say/g'

! python3 "$pemat" planted/*.content >found || fail 'no breach is seen'
for file in planted/*.content; do
    rule=${file##*-}
    has "^$file: ${rule%.content}: " found || fail "$file: not seen: $(diff guide,article,care,worksheet.content "$file")"
done
rules=$(sed -n '/^RULES/,/\]/p' "$pemat" | tr -c 'a-z_' '\n' | grep -c .)
[ "$(for file in planted/*; do echo "${file##*-}"; done | sort -u | wc -l)" -eq "$rules" ] || fail 'a rule has no breach here'
