#!/bin/bash
# cjk.sh FILE: makes the data file of the Chinese, Japanese and Korean faces: Noto Sans SC, TC, JP and KR in one weight, whole,
# without hinting, names and what only other programs read. They come from the npm registry. The file ends with the SHA-256
# of each of its blocks; the program knows it by that of those (src/text/seal.c), so that all machines make the same bytes.
# cjk.sha256 has that of the whole. Needs npm, hb-subset, python3.
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
python3 - "$tmp/all" "$tmp"/{SC,TC,JP,KR}.reduced >"$tmp/sums" <<'END'
import hashlib, sys
faces = [open(path, "rb").read() for path in sys.argv[2:]]
at, head, body = 16 + 8 * len(faces), b"dgs-pdf fonts 2\n", b""
for face in faces:
    head += (at + len(body)).to_bytes(4, "big") + len(face).to_bytes(4, "big")
    body += face + b"\0" * (-len(face) % 16)
block = 16 * 1024
data = head + body
data += b"\0" * (-len(data) % block)
sums = b"".join(hashlib.sha256(data[at:at + block]).digest() for at in range(0, len(data), block))
open(sys.argv[1], "wb").write(data + sums)
print(hashlib.sha256(sums).hexdigest())
END
known=$(grep -oE '"[0-9a-f]{64}"' "$here/../src/text/seal.c" | tr -d '"')
read -r sums <"$tmp/sums"
[ "$sums" = "$known" ] || {
    echo "cjk.sh: the sums in the file have the SHA-256 $sums, and the program knows $known" >&2
    exit 1
}
read -r sum _ <"$here/cjk.sha256"
echo "$sum  $tmp/all" | sha256sum --check --quiet
mkdir -p "$(dirname "$to")"
mv "$tmp/all" "$to"
