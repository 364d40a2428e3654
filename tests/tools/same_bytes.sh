#!/bin/bash
# Builds the program of two revisions and compares every byte that they make of the same inputs, which are those of the
# first, since it may not know an option that came later: `same_bytes.sh A B [golden]`. The golden cases and, without the third word, all that the judges look at.
set -euo pipefail
src=$(realpath "$(dirname "$0")/../..")
[ $# -ge 2 ] || { echo "usage: same_bytes.sh A B [golden]" >&2; exit 2; }
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
unset SOURCE_DATE_EPOCH DGS_PDF_PROFILE

# The program of a revision, built once.
build() { # COMMIT -> $program
    local tree=$src/build/same/$1
    program=$tree/build/release/dgs-pdf
    [ ! -x "$program" ] || return 0
    git -C "$src" worktree remove --force "$tree" 2>/dev/null || rm -rf "$tree" # what an earlier try left
    git -C "$src" worktree prune
    git -C "$src" worktree add --quiet --force --detach "$tree" "$1"
    (cd "$tree" && cmake --preset release -DBUILD_TESTING=OFF && cmake --build --preset release --parallel "${JOBS:-2}" --target dgs-pdf) \
        >"$tree.log" 2>&1 || { tail -n 20 "$tree.log" >&2; exit 1; }
}

make_golden() { # PROGRAM FOLDER
    local args
    mkdir -p "$2"
    cd "$DGS_SRC" # the cases name files from here
    for args in tests/golden/*/args; do
        local out line=() name=${args%/args}
        out=$2/${name##*/}
        mapfile -t line <"$args"
        "$1" -q --out "$out.pdf" "${line[@]}"
        for dump in content layout tags; do
            "$1" -q --dump $dump "${line[@]}" >"$out.$dump"
        done
    done
}

# Both make theirs in a folder of the same name, so that nothing that they say of it differs.
make_all() { # COMMIT WHAT
    build "$1"
    rm -rf "$src/build/same/now" "$src/build/same/made-$1"
    make_golden "$program" "$src/build/same/now/golden"
    [ "$2" = golden ] || DGS_MATRIX_USUAL=1 DGS_PDF=$program DGS_MATRIX=$src/build/same/now/matrix bash "$DGS_SRC/tests/judge/matrix.sh" >/dev/null
    mv "$src/build/same/now" "$src/build/same/made-$1"
}

# What a program made, without what it made it of.
outputs() {
    find . -type f '(' -name '*.pdf' -o -name '*.content' -o -name '*.layout' -o -name '*.tags' ')' -print0
}

a=$(git -C "$src" rev-parse --verify "$1^{commit}")
b=$(git -C "$src" rev-parse --verify "$2^{commit}")
mkdir -p "$src/build/same"
export DGS_SRC=$src/build/same/$a
make_all "$a" "${3:-all}"
make_all "$b" "${3:-all}"
cd "$src/build/same"
differ=0 count=0
while IFS= read -r -d '' file; do
    count=$((count + 1))
    cmp -s "made-$a/$file" "made-$b/$file" || { echo "differs: $file"; differ=$((differ + 1)); }
done < <({ (cd "made-$a" && outputs); (cd "made-$b" && outputs); } | sort -zu)
echo "$count files compared, $differ differ"
[ "$count" -gt 0 ] && [ "$differ" -eq 0 ]
