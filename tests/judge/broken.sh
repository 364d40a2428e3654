#!/bin/bash
# No check that cannot fail: each of our own judges refuses what is broken on purpose.
set -euo pipefail
tools=$DGS_SRC/tests/tools
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 "$tools/breakpdf.py" "$DGS_MATRIX/custom-article.pdf"
python3 "$tools/breakpdf.py" "$DGS_MATRIX/fillable.pdf"

# refused TOOL FILE WORDS: the tool must fail on the file and say the words.
refused() {
    local said
    if said=$(python3 "$tools/$1" "$2"); then
        echo "$1 did not see: $3" >&2
        exit 1
    fi
    grep -F -- "$3" <<<"$said" >/dev/null || { printf '%s did not say "%s" but:\n%s\n' "$1" "$3" "$said" >&2; exit 1; }
}

cp "$DGS_MATRIX"/default.{pdf,content,layout} "$tmp"
change() { # FILE AWK-PROGRAM
    awk "$2" "$DGS_MATRIX/$1" >"$tmp/$1"
    ! cmp -s "$DGS_MATRIX/$1" "$tmp/$1" || { echo "nothing changed in $1: $2" >&2; exit 1; }
}
change default.layout '$6 == "text" && $7 == "para" && !done { $2 = 600; done = 1 } { print }'
refused layoutcheck.py "$tmp/default.layout" 'outside the margins'
change default.layout '$6 == "text" && $7 == "para" && !done { $9 = "9:"; done = 1 } { print }'
refused layoutcheck.py "$tmp/default.layout" '9 pt'
change default.layout '$6 == "text" && $7 == "item" && $10 != "•" && !done { $3 += 8; done = 1 } { print }'
refused layoutcheck.py "$tmp/default.layout" 'overlaps'
change default.layout '$6 == "text" && $7 == "item" && $10 != "•" && !done { $8 = 1; done = 1 } { print }'
refused layoutcheck.py "$tmp/default.layout" 'comes behind'
cp "$DGS_MATRIX/default.layout" "$tmp"

change default.content '/Drink water/ { sub("Drink water", "water Drink") } { print }'
refused words.py "$tmp/default.pdf" "not 'water"
change default.content '{ print } /Drink water/ { sub(/[^ ].*/, "para: Words that nobody printed"); print }'
refused words.py "$tmp/default.pdf" "not 'Words that nobody printed"
change default.content '!/your whole body needs it/ { print }'
refused words.py "$tmp/default.pdf" "comes 'It is not exciting"
echo 'layoutcheck.py and words.py: each fault was seen'
