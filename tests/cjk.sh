#!/bin/bash
# `cjk.sh ON|OFF`: makes the file of the Chinese, Japanese and Korean faces for the tests, where there is none of this version
# yet: 150 MB from the npm registry, once. OFF makes none. Where there is none then, that is said, and left in
# build/cjk-missing for the end of the check; the tests that need it are skipped. With ON and CI=true it fails.
set -euo pipefail
cd "$(dirname "$0")/.."
file=build/dgs-pdf-cjk.fonts missing=build/cjk-missing
mkdir -p build
rm -f $missing
if [ -e $file ]; then
    sum=$(sha256sum $file)
    ! grep -qF "${sum%% *}" fonts/cjk.sha256 || exit 0
    rm $file # of another version
fi
if [ "$1" = ON ] && tests/setup.sh cjk && fonts/cjk.sh $file; then
    exit 0
fi
echo 'the Chinese, Japanese and Korean fonts are missing ("make cjk-fonts" makes them): the tests with their names are skipped' |
    tee $missing >&2
[ "$1" != ON ] || [ "${CI-}" != true ]
