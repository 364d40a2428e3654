#!/bin/bash
# A therapist's own words: below the introduction of the first page, signed, as they were typed, by option, profile and
# list. Too many of them are refused in each of these ways.
. "$DGS_SRC/tests/e2e/lib.sh"

words='Welcome, *dear* [you](x): start with `one` step & tell <3 me {{practice.name}} how # it went.'
ok --out option.pdf --no-profile --therapist 'Ana Perez, LMT' --welcome "$words"
printf 'therapist = Ana Perez, LMT\nwelcome = %s\n' "$words" >practice.ini
ok --out profile.pdf
same_bytes option.pdf profile.pdf
printf 'therapist,welcome\n"Ana Perez, LMT","%s"\n' "$words" >list.csv
ok batch list.csv --no-profile --out-dir rows --file-name '{n}.pdf'
same_bytes option.pdf rows/1.pdf

# What a listener hears, and where.
python3 "$tools/structcheck.py" --tags option.pdf >tags
grep -A 2 'BlockQuote' tags >heard
printf '%s\n' '    BlockQuote' "      P: $words" '      P: — Ana Perez, LMT' | diff - heard || fail 'it is heard otherwise'
[ "$(grep -nE 'P: A pain|BlockQuote|H2: (Call|1 Drink)' tags | sed 's/^[0-9]*: *//' | head -n 3 | cut -c 1-10 | paste -sd /)" = \
    'P: A pain /BlockQuote/H2: Call 9' ] || fail 'it is not between the introduction and the signs'

# Without a therapist it goes unsigned; without words there is neither.
ok --no-profile --welcome Hello --dump content
grep -A 2 '^    welcome$' "$tmp/out" >now
printf '%s\n' '    welcome' '      para: Hello' '    step 1 water-and-tea.svg: 1 cup is 8 ounces' | diff - now || fail 'it is signed by nobody'
ok --no-profile --therapist 'Ana Perez, LMT' --dump content
! has welcome <"$tmp/out" || fail 'there is a welcome that nobody gave'
# With one client it may be the client's own therapist who signs.
ok --no-profile --client Sam --therapist Eve --welcome Hello --dump content
has -F '      para: — Eve' <"$tmp/out" || fail "the client's therapist does not sign"
# Whatever is printed first, it is there, and in a text that has a place for it.
for parts in guide article care worksheet; do
    ok --no-profile --parts $parts --welcome 'Hello there' --out part.pdf
    says part.pdf 'Hello there'
done
ok init-content words
printf '\nA word: {{practice.welcome}}\n' >>words/article.md
ok --no-profile --content words --parts article --welcome 'Hello there' --dump content
has 'para: A word: Hello there' <"$tmp/out" || fail 'the variable is not filled in'
# Content of somebody's own that has no words for the name: it stands alone.
sed -i '/^- signature:/d' words/strings.md
ok --no-profile --content words --therapist Eve --welcome Hello --dump content
has -x '      para: Eve' <"$tmp/out" || fail 'the name does not stand alone'

# Characters count as they are composed: 220 of them, each typed as a letter and an accent.
accents=$(printf 'e\xcc\x81%.0s' {1..10})
fits=$(printf "$accents"' %.0s' {1..20})
ok --out fits.pdf --no-profile --welcome "${fits% }é"
ok --out fits.pdf --no-profile --therapist 'Ana Perez, LMT' --large-print --paper a5 --welcome "$(printf 'W%.0s' {1..220})"
too_long='has 221 characters, but at most 220 fit: shorten it'
refuses 65 "--welcome $too_long" --no-profile --welcome "${fits% }éa"
printf 'welcome = %s\n' "${fits% }éa" >practice.ini
refuses 65 "practice\.ini:1: welcome $too_long" --profile practice.ini
printf 'name,welcome\nWillow,%s\n' "${fits% }éa" >list.csv
run batch list.csv --no-profile --out-dir refused
[ "$code" -eq 4 ] || fail "exit code $code, not 4"
has "list\.csv:2: .*welcome $too_long" <"$tmp/err" || fail 'the row is not refused for its length'

# A new profile has the key, and shows what is in it.
rm practice.ini
ok init
has '^welcome =' <practice.ini || fail 'a new profile does not have the key'
sed -i 's/^welcome =.*/welcome = Hello there/' practice.ini
ok profile
has -E '^welcome +Hello there +practice.ini:[0-9]+$' <"$tmp/out" || fail 'the profile does not show it'
