#!/bin/bash
# The pages look as in tests/golden/pictures, within what renderers do differently; a word that moved is seen.
# DGS_UPDATE=1 (`make golden`) writes the pictures anew; look at the difference before you commit it.
. "$DGS_SRC/tests/e2e/lib.sh"

pictures=$tools/pictures.py
golden=$DGS_SRC/tests/golden/pictures
[ -z "${DGS_UPDATE-}" ] || { mkdir -p "$golden" && rm -f "$golden"/*.png; }
pairs=()
for case in letter-plain a4-brand; do
    mapfile -t args <"$DGS_SRC/tests/golden/$case/args"
    ok --out $case.pdf "${args[@]}"
    pdftoppm -r 144 -gray $case.pdf $case
    for page in "$case"-*.pgm; do
        [ -z "${DGS_UPDATE-}" ] || python3 "$pictures" write "$golden/${page%.pgm}.png" "$page"
        pairs+=("$golden/${page%.pgm}.png" "$page")
    done
done
[ "$(find "$golden" -name '*.png' -printf '%f\n' | sort)" = "$(printf '%s\n' ./*.pgm | sed 's,./,,; s/pgm$/png/' | sort)" ] ||
    fail "other pages than in $golden"
python3 "$pictures" compare "${pairs[@]}" || fail 'pages look different: look at `make pages`, then `make golden`'
[ -z "${DGS_UPDATE-}" ] || exit 0

# Another renderer gives other pixels: that is forgiven.
mutool draw -q -r 144 -c gray -o mutool-%d.pgm letter-plain.pdf
for page in 1 2 3 4; do
    python3 "$pictures" compare "$golden/letter-plain-$page.png" mutool-$page.pgm || fail 'another renderer is refused'
done

# seen PAGE KIND DX DY: the largest box of that kind (--dump layout), moved by so many points, is seen.
ok --dump layout
seen() {
    local box
    read -ra box < <(awk -v page="$1" -v kind="$2" '
        $1 == page && $6 == kind && $4 * $5 > n { n = $4 * $5; box = int($2 * 2) " " int($3 * 2) " " int($4 * 2 + 4) " " int($5 * 2 + 4) }
        END { print box }' "$tmp/out")
    [ ${#box[@]} -eq 4 ] || fail "page $1 has no $2"
    python3 "$pictures" move "letter-plain-$1.pgm" "${box[@]}" $((2 * $3)) $((2 * $4)) moved.pgm
    ! python3 "$pictures" compare "$golden/letter-plain-$1.png" moved.pgm >found || fail "not seen: $2 ${box[*]} moved by $3 $4"
}
seen 1 art 2 0
seen 1 text 2 0
seen 2 art 0 -2
seen 2 text 0 2
seen 3 text -2 0
seen 4 text 0 -2

# So is another word.
cp -r "$DGS_SRC/assets/handouts/deep-gluteal/en-US" words
sed -i 's/Drink water/Drink more/' words/guide.md
ok --out changed.pdf --content words
pdftoppm -r 144 -gray -singlefile -f 1 changed.pdf changed
! python3 "$pictures" compare "$golden/letter-plain-1.png" changed.pgm >found || fail 'another word is not seen'
