#!/bin/bash
# A handout of 200 pages is made; one of more is refused.
. "$DGS_SRC/tests/e2e/lib.sh"

mkdir words
article() { # of so many long paragraphs
    printf '# Words\n\n## Call a doctor today if\n\nWords.\n'
    for ((i = 0; i < $1; i++)); do printf '\n%s\n' "$paragraph"; done
}
paragraph=$(printf 'words %.0s' {1..110})
options=(--content words --paper half-letter --large-print)
few=50 many=350 # the most that fit, and one more
while [ $((many - few)) -gt 1 ]; do
    now=$(((few + many) / 2))
    article $now >words/article.md
    run -q "${options[@]}" --dry-run
    case $code in
    0) few=$now ;;
    65) many=$now ;;
    *) fail "exit code $code of $now paragraphs" ;;
    esac
done
article $few >words/article.md
ok "${options[@]}" --out long.pdf
[ "$(pages long.pdf)" -eq 200 ] || fail "of $few paragraphs it has $(pages long.pdf) pages, and one more is too much"
rm long.pdf
article $many >words/article.md
refuses 65 'the content takes more than 200 pages: shorten it' "${options[@]}"
