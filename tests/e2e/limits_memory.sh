#!/bin/bash
# A handout whose pictures take more memory than one may have is refused with 65, not with 75: trying again would not
# help; of two such pictures it is made. A batch says the same.
. "$DGS_SRC/tests/e2e/lib.sh"
[ -z "${DGS_SANITIZE:-}" ] || skip 'sanitizers take several times the memory and the time'

python3 - <<'EOF'
import zlib
from struct import pack

def chunk(kind, data):
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

w, h = 20000, 2500 # as many pixels as may be; 200 MB with their alpha
packer = zlib.compressobj(1)
row = b"\0" + b"\x10\x50\x50\x80" * w
data = b"".join(packer.compress(row) for _ in range(h)) + packer.flush()
with open("large.png", "wb") as f:
    f.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", pack(">IIBBBBB", w, h, 8, 6, 0, 0, 0)) + chunk(b"IDAT", data) + chunk(b"IEND", b""))
EOF
mkdir words
printf '# Words\n\n## Call a doctor today if\n\nWords.\n' >words/article.md
for name in one two three; do
    ln large.png words/$name.png
    printf '\n![A dark field](%s.png)\n' $name >>words/article.md
    [ $name != two ] || ok --dry-run --content words
done
rm large.png
sentence='the handout takes more than 512 MB of memory: use smaller pictures or a shorter text'
refuses 65 "$sentence" --content words
printf 'name\nA\n' >list.csv
run batch list.csv --out-dir out --content words --no-precheck
[ "$code" -eq 65 ] || fail "exit code $code, not 65"
has -F "$sentence" <"$tmp/err" || fail 'the batch does not say why'
[ -z "$(find out -name '*.pdf' 2>/dev/null)" ] || fail 'a file was written'
