#!/bin/bash
# reduce.sh [FOLDER]: makes the faces of fonts/noto anew from those of Debian's package fonts-noto-core 20201225, which are in
# FOLDER or are fetched. A reduced face has all glyphs and characters that its own has, without hinting, names and what
# only other programs read; the two faces of signs keep those of signs.txt alone. Needs apt-get, dpkg-deb, hb-subset.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
from=${1:-}
if [ -z "$from" ]; then
    (cd "$tmp" && apt-get -qq download fonts-noto-core=20201225-1 && dpkg-deb -x ./*.deb .)
    from=$tmp/usr/share/fonts/truetype/noto
fi

# All of them are dropped that neither shaping nor cutting reads.
drop=name,DSIG,gasp,prep,fpgm,cvt,kern,meta,STAT,BASE,vhea,vmtx,VORG,hdmx,VDMX,LTSH,PCLT,MATH,FFTM,post
reduce() { # FROM TO ARGS...
    local from=$1 to=$2
    shift 2
    hb-subset "$from" -o "$to" --no-hinting --layout-features='*' --name-IDs=0 --drop-tables+="$drop" "$@"
}

mkdir -p "$here/noto"
for script in Thai Lao Khmer Myanmar Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala \
    Hebrew Arabic Thaana Armenian Georgian Ethiopic; do
    reduce "$from/NotoSans$script-Regular.ttf" "$here/noto/NotoSans$script-Regular.ttf" '--unicodes=*' '--gids=*'
done
# The first face goes before the second one, so the second has only what the first has not.
signs=$(sed 's/ .*//' "$here/signs.txt" | paste -sd,)
for face in Symbols Symbols2; do
    reduce "$from/NotoSans$face-Regular.ttf" "$here/noto/NotoSans$face-Regular.ttf" --unicodes="$signs"
done
