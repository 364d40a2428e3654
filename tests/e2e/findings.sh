#!/bin/bash
# Everything that is wrong with the words is told at once, with file and line, and nothing is written.
. "$DGS_SRC/tests/e2e/lib.sh"

cp -r "$DGS_SRC/assets/handouts/deep-gluteal/en-US" words
cat >words/article.md <<'END'
# Call a doctor today if

![](sitting.svg)

#### Too deep

-

<https://example.org>

[](https://example.org)

| |
| --- |
| ཀ |

##
END
printf 'an old handout' >handout.pdf
before=$(listing)

told_all() {
    run --content words "$@"
    [ "$code" -eq 65 ] || fail "exit code $code, not 65"
    [ ! -s "$tmp/out" ] || fail "words on standard output"
    [ "$(listing)" = "$before" ] || fail "the folder changed: $(listing)"
    diff - <(cut -d: -f1,2 "$tmp/err") <<'END' || fail "not these lines"
words/article.md:3
words/article.md:5
words/article.md:7
words/article.md:9
words/article.md:11
words/article.md:13
words/article.md:15
words/article.md:17
dgs-pdf: 8 problems
END
    [ "$(tail -n 1 "$tmp/err")" = 'dgs-pdf: 8 problems: fix them and run again; nothing was written' ] ||
        fail "not this last line"
}
told_all --out handout.pdf
told_all --out handout.pdf --parts guide
told_all --dump content
told_all --dump layout
told_all --out -
for words in 'sitting.svg has no alternative text' 'write ## instead of ####' 'list item has no text' 'its address' \
    'link has no text' 'no column headings' 'U\+0F40' 'heading has no text'; do
    run --out handout.pdf --content words
    has -E -- "$words" "$tmp/err" || fail "not told: $words"
done

# Practice and words together; and a flood has an end.
run --out handout.pdf --content words --practice-name 'ཀ'
[ "$(head -n 1 "$tmp/err")" = 'dgs-pdf: the font has no character "ཀ" (U+0F40), which is in "ཀ": write it another way' ] ||
    fail "the name is not told"
{ printf '# Call a doctor today if\n'; printf -- '-\n%.0s' {1..300}; } >words/article.md
run --out handout.pdf --content words --parts article
[ "$code" -eq 65 ] || fail "exit code $code, not 65"
[ "$(wc -l <"$tmp/err")" -eq 52 ] || fail "not 52 lines"
[ "$(tail -n 2 "$tmp/err" | head -n 1)" = 'and 250 more' ] || fail "the rest is not counted"
[ "$(listing | grep -c pdf)" -eq 1 ] && [ "$(cat handout.pdf)" = 'an old handout' ] || fail "the old handout is lost"
