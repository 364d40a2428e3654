#!/bin/bash
# A booklet's tags are those of its pages, one after the other, though two of them lie on each side of a sheet and half of
# them are painted backwards: a paragraph or a list that goes on from one half sheet to the next is read in its order.
. "$DGS_SRC/tests/e2e/lib.sh"

# Pages for notes, which fill the last sheet, are more in a booklet: they are left out.
tags() {
    ok --dump tags "$@"
    awk '{ depth = match($0, /[^ ]/) } skip && depth > skip { next } { skip = 0 }
        /^ *H[1-6]: My notes$/ { skip = last } { last = depth } !skip { print }' "$tmp/out" | grep -v '^ *Sect$'
}
# Broken in every way: long paragraphs with links and another language, lists of both kinds, a list in a list.
ok init-content content
for i in $(seq 12); do
    printf '\n## Part %s\n\n' "$i"
    for j in $(seq 25); do printf 'Words %s.%s with a [link](https://example.org/%s/%s) and *more*. ' "$i" "$j" "$i" "$j"; done
    printf '\n\n'
    for j in $(seq 6); do printf -- '%s. Item %s.%s, %s\n   - below it\n' "$j" "$i" "$j" 'which is long enough to go on to another line and page'; done
done >>content/article.md
for look in '' --large-print '--parts article' '--content content' '--content content --large-print --client M'; do
    read -ra options <<<"$look"
    for paper in letter a4; do
        half="half-letter"
        [ $paper = letter ] || half=a5
        tags --paper $half "${options[@]}" >pages
        tags --booklet --paper $paper "${options[@]}" >sheets
        cmp pages sheets || fail "the booklet of '$look' on $paper is read in another order: $(diff pages sheets | head -n 5)"
        run -q --out sheets.pdf --booklet --paper $paper "${options[@]}"
        python3 "$tools/structcheck.py" sheets.pdf >&2 || fail "not sound: $look"
    done
done
