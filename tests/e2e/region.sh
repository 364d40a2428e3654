#!/bin/bash
# --region: each region's own number, place and words on every choice of parts, and those of no other; its paper; and a
# region that is not in the table is refused by name.
. "$DGS_SRC/tests/e2e/lib.sh"

declare -A call=([US]=911 [CA]=911 [GB]=999 [IE]='112 (or 999)' [AU]='Triple Zero (000)' [NZ]=111)
declare -A place=([US]='an emergency room' [CA]='an emergency room' [GB]='A&E' [IE]='an emergency department'
    [AU]='an emergency department' [NZ]='an emergency department')
declare -A advice=([GB]='NHS 111' [AU]='healthdirect on 1800 022 222' [NZ]='Healthline on 0800 611 116')
declare -A paper=([US]='612 x 792' [CA]='612 x 792' [GB]='595.276 x 841.89' [IE]='595.276 x 841.89' [AU]='595.276 x 841.89'
    [NZ]='595.276 x 841.89')

# All that a reader sees, hears or finds: the text, the tags, alternative texts and bookmarks.
everything() {
    pdftotext "$1" - | tr -s '\n\f ' '   '
    ok --dump tags --region "$2" --parts "$3"
    cat "$tmp/out"
}
for region in US CA GB IE AU NZ; do
    for parts in guide article care worksheet guide,article guide,care guide,worksheet article,worksheet guide,article,care,worksheet; do
        ok --out "$region.pdf" --region "$region" --parts "$parts"
        everything "$region.pdf" "$region" "$parts" >said
        has -F "Call ${call[$region]} now or go to ${place[$region]}" <said || fail "$region: $parts: no number or place"
        has -F "breathing: call ${call[$region]}" <said || fail "$region: $parts: the number is not that of $region"
        if [ -n "${advice[$region]:-}" ]; then
            has -F "Cannot reach a doctor? Call ${advice[$region]}." <said || fail "$region: $parts: no advice line"
        elif [ -z "${advice[$region]:-}" ]; then
            ! has 'Cannot reach' <said || fail "$region: $parts: an advice line that there is not"
        fi
        sed "s/\[*NHS\]* 111//g; s/111\.wales\.nhs\.uk//g; s/${call[$region]}//g" said >others
        ! grep -ow -e 911 -e 999 -e 112 -e 000 -e 111 others || fail "$region: $parts: another region's number"
    done
    pdfinfo "$region.pdf" | grep -q "Page size: *${paper[$region]} " || fail "$region: $(pdfinfo "$region.pdf" | grep size)"
done
says US.pdf 'A physical therapist'
says NZ.pdf 'A physiotherapist'
ok --out small.pdf --region nz --paper letter
pdfinfo small.pdf | grep -q 'Page size: *612 x 792 ' || fail 'the paper that is named is not taken'

refuses 2 "region 'DE' is not supported" --region DE
refuses 2 "region 'Northern Ireland' is not supported, .*: write US, CA, GB, IE, AU or NZ, or the English name" --region 'Northern Ireland'
refuses 2 "region 'Austria' is not supported" --region Austria # is not guessed to be Australia
printf 'name = Anna\nregion = Atlantis\n' >practice.ini
refuses 65 "practice.ini:2: region 'Atlantis' is not supported" --profile practice.ini
rm practice.ini
run --out a4.pdf --paper a4
has -F 'notice: the handout says to call 911' <"$tmp/err" || fail 'no notice of the number'
ok --out a4.pdf --paper a4 --strict
ok --out a4.pdf --paper a4 --region US
! has notice <"$tmp/err" || fail "a notice: $(cat "$tmp/err")"
printf 'name,region\nLeeds Massage,GB\nPortland Massage,US\nDublin Massage,IE\nLyon Massage,FR\n' >list.csv
run batch list.csv --out-dir out
[ "$code" -eq 4 ] || fail "exit code $code"
[ "$(grep -c "list.csv:5: region 'FR' is not supported, .*: write US, CA, GB, IE, AU or NZ, or the English name" "$tmp/err")" -eq 1 ] ||
    fail 'the country is not told'
says out/0001-*.pdf 'Call 999 now or go to A&E'
says out/0002-*.pdf 'Call 911 now or go to an emergency room'
says out/0003-*.pdf 'Call 112 (or 999) now or go to an emergency department'
