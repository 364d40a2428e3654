#!/bin/bash
# Each part that calls for a booking has one code, in the words of the content; without a booking page there is none.
. "$DGS_SRC/tests/e2e/lib.sh"

codes() {
    "$DGS_PDF" -q --dump content "$@" | grep -c '^ *code ' || true
}

[ "$(codes --phone 555-0100)" -eq 0 ] || fail 'a code without a booking page'
[ "$(codes --booking-url anna.example/book)" -eq 1 ] || fail 'the handout has not one code'
[ "$(codes --booking-url anna.example/book --parts guide)" -eq 0 ] || fail 'a code on a part without a booking call'

mkdir words
sed -e 's/^- code-caption:.*/- code-caption: Zum Buchen scannen/' -e 's/^- code-alt:.*/- code-alt: QR-Code zu {{url}}/' \
    "$DGS_SRC/assets/handouts/deep-gluteal/en-US/strings.md" >words/strings.md
cat "$DGS_SRC/assets/handouts/deep-gluteal/en-US/article.md" - >words/article.md <<'.'

> [!BOOK]
>
> ## Come and see us
>
> Soon.

> [!BOOK]
>
> ## Or later
>
> Any time.
.
[ "$(codes --content words --booking-url anna.example/book)" -eq 2 ] || fail 'not one code for each of two parts'
ok --out words.pdf --content words --booking-url anna.example/book
says words.pdf 'Zum Buchen scannen'
ok --dump tags --content words --booking-url anna.example/book
has -F 'Figure "QR-Code zu anna.example/book"' <"$tmp/out" || fail 'the code is not read out in the words of the content'
has -F 'Caption: Zum Buchen scannen' <"$tmp/out" || fail 'the caption has no tag'
