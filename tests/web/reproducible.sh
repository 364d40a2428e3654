#!/bin/bash
# Built again in another folder, module and page have the same bytes, and hold no path of this machine.
. "$DGS_SRC/tests/web/lib.sh"
cmake -S "$DGS_SRC/src/web" -B "$tmp/build" -DCMAKE_TOOLCHAIN_FILE="$DGS_SRC/src/web/toolchain.cmake" \
    -DDGS_NATIVE="$DGS_BUILD" -DDGS_SOURCES="$web/sources" >/dev/null
cmake --build "$tmp/build" --parallel 2 >/dev/null
for file in dgs.wasm handout.html; do
    cmp "$web/$file" "$tmp/build/$file"
done
for path in "$DGS_SRC" "$tmp" "$HOME"; do
    if grep -aqF "$path" "$wasm"; then
        echo "the module holds the path $path" >&2
        exit 1
    fi
done
