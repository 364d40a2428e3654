#!/bin/bash
# Builds the page for its tests: `build.sh JOBS`. Where a library's source cannot be had from Debian's archive, that is said
# and left in build/web/missing, and the page's tests are skipped; with CI=true it fails.
set -euo pipefail
cd "$(dirname "$0")/../.."
mkdir -p build/web
if ! src/web/sources.sh build/web/sources 2>build/web/missing; then
    cat build/web/missing >&2
    [ "${CI-}" != true ]
    exit
fi
: >build/web/missing
make page JOBS="$1"
axe=build/web/axe
if ! cmp -s tests/web/axe/package.json $axe/package.json; then
    mkdir -p $axe
    (cd $axe && cp ../../../tests/web/axe/package.json . && npm install --silent --no-audit --no-fund) || {
        rm -f $axe/package.json
        echo 'axe-core could not be fetched; see above' >&2
        exit 1
    }
fi
