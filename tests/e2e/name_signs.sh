#!/bin/bash
# Letters that only look different are printed as plain ones, and emoji that no font here has are left out of a name where words
# remain: with a notice that names them. A batch gives the same bytes.
. "$DGS_SRC/tests/e2e/lib.sh"

noticed() { # NOTICE PLAIN OPTION VALUE
    run --out odd.pdf "$3" "$4"
    [ "$code" -eq 0 ] || fail "exit code $code for $4"
    has -xF "dgs-pdf: notice: $1" <"$tmp/err" || fail "not noticed: $1"
    ok --out plain.pdf "$3" "$2"
    same_bytes odd.pdf plain.pdf
}
noticed 'name is printed without 🙏, which no font here has' 'Zen Massage' --practice-name 'Zen 🙏 Massage 🙏'
noticed 'name is printed without 👩 🏽, which no font here has' '⚕ Anna' --practice-name '👩🏽‍⚕️ Anna'
noticed 'hours is printed without 🕘, which no font here has' 'Mon 9 to 5\nSat 10 to 2' --hours '🕘 Mon 9 to 5\nSat 10 to 2'
noticed 'name has letters that only look different ("𝐙𝐞𝐧 𝓢𝓹𝓪"): the plain ones are printed ("Zen Spa")' 'Zen Spa' \
    --practice-name '𝐙𝐞𝐧 𝓢𝓹𝓪'
noticed 'name has letters that only look different ("𝕄assage 🙏"): the plain ones are printed ("Massage")' \
    Massage --practice-name '𝕄assage 🙏'
noticed 'name is printed without 🙏, which no font here has' Massage --practice-name '𝕄assage 🙏'
rm odd.pdf plain.pdf
refuses 65 'the font has no character "🙏" \(U\+1F64F\)' --practice-name '🙏' # nothing would remain
refuses 65 '"按" \(U\+6309\) is in "按 Anna"' --practice-name '按 Anna' # a letter is never left out
refuses 65 'the font has no character U\+1F64F' --client 'Anna 🙏'

printf 'name,tagline,phone\nZen 🙏 Massage,𝓢𝓸𝓯𝓽,555-0142\n🙏,x,555-0142\n' >list.csv
run batch list.csv --out-dir out
[ "$code" -eq 4 ] || fail "exit code $code for the list"
has 'row 2: list.csv:3: name has "🙏" (U+1F64F), which the font does not have' <"$tmp/err" || fail 'row 2 is not told'
has -xF 'dgs-pdf: notice: list.csv: row 1: name is printed without 🙏, which no font here has' <"$tmp/err" || fail 'a sign is not told'
has -xF 'dgs-pdf: notice: list.csv: row 1: tagline has letters that only look different ("𝓢𝓸𝓯𝓽"): the plain ones are printed ("Soft")' \
    <"$tmp/err" || fail 'letters are not told'
ok --out plain.pdf --practice-name 'Zen Massage' --tagline Soft --phone 555-0142
same_bytes plain.pdf 'out/0001-Zen 🙏 Massage.pdf'

# Two numbers are a warning, and no link.
run --out two.pdf --phone '(503) 555-0142 / (503) 555-0143'
[ "$code" -eq 0 ] && has 'warning: phone has more than one number .* so it is not a link: give one' <"$tmp/err" || fail 'two numbers'
! qpdf --qdf --object-streams=disable two.pdf - | has -a 'tel:' || fail 'two numbers are a link'
refuses 3 'warning: phone|1 warning, and --strict' --phone '555-0142 or 555-0143' --strict -q
printf 'name,phone\nA,555-0142\nB,555-0142 / 555-0143\nC,555-0144\n' >list.csv
ok batch list.csv --out-dir two --jobs 1 --parts guide
ok --out b.pdf --practice-name B --phone '555-0142 / 555-0143' --parts guide
same_bytes b.pdf two/0002-B.pdf
ok --out c.pdf --practice-name C --phone 555-0144 --parts guide
same_bytes c.pdf two/0003-C.pdf
