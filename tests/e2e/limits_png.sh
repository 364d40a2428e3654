#!/bin/bash
# PNG logos at the edge of what one may have are taken, one beyond is refused: bytes, pixels a side and in all, and data
# that no pixel needs, of which a few megabytes unpack for minutes.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 - <<'EOF'
import random
import zlib
from struct import pack

def chunk(kind, data):
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

def png(w, h, behind=b"", other=b"", bits=8):
    """Dark; `behind` is compressed with the pixels, `other` are further chunks."""
    packer = zlib.compressobj(6)
    data = b"".join(packer.compress(b"\0" * ((w * bits + 7) // 8 + 1)) for _ in range(h))
    data += b"".join(packer.compress(b) for b in behind) + packer.flush()
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", pack(">IIBBBBB", w, h, bits, 0, 0, 0, 0)) + other + chunk(b"IDAT", data)
            + chunk(b"IEND", b""))

def put(name, data):
    with open(name, "wb") as f:
        f.write(data)

rest = 32 * 1024 * 1024 - len(png(300, 200)) - 12
put("bytes.png", png(300, 200, other=chunk(b"tEXt", bytes(rest))))
put("bytes-more.png", png(300, 200, other=chunk(b"tEXt", bytes(rest + 1))))
put("pixels.png", png(20000, 2500, bits=1))
put("pixels-more.png", png(20000, 2501, bits=1))
put("side-more.png", png(20001, 20, bits=1))
random.seed(1)
put("behind.png", png(300, 200, [random.randbytes(50 * 1024)]))
put("behind-more.png", png(300, 200, [random.randbytes(100 * 1024)]))
put("bomb.png", png(300, 200, (bytes(1 << 20) for _ in range(2000))))
EOF
[ "$(stat -c %s bytes.png)" -eq $((32 * 1024 * 1024)) ] || fail 'the test picture has another size than it should'
for edge in bytes pixels behind; do
    ok --out $edge.pdf --logo $edge.png --parts guide
done
rm ./*.pdf
(ulimit -t 20 && exec "$DGS_PDF" -q --out x.pdf --logo bomb.png) 2>"$tmp/err" && fail 'the bomb was taken'
one_line 'bomb\.png: the PNG is damaged \(it continues far beyond its last row\): save it again'
refuses 65 'bytes-more\.png: the logo is larger than 32768 KB: use a smaller file' --logo bytes-more.png
refuses 65 'pixels-more\.png: the picture claims 20000 x 2501 pixels: use one of at most 20000 pixels a side and 50 million in all' --logo pixels-more.png
refuses 65 'side-more\.png: the picture claims 20001 x 20 pixels' --logo side-more.png
refuses 65 'behind-more\.png: the PNG is damaged' --logo behind-more.png
