#!/bin/bash
# Letters with marks for which there is no one character are set, and every reader gets the words whole: from the page,
# from the content in its order, and by the tags; alone, in a batch, and on a client's sheet. So do letters that are in
# the font only as their parts.
. "$DGS_SRC/tests/e2e/lib.sh"

name=$(printf 'Adẹ́bọ̀wálé Ė\xcc\x83 Ȳst q\xcc\x87al')
line=$(printf 'Yílmaz ọ̀rẹ́ К\xcc\x80 Σ\xcc\x84 µ μ')
whole() { # FILE WORDS...
    local file=$1
    shift
    pdftotext "$file" - | tr -s '\n\f ' '   ' >page.txt
    pdftotext -raw "$file" - | tr -s '\n\f ' '   ' >raw.txt
    pdfinfo -struct-text "$file" 2>&1 >tags.txt | grep -vE "Wrong Attribute '(Role|checked)' in element Form" >"$tmp/err" || true # what poppler does not know
    [ ! -s "$tmp/err" ] || fail "poppler does not like the tags of $file"
    mutool draw -F txt "$file" 2>/dev/null | tr -s '\n\f ' '   ' >mupdf.txt
    for words in "$@"; do
        for reader in page raw tags mupdf; do
            has -F -- "$words" $reader.txt || fail "$file by $reader does not say $words"
        done
    done
    ! has ActualText <(qpdf --qdf --object-streams=disable "$file" - | strings) || fail "$file spells a text beside its glyphs"
    python3 "$tools/structcheck.py" "$file" >"$tmp/err" || fail "$file is not sound"
}

ok --out one.pdf --no-profile --practice-name "$name" --tagline "$line" --address "$line\\n$name" --footer-note "$line"
whole one.pdf "$name" "$line"
ok --out client.pdf --no-profile --practice-name "$name" --client "$line" --note "$name" --therapist "$line" --large-print
whole client.pdf "$name" "$line"
printf 'name,tagline\n%s,%s\nAna,%s\n%s,\n' "$name" "$line" "$line" "$name" >list.csv
ok batch list.csv --no-profile --out-dir many --file-name '{n}'
whole many/1.pdf "$name" "$line"
whole many/2.pdf "$line"
ok --out alone.pdf --no-profile --practice-name Ana --tagline "$line"
same_bytes many/2.pdf alone.pdf

# The letters stand in the text, too, and the practice's words go on with its glyphs.
mkdir content
printf '# %s\n\n%s and %s\n' "$name" "$line" "$name" >content/guide.md
ok --out content.pdf --no-profile --content content --parts guide --practice-name "$name" --tagline "q$(printf '\xcc\x87') ı"
whole content.pdf "$name" "$line and $name" "q$(printf '\xcc\x87') ı"

# What no face has is refused, by its name.
refuses 65 'no character "ṱ" \(U\+1E71\)' --no-profile --practice-name "$(printf 't\xcc\xad')"
refuses 65 'no character "ཀ" \(U\+0F40\)' --no-profile --practice-name 'ཀ'
printf 'name\nAna\nkཀ\n' >list.csv
run batch list.csv --no-profile --out-dir bad
[ "$code" -eq 4 ] && grep -q 'U+0F40' "$tmp/err" || fail 'a row with a character that no face has is not told'
