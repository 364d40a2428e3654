#!/bin/bash
# What is said and broken by script: the language of each run in the tags, line ends at U+200B, lines as full as the measure
# lets them be, and other scripts in edited texts.
. "$DGS_SRC/tests/e2e/lib.sh"
while IFS=$'\t' read -r script language massage _; do
    case $script in Devanagari | Bengali | Arabic | Urdu | Ethiopic) language=und- ;; esac # a script of several languages
    "$DGS_PDF" -q --no-profile --practice-name "$massage Spa" --dump tags | has "Span in $language" || fail "$script: no language"
    # As many words as the widths of one and of two say.
    for words in 1 2; do
        name=$(printf "$massage %.0s" $(seq $words))
        "$DGS_PDF" -q --no-profile --large-print --practice-name "${name% }" --dump layout |
            awk '$1 == 1 && $7 == "name" { print $4 }' >"width$words"
    done
    read -r fit all < <(awk -v one="$(cat width1)" -v two="$(cat width2)" -v measure=516 'BEGIN {
        fit = int((measure + two - 2 * one) / (two - one)); print fit, fit + int(fit / 2) + 1 }')
    name=$(printf "$massage %.0s" $(seq "$all"))
    "$DGS_PDF" -q --no-profile --large-print --practice-name "${name% }" --dump layout |
        awk '$1 == 1 && $7 == "name" { sub(/^[^:]*: /, ""); print NF }' >fits
    [ "$(head -n 1 fits)" = "$fit" ] || fail "$script: $(head -n 1 fits) words in the first line of $all, where $fit fit"
done < <(grep -v '^#' "$DGS_SRC/tests/names/words.tsv")

space=$(printf '\xe2\x80\x8b') thai=(นวดแผนไทย คลินิก สมหญิง ใจดี กรุงเทพฯ)
name=$(printf "%s$space" "${thai[@]}" "${thai[@]}" "${thai[@]}")
"$DGS_PDF" -q --no-profile --large-print --practice-name "$name" --dump layout | sed -n 's/^1 .* name .*: //p' >lines
[ "$(wc -l <lines)" -eq 2 ] || fail "$(wc -l <lines) lines"
while read -r line; do
    for word in "${thai[@]}"; do line=${line//$word/}; done
    [ -z "$line" ] || fail "a line ends within a word: $line"
done <lines

mkdir words
sed 's/Drink water/Drink water: पानी पिएँ, اشرب الماء/' "$DGS_SRC/assets/handouts/deep-gluteal/en-US/guide.md" >words/guide.md
ok --out other.pdf --content words
for word in पानी पिएँ اشرب الماء; do
    pdfinfo -struct-text other.pdf | has "$word" || fail "an edited text loses $word"
done
