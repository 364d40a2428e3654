#!/bin/bash
# The English of all that users read; before that, a word planted in each kind of text must be found.
set -euo pipefail
english="python3 $DGS_SRC/tests/static/english.py"
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/assets" "$tree/src/cli" "$tree/src/handout" "$tree/src/web/page"

# finds FILE TEXT: the word in the text must be found; without it the file passes.
finds() {
    printf '%s\n' "${2//behind/after}" >"$tree/$1"
    $english "$tree" >/dev/null || { echo "$1: ${2//behind/after}: refused" >&2; exit 1; }
    printf '%s\n' "$2" >"$tree/$1"
    ! $english "$tree" >"$tree/found" && grep -q "^$1:.*'behind'" "$tree/found" || { echo "$1: $2: not found" >&2; exit 1; }
    rm "$tree/$1"
}

finds README.md $'# Title\n\nWrite it\nbehind the sign.'
finds src/cli/option.c 'const char *what = "write it " // behind
    "behind the sign";'
finds src/handout/dgs-handout.h 'int a; // what is behind the sign'
finds src/cli/option.h $'// What is\n// behind the sign.\nint a;'
finds assets/README.md 'Paint it behind the sign.'
finds src/web/page/page.html '<style>behind</style><p title="what is
behind">words</p>'
finds src/web/page/form.js "say('it is behind the sign') // behind"
$english "$DGS_SRC"
