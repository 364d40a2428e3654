#!/bin/bash
# Each field, and a client's, in other scripts: readers find the words, whatever the paper and the print; nothing of a
# client's is in messages or metadata; the profile's key names the fonts of the east.
. "$DGS_SRC/tests/e2e/lib.sh"
mapfile -t fields <"$DGS_SRC/tests/names/fields.txt"
client=(--client 'प्रिया Zebulon' --next-visit 'វេទិកា 3' --note 'תנוחו הרבה (3 times), ותשתו מים')
words() { # FILE COMMAND...: the words that are not in what a reader says
    "${@:2}" "$1" 2>/dev/null >said
    python3 - said "${fields[@]}" "${client[@]}" <<'END'
import sys, unicodedata
def plain(text):
    return unicodedata.normalize("NFC", "".join(c for c in text if unicodedata.category(c) != "Cf"))
said = plain(open(sys.argv[1], encoding="utf-8").read())
fields = plain(" ".join(v for v in sys.argv[2:] if not v.startswith("--"))).replace("\\n", " ")
print(*[w for w in fields.split() for w in [w.strip("().,،!")] if w and w not in said])
END
}
for variant in '' --large-print --ink=gray --ink=saver '--paper a5' '--parts guide,worksheet --paper a4'; do
    read -ra more <<<"$variant"
    ok --out one.pdf "${fields[@]}" "${client[@]}" "${more[@]}"
    lost=$(words one.pdf pdfinfo -struct-text)
    [ -z "$lost" ] || fail "by tags, $variant: $lost"
    qpdf --check one.pdf >/dev/null || fail "$variant: qpdf finds a fault"
done
ok --out one.pdf "${fields[@]}" "${client[@]}" --booklet
lost=$(words one.pdf mutool draw -q -F txt)
[ -z "$lost" ] || fail "a booklet: $lost"
ok --out one.pdf "${fields[@]}" "${client[@]}"
{ pdfinfo -meta one.pdf && pdfinfo one.pdf; } | has -E 'Zebulon|प्रिया|תנוחו' && fail 'the client stands in the metadata'
pdffonts one.pdf | has 'NotoSansDevanagari-Regular .* yes yes yes' || fail 'a face is not embedded'
run --out two.pdf --client 'प्रिया ཀ'
[ "$code" -eq 65 ] && ! has -E 'प्रिया|ཀ' <"$tmp/err" || fail 'the message repeats the name'

printf 'name = 按摩\nfonts = none.fonts\n' >practice.ini
refuses 66 'none.fonts'
printf 'name,fonts\nAna,x.fonts\n' >list.csv
run batch list.csv --no-profile --out-dir out
[ "$code" -eq 4 ] && grep -q 'fonts are opened once for the whole list' "$tmp/err" || fail "code $code: a row's fonts"
fonts=$DGS_SRC/build/dgs-pdf-cjk.fonts
if [ -e "$fonts" ]; then
    mkdir sub
    cp "$fonts" sub/east.fonts
    printf 'name = 按摩\nfonts = east.fonts\nname_language = zh-Hans\n' >sub/practice.ini
    ok --profile sub/practice.ini --out three.pdf # beside the profile
    pdfinfo -struct-text three.pdf | has 按摩 || fail 'the name is lost'
    rm practice.ini
    printf 'name\n按摩\n指圧\n' >list.csv
    ok batch list.csv --profile sub/practice.ini --out-dir made
    ok --no-profile --fonts sub/east.fonts --name-language zh-Hans --practice-name 指圧 --out four.pdf
    same_bytes four.pdf made/*指圧*.pdf
fi
