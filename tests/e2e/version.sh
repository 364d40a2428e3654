#!/bin/bash
# --version names the version and the libraries, each with its own.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --version
version=$(sed -n 's/^project(dgs-pdf VERSION \([0-9.]*\).*/\1/p' "$DGS_SRC/CMakeLists.txt")
head -n 1 "$tmp/out" | has -x "dgs-pdf $version" || fail "it says: $(cat "$tmp/out")"
for library in libharu HarfBuzz libpng cmark; do
    grep -qE "$library [0-9]+\.[0-9]+" "$tmp/out" || fail "no version of $library: $(cat "$tmp/out")"
done
