#!/bin/bash
# display.sh [FILE]: makes Fraunces-SemiBold.ttf anew, the face of titles and numerals, from the static face of the npm
# package @expo-google-fonts/fraunces 0.4.1, which is FILE or is fetched. It keeps all characters, kerning and
# ligatures; hinting and what only other programs read are left out, and an em has 1,000 units as in the other faces.
# Needs npm and Python's fonttools.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
from=${1:-}
if [ -z "$from" ]; then
    (cd "$tmp" && npm pack --silent @expo-google-fonts/fraunces@0.4.1 && tar xzf ./*.tgz)
    from=$tmp/package/600SemiBold/Fraunces_600SemiBold.ttf
fi
pyftsubset "$from" --output-file="$tmp/cut.ttf" --unicodes='*' --layout-features=kern,liga,mark,mkmk,ccmp,locl \
    --no-hinting --desubroutinize --drop-tables+=DSIG,gasp,STAT,meta,FFTM --name-IDs=0,1,2,3,4,5,6,13,14
fonttools ttLib.scaleUpem --output-file "$here/Fraunces-SemiBold.ttf" "$tmp/cut.ttf" 1000
