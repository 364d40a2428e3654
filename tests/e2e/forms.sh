#!/bin/bash
# A letter with an accent may come as one character or, as from a Mac, as a letter and marks: the handout is the same,
# whichever way the text takes into the program.
. "$DGS_SRC/tests/e2e/lib.sh"

# The same bytes with every é as one character, or as e and U+0301, and so on for ö, ậ and 각.
parted() {
    sed 's/é/e\xcc\x81/g; s/ö/o\xcc\x88/g; s/ậ/a\xcc\x82\xcc\xa3/g; s/각/\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8/g'
}
both() { # NAME: the file as it is on standard input, and parted
    cat >"$1"
    parted <"$1" >"parted-$1"
    ! cmp -s "$1" "parted-$1" || fail "$1 has nothing to part"
}

made=(--practice-name 'Café Schön' --tagline 'Hậu é' --therapist 'René, LMT' --license 'Né 1' --address 'Rue é\nKöln' \
    --hours 'Sé 9' --footer-note 'Möglich.' --logo-alt 'Éé ö' --logo logo.png)
client=(--client 'Zoé Hậu' --date '3 août é' --next-visit 'Ménage' --note 'Gehen, später é' --note 'ö' --focus 1)
python3 "$tools/makepng.py" rgb8 logo.png 300 100
parted_all() {
    parts=()
    for word in "$@"; do parts+=("$(parted <<<"$word")"); done
}
ok --out whole.pdf "${made[@]}" "${client[@]}"
parted_all "${made[@]}" "${client[@]}"
ok --out parted.pdf "${parts[@]}"
same_bytes whole.pdf parted.pdf
says whole.pdf 'Café Schön'

both practice.ini <<<$'name = Café Schön\ntagline = Hậu\naddress = Rue é\n    Köln'
both client.ini <<<$'client = Zoé Hậu\nnote = später é'
for form in '' parted-; do
    ok --out "${form}stdin.pdf" --profile "${form}practice.ini" --client-stdin <"${form}client.ini"
    run profile --profile "${form}practice.ini" --json
    sed "s/parted-//" "$tmp/out" >"${form}profile.json"
done
same_bytes stdin.pdf parted-stdin.pdf
same_bytes profile.json parted-profile.json
grep -q 'Café Schön' profile.json || fail 'the profile is not shown composed'

# Edited content: words, headings and links to them, entities, addresses on the web, the abbreviations of strings.md.
mkdir content parted-content
(cd content && ok init-content . --force)
sed -i 's/^- abbreviations:.*/- abbreviations: RÉ = Répétition é/; s/^- phone:.*/- phone: Téléphoné/' content/strings.md
cat >content/guide.md <<'END'
# Guidé

See [Größé Schritté](#größé-schritté), [é](https://example.org/caf%C3%A9) and **Hậu** {{practice.name|é}}.

## Größé Schritté

A cafe&#769; and é, on page {{page #größé-schritté}}.
END
for file in content/*; do parted <"$file" >"parted-$file"; done
for form in '' parted-; do
    ok --out "${form}content.pdf" --no-profile --content "${form}content" --parts guide --phone '503 555 0142'
    run --dump content --no-profile --content "${form}content" --parts guide
    [ "$code" -eq 0 ] || fail "no content in the form '$form'"
    sed 's/parted-//g' "$tmp/out" >"${form}content.txt"
done
same_bytes content.pdf parted-content.pdf
same_bytes content.txt parted-content.txt
grep -q 'A café and é' content.txt || fail 'an entity is not composed'

# Rows of a list, as CSV and as JSON Lines, are what is made alone.
both list.csv <<<$'name,tagline,address\nCafé Schön,Hậu,"Rue é\nKöln"'
both list.jsonl <<<'{"name": "Café Schön", "tagline": "Hậu", "address": "Rue é\nKöln"}'
for list in list.csv parted-list.csv list.jsonl parted-list.jsonl; do
    ok batch "$list" --no-profile --out-dir "from-$list"
    same_bytes "from-$list/0001-Café Schön.pdf" "from-list.csv/0001-Café Schön.pdf"
done
cmp -s from-list.csv/manifest.jsonl from-parted-list.csv/manifest.jsonl || fail 'the manifests differ'
