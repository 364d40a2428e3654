#!/bin/bash
# A folder without a manifest is read as one of the default handout. What it lacks comes from that, and is told.
. "$DGS_SRC/tests/e2e/lib.sh"

usual=$DGS_SRC/assets/handouts/deep-gluteal/en-US
told() { # FILES
    grep -qxF "dgs-pdf: notice: these files are not in words and come from the built-in handout deep-gluteal: $1" "$tmp/err" ||
        fail "not told: $1"
}
in_language() { # TAG
    ok --dump content --content words
    head -n 1 "$tmp/out" | has "^doc $1: " || fail "not $1"
}
cp -r "$usual" words
run --out all.pdf --content words
[ "$code" -eq 0 ] && ! has 'come from' <"$tmp/err" || fail 'nothing is lacking'
rm words/handout.md
run --out same.pdf --content words
told handout.md
same_bytes same.pdf all.pdf
rm words/{article,strings}.md
run --out same.pdf --content words
told 'handout.md, strings.md, article.md'
same_bytes same.pdf all.pdf
cp "$usual/handout.md" words
run --out same.pdf --content words --parts worksheet
told 'strings.md, article.md'
ok --out same.pdf --content words # with -q, not a word

# Its language is that of the manifest; strings.md may say another one, as it did before there was a manifest.
sed -i 's/^- language: .*/- language: es-US/' words/handout.md
refuses 66 'words/strings\.md: is missing' --content words # English words for a Spanish handout
cp "$usual"/*.md words
sed -i 's/^- language: .*/- language: es-US/' words/handout.md
in_language es-US
rm words/handout.md
sed -i 's/^- title: .*/&\n- language: fr/' words/strings.md
in_language fr

# No manifest takes a sign away from the handout that it is of.
sed 's/^- today: weaker, /- today: /' "$usual/handout.md" >words/handout.md
refuses 65 'words/handout\.md:[0-9]+: the sign "weaker" is missing here: put it back' --content words
