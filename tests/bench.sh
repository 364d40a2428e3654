#!/bin/bash
# Prints the figures of one handout: `bench.sh PROGRAM [RUNS]`. Medians of whole processes; no pass or fail.
set -euo pipefail
export PYTHONDONTWRITEBYTECODE=1
program=$(realpath "$1")
runs=${2:-51}
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cc -O2 -D_POSIX_C_SOURCE=200809L -o "$tmp/bench" "$here/tools/bench.c"
echo 'int main(void) { return 0; }' >"$tmp/empty.c"
cc -O2 -o "$tmp/empty" "$tmp/empty.c"
cd "$tmp"

read -r empty _ <<<"$("$tmp/bench" "$runs" "$tmp/empty")"
row() { # NAME FILE PROGRAM ARGS...
    local name=$1 file=$2 size=-
    shift 2
    read -r ms kb <<<"$("$tmp/bench" "$runs" "$@")"
    [ ! -e "$file" ] || size=$(($(stat -c %s "$file") / 1024))
    awk -v name="$name" -v ms="$ms" -v kb="$kb" -v size="$size" -v empty="$empty" \
        'BEGIN { printf "%-34s %8.2f %8.1f %10.1f %8s\n", name, ms, ms / empty, kb / 1024, size }'
}
# A photograph-like logo, the slowest picture that a practice is likely to have.
logo() {
    python3 "$here/tools/makepng.py" rgb-alpha8 logo.png 600 400 2>/dev/null
}

printf 'Medians of %s whole processes, %s cores, %s\n\n' "$runs" "$(nproc)" "$(uname -m)"
printf '%-34s %8s %8s %10s %8s\n' 'what' 'ms' 'x empty' 'peak MB' 'file KB'
row 'empty C program' none "$tmp/empty"
row 'dgs-pdf --version' none "$program" --version
row 'one handout, default' default.pdf "$program" -q --out default.pdf
row 'one handout, A4, brand' brand.pdf "$program" -q --out brand.pdf --paper a4 --practice-name 'Anna Perez Massage' \
    --phone 555-0100 --email anna@example.org --booking-url https://example.org/book
row 'guide only' guide.pdf "$program" -q --out guide.pdf --parts guide
row 'lay out only (--dump layout)' none "$program" -q --dump layout
! logo || row 'with a 600 x 400 RGBA logo' logo.pdf "$program" -q --out logo.pdf --practice-name Anna --logo logo.png
if command -v typst >/dev/null; then
    printf '#set page(paper: "us-letter")\n= Title\n#lorem(1400)\n' >peer.typ
    row 'peer: typst, plain text' peer.pdf "$(command -v typst)" compile peer.typ peer.pdf
fi
if command -v weasyprint >/dev/null; then
    { echo '<h1>Title</h1>'; printf '<p>Words and words and more words of a plain text, paragraph %s.\n' $(seq 140); } >peer.html
    row 'peer: weasyprint, plain text' peer.pdf "$(command -v weasyprint)" peer.html peer.pdf
fi
