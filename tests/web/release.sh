#!/bin/bash
# `release.sh FOLDER`: the page, the last commit's source, the bills of materials of page and program, and the sums of all.
# Where no folder is named it is a test: the sums are right, the source is whole, the page's bill is valid.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
make_release() { # FOLDER
    local version name
    version=$("$root/build/release/dgs-pdf" --version | sed -n '1s/.* //p')
    name=dgs-pdf-$version
    rm -rf "$1"
    mkdir -p "$1"
    cp "$root/build/web/handout.html" "$root/build/web/handout.spdx.json" "$root/build/release/dgs-pdf.spdx.json" "$1"
    git -C "$root" archive --prefix="$name/" HEAD | xz -9 >"$1/$name.tar.xz"
    (cd "$1" && sha256sum -- * >"../SHA256SUMS.$$" && mv "../SHA256SUMS.$$" SHA256SUMS)
}
if [ $# -gt 0 ]; then
    make_release "$1"
    (cd "$1" && ls -l)
    exit
fi
. "$DGS_SRC/tests/web/lib.sh"
make_release "$tmp/dist"
cd "$tmp/dist"
sha256sum --quiet --check SHA256SUMS
tar -tf dgs-pdf-*.tar.xz >"$tmp/listed"
for file in README.md CHANGES LICENSE Makefile src/web/CMakeLists.txt; do
    grep -q "^dgs-pdf-[0-9.]*/$file\$" "$tmp/listed" || { echo "the source has no $file" >&2; exit 1; }
done
cache=$("$DGS_SRC/tests/tools/fetched.sh" spdx)
PYTHONPATH=$cache python3 "$DGS_SRC/tests/tools/spdx/validate.py" handout.spdx.json
