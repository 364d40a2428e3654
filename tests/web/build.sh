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
