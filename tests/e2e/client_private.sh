#!/bin/bash
# What is said of a client stands in no metadata, bookmark or message.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --out one.pdf --client Zebulon --date Zday --next-visit Zvisit --note Znote --focus 2
qpdf --qdf --object-streams=disable --stream-data=uncompress one.pdf plain.pdf
strings -n 4 plain.pdf | grep -E 'Zebulon|Zday|Zvisit|Znote' && fail 'it stands in the file, as plain text'
{ pdfinfo -meta one.pdf && pdfinfo one.pdf; } | has -E 'Zebulon|Z(day|visit|note)' && fail 'it stands in the metadata'
python3 - <<'PY'
import re
data = open("plain.pdf", "rb").read()
for word in ("Zebulon", "Zday", "Zvisit", "Znote", "Start here"):
    assert word.encode("utf-16-be") not in data, word
    assert word.encode("utf-16-be").hex().encode() not in data.lower(), word
PY
run -q --out two.pdf --client $'Zebulon ཀཁ'
ended 65 '--client'
! has -E 'Zebulon|ཀ|ཁ' <"$tmp/err" || fail 'the message repeats the name'
run -q --out two.pdf --client Zebulon Zmith # without quotes
ended 2 'a word of this command belongs to no option: put text with spaces in quotes'
! has Zmith <"$tmp/err" || fail 'the message repeats the name'
for words in '[Zebulon]' 'Zebulon' 'Zebulon = Zmith' $'[Zmith]\nclient = Zebulon' 'focus = Zebulon'; do
    code=0
    "$DGS_PDF" -q --out two.pdf --client-stdin <<<"$words" >"$tmp/out" 2>"$tmp/err" || code=$?
    [ "$code" -eq 65 ] || [ "$words" = '[Zebulon]' ] || fail "exit code $code, not 65, from: $words"
    ! has -E 'Zebulon|Zmith' <"$tmp/err" || fail "the message repeats the name: $words"
done
rm -f two.pdf
run -q --out two.pdf --note "$(printf 'Z%.0s' $(seq 201))"
ended 65 '--note has 201 characters'
! has ZZ <"$tmp/err" || fail 'the message repeats the note'
