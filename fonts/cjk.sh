#!/bin/bash
# cjk.sh FILE: makes the data file of the Chinese, Japanese and Korean faces: Noto Sans SC, TC, JP and KR in one weight, whole,
# without hinting, names and what only other programs read. They come from the npm registry. The program knows the file by
# its SHA-256 (src/text/script.c), so that all machines make the same bytes. Needs npm, hb-subset, python3.
set -euo pipefail
to=${1:?names the file to make}
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
for script in SC TC JP KR; do
    package=@expo-google-fonts/noto-sans-${script,,}@0.4.3
    (cd "$tmp" && npm pack --silent "$package" >name && tar xzf "$(cat name)" &&
        mv "package/400Regular/NotoSans${script}_400Regular.ttf" "$script.ttf" && rm -r package ./*.tgz)
    hb-subset "$tmp/$script.ttf" -o "$tmp/$script.reduced" --no-hinting '--unicodes=*' '--gids=*' --name-IDs=0 \
        --layout-features=ccmp,locl,ljmo,vjmo,tjmo,mark,mkmk \
        --drop-tables+=name,DSIG,gasp,prep,fpgm,cvt,kern,meta,STAT,BASE,vhea,vmtx,VORG,hdmx,post
done
python3 - "$tmp/all" "$tmp"/{SC,TC,JP,KR}.reduced <<'END'
import sys
faces = [open(path, "rb").read() for path in sys.argv[2:]]
at, head, body = 16 + 8 * len(faces), b"dgs-pdf fonts 1\n", b""
for face in faces:
    head += (at + len(body)).to_bytes(4, "big") + len(face).to_bytes(4, "big")
    body += face + b"\0" * (-len(face) % 16)
open(sys.argv[1], "wb").write(head + body)
END
sum=$(sha256sum "$tmp/all" | cut -d' ' -f1)
known=$(grep -oE '"[0-9a-f]{64}"' "$here/../src/text/script.c" | tr -d '"')
[ "$sum" = "$known" ] || {
    echo "cjk.sh: the file has the SHA-256 $sum, and the program knows $known" >&2
    exit 1
}
mkdir -p "$(dirname "$to")"
mv "$tmp/all" "$to"
