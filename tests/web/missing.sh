#!/bin/bash
# Where Debian's archive has not the source of a library, one sentence says which; the page's tests are skipped and say so,
# and with CI=true the build fails.
: "${DGS_SRC:?names the source folder}"
set -euo pipefail
tmp=$(mktemp -d "${TMPDIR:-/tmp}/dgs-web.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$tmp/tree/src/web" "$tmp/tree/tests" "$tmp/bin"
cp "$DGS_SRC/src/web/"sources.* "$tmp/tree/src/web"
cp -r "$DGS_SRC/tests/web" "$tmp/tree/tests"
# An archive in which zlib is of another version, and the other libraries are there already.
printf '#!/bin/sh\n[ "$1" != indextargets ] || echo "http://archive.invalid bookworm Debian"\n' >"$tmp/bin/apt-get"
printf '#!/bin/sh\nprintf "Version: 99\\n %%s 1 zlib_99.orig.tar.gz\\n" 0123\n' >"$tmp/bin/apt-cache"
chmod +x "$tmp/bin/"*
grep -v '^#' "$DGS_SRC/src/web/sources.txt" | while read -r library _ _ sum; do
    [ "$library" != zlib ] || continue
    mkdir -p "$tmp/tree/build/web/sources/$library"
    echo "$sum 1" >"$tmp/tree/build/web/sources/$library/fetched"
done
build() { # CI
    env PATH="$tmp/bin:$PATH" CI="$1" bash "$tmp/tree/tests/web/build.sh" 1 >"$tmp/out" 2>"$tmp/said"
}
sentence="the source of zlib cannot be had from Debian's archive in a version that src/web/sources.txt lists"
build '' || { echo 'without CI it has to go on' >&2; exit 1; }
[ "$(cat "$tmp/said")" = "$sentence" ]
[ "$(cat "$tmp/tree/build/web/missing")" = "$sentence" ]
code=0
DGS_PDF=/bin/true DGS_SRC=$tmp/tree bash "$tmp/tree/tests/web/random.sh" 2>"$tmp/said" || code=$?
[ $code -eq 77 ] && [ "$(cat "$tmp/said")" = "SKIPPED: $sentence" ]
if build true; then
    echo 'with CI=true it has to fail' >&2
    exit 1
fi
