#!/bin/bash
# All pictures that the program has, placed in one handout: each is there, with its words; they take few bytes; they have
# no colour in grey and less ink where that is saved; and a grey printer keeps the areas of the colour file apart.
. "$DGS_SRC/tests/e2e/lib.sh"

for file in "$DGS_SRC"/assets/illustrations/*.svg; do # what each is there for stands in its file
    name=$(basename "$file")
    grep -qE '^  <title>.+</title>$' "$file" || [ "$name" = piriformis.svg ] || fail "$name has no title"
    grep -qE '^  <desc>(Shows|Is there) .+</desc>$' "$file" || [ "$name" = piriformis.svg ] || fail "$name: no purpose"
    names+=("$name")
done
[ ${#names[@]} -eq 13 ] || fail "${#names[@]} pictures"

# The script draws just these files.
mkdir drawn
python3 "$tools/figures/figures.py" drawn
for file in drawn/*.svg; do
    same_bytes "$file" "$DGS_SRC/assets/illustrations/$(basename "$file")"
done
[ "$(find drawn -name '*.svg' | wc -l)" -eq 12 ] || fail 'other figures than were drawn'

# article FOLDER LINE...: an article of these lines
article() {
    mkdir "$1"
    { printf '# Art\n\n## Call a doctor today if\n\n- it grows\n\n' && printf '%s\n\n' "${@:2}"; } >"$1/article.md"
}

lines=()
for name in "${names[@]}" "$DGS_SRC"/assets/icons/*.svg; do
    lines+=("![What $(basename "$name" .svg) shows]($(basename "$name"))")
done
article all "${lines[@]}"
article none "${lines[@]/#!\[*/Words.}"
look=(--parts article --color '#0b5f5a')
ok --content all "${look[@]}" --dump tags
[ "$(grep -c '^ *Figure "What [a-z-]* shows"$' "$tmp/out")" -eq ${#lines[@]} ] || fail "not each picture is read out"
ok --out all.pdf --content all "${look[@]}"
ok --out none.pdf --content none "${look[@]}"

# 42 KB is what all art may add: a handout with all of it still goes through any mail.
art=$(($(stat -c %s all.pdf) - $(stat -c %s none.pdf)))
echo "all art: $art bytes"
[ "$art" -le $((42 * 1024)) ] || fail "all art is $art bytes, $((42 * 1024)) are allowed"
[ "$art" -ge 20000 ] || fail "all art is $art bytes: was it placed?"

# Three colours, each printed in grey: no flat area of a figure is paler than 236 and not white.
figures=()
for name in "${names[@]}"; do
    [ "$name" = piriformis.svg ] || figures+=("![A figure]($name)")
done
article figures "${figures[@]}"
for color in '#0b5f5a' '#f2c200' '#7a2048' '#111111'; do
    ok --out color.pdf --content figures --parts article --color "$color"
    pale=$(python3 "$tools/pixels.py" flat color.pdf 2 237 254)
    [ "$pale" -eq 0 ] || fail "$color: $pale pixels of areas that a grey printer loses"
    tint=$(python3 "$tools/pixels.py" flat color.pdf 2 220 236)
    [ "$tint" -gt 1000 ] || fail "$color: the ground is not seen"

    ok --out gray.pdf --content figures --parts article --color "$color" --ink=gray
    [ "$(python3 "$tools/pixels.py" coloured gray.pdf)" -eq 0 ] || fail "$color: there is colour in grey"
    ok --out saver.pdf --content figures --parts article --color "$color" --ink=saver
    awk -v a="$(python3 "$tools/pixels.py" dark saver.pdf)" -v b="$(python3 "$tools/pixels.py" dark color.pdf)" \
        'BEGIN { exit !(a * 100 <= b * 40) }' || fail "$color: ink is not saved"
done
