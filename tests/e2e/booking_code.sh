#!/bin/bash
# The booking code, scanned from a page printed at 300 dpi in colour and in grey, says the address that the link has.
. "$DGS_SRC/tests/e2e/lib.sh"

# code URL ARGS...: a handout made with ARGS has this one code on its last page.
code() {
    local url=$1 gray last seen
    shift
    ok --out code.pdf "$@"
    last=$(pages code.pdf)
    for gray in '' -gray; do
        # shellcheck disable=SC2086
        pdftoppm $gray -r 300 -f "$last" -l "$last" -singlefile -png code.pdf page
        seen=$(zbarimg -q --nodbus --raw page.png 2>/dev/null) || fail "no code is seen ${gray:+in grey }with: $*"
        [ "$seen" = "$url" ] || fail "the code says '$seen' instead of '$url' ${gray:+in grey }with: $*"
    done
    "$DGS_PDF" -q --dump tags "$@" | has -F "Figure \"Scan to book: a QR code that opens ${url#http*://}\"" || fail "no Figure for $url"
}

sheet=(--parts worksheet --practice-name 'Anna Perez Massage')
long=https://example.org/a/very/long/path/that/may/have/to/be/broken/over/two/lines/of/the/box/and/more
code https://willowcreek.example/Book "${sheet[@]}" --color '#101820' --booking-url https://willowcreek.example/Book
code "$long" "${sheet[@]}" --color '#eaff00' --booking-url "$long"
code https://willowcreek.example/book "${sheet[@]}" --color '#eaff00' --booking-url willowcreek.example/book --paper a4
code "$long" "${sheet[@]}" --color '#000000' --booking-url "$long" --paper a4
code 'http://example.org/b?x=1&y=2#day' "${sheet[@]}" --color '#ffffff' --booking-url 'http://example.org/b?x=1&y=2#day'
longest="https://example.org/$(printf 'aB3-%.0s' {1..120})"
code "$longest" "${sheet[@]}" --color '#7a2048' --booking-url "$longest"
