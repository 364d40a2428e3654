#!/bin/bash
# A colour that would not be read is changed, and a notice names the one that is used; the handout is made all the same.
. "$DGS_SRC/tests/e2e/lib.sh"

told() {
    grep -qE -- "^dgs-pdf: notice: $1" "$tmp/err" || fail "no notice: $1"
}

run --out a.pdf --practice-name 'Anna Perez' --color '#ffe600' --accent '#ffff00'
[ "$code" -eq 0 ] || fail "exit code $code"
told 'the color #ffe600 is too light for text: headings are set in #[0-9a-f]{6}$'
told 'the accent #ffff00 is too light for icons: they are drawn in #[0-9a-f]{6}$'
used=$(sed -n 's/.*headings are set in //p' "$tmp/err")
[ "$(python3 "$tools/pixels.py" share a.pdf "$used")" -gt 300 ] || fail "no heading is $used"

run --out a.pdf --practice-name 'Anna Perez' --color '#808080'
told 'the color #808080 is hard to see on paper or under words: the booking box and the heads of tables are #757575$'

for args in '--color #0b5f5a --accent #7a2048' '--color #ffe600 --ink=gray' '--color #ffe600 --ink=saver' ''; do
    # shellcheck disable=SC2086
    run --out a.pdf --practice-name 'Anna Perez' $args
    [ "$code" -eq 0 ] || fail "exit code $code"
    ! grep notice "$tmp/err" || fail "a notice with: $args"
done
run --strict --out a.pdf --practice-name 'Anna Perez' --color '#ffe600'
[ "$code" -eq 0 ] || fail 'a notice is no warning, also with --strict'

# A theme and a colour of one's own do not go together; only where they differ that is told.
said=$("$DGS_PDF" --out file.pdf --theme earth --color '#084b47' 2>&1 >/dev/null)
grep -q 'notice: the color #084b47 is used instead of those of the theme earth: remove one of the two' <<<"$said" || fail "$said"
said=$("$DGS_PDF" --out file.pdf --theme calm --color '#0b5f5a' 2>&1 >/dev/null)
! grep -q notice <<<"$said" || fail "$said"
