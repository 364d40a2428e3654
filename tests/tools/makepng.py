"""Makes PNG files for tests: `makepng.py KIND FILE [WIDTH HEIGHT]`; see KINDS and DAMAGED below for the kinds."""
import struct
import sys
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# kind: (colour type, bits, interlaced, extra chunks)
GREY_RAMP = bytes(v for i in range(256) for v in (i, 255 - i, i // 2))
KINDS = {
    "grey1": (0, 1, 0, []),
    "grey2": (0, 2, 0, []),
    "grey4": (0, 4, 0, []),
    "grey8": (0, 8, 0, []),
    "grey16": (0, 16, 0, []),
    "grey8-trns": (0, 8, 0, [(b"tRNS", b"\0\xff")]),
    "rgb8": (2, 8, 0, [(b"pHYs", struct.pack(">LLB", 11811, 11811, 1))]),
    "rgb16": (2, 16, 0, []),
    "rgb8-trns": (2, 8, 0, [(b"tRNS", b"\0\xff\0\xff\0\xff")]),
    "rgb8-interlaced": (2, 8, 1, []),
    "rgb8-gamma": (2, 8, 0, [(b"gAMA", struct.pack(">L", 100000))]),
    "rgb16-gamma": (2, 16, 0, [(b"gAMA", struct.pack(">L", 100000))]),
    "palette8-gamma": (3, 8, 0, [(b"gAMA", struct.pack(">L", 100000)), (b"PLTE", GREY_RAMP)]),
    "palette1": (3, 1, 0, [(b"PLTE", GREY_RAMP[-6:])]),
    "palette2": (3, 2, 0, [(b"PLTE", GREY_RAMP[:12])]),
    "palette4": (3, 4, 0, [(b"PLTE", GREY_RAMP[:48])]),
    "palette8": (3, 8, 0, [(b"PLTE", GREY_RAMP)]),
    "palette8-trns": (3, 8, 0, [(b"PLTE", GREY_RAMP), (b"tRNS", bytes(range(200)))]),
    "grey-alpha8": (4, 8, 0, []),
    "grey-alpha16": (4, 16, 0, []),
    "rgb-alpha8": (6, 8, 0, []),
    "rgb-alpha16": (6, 16, 0, []),
    "rgb-alpha8-interlaced": (6, 8, 1, []),
}
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
# x and y of the first pixel and the steps of the seven passes of Adam7
PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def chunk(kind, data):
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))


def sample(x, y, channel, width, height, bits):
    """A smooth picture with a disc in it, so that every kind has something to show."""
    value = (x * 255 // max(1, width - 1), y * 255 // max(1, height - 1), (x + y) * 255 // (width + height), 255)[channel]
    disc = (2 * x - width) ** 2 * height**2 + (2 * y - height) ** 2 * width**2 < (width * height) ** 2
    if not disc:
        value = 0 if channel == 3 else 255
    return value * 257 if bits == 16 else value >> (8 - bits)


def row(y, xs, color, bits, width, height):
    picks = {4: (0, 3)}.get(color, range(CHANNELS[color]))
    values = [sample(x, y, c, width, height, bits) for x in xs for c in picks]
    if bits == 16:
        return struct.pack(f">{len(values)}H", *values)
    per_byte = 8 // bits
    values += [0] * (-len(values) % per_byte)
    out = bytearray()
    for i in range(0, len(values), per_byte):
        byte = 0
        for v in values[i : i + per_byte]:
            byte = byte << bits | v
        out.append(byte)
    return bytes(out)


def filtered(rows, step):
    """Uses the row filters 0 to 4 in turn."""
    out, above = bytearray(), None
    for n, line in enumerate(rows):
        above = above or bytes(len(line))
        kind = n % 5
        out.append(kind)
        for i, v in enumerate(line):
            a, b, c = (line[i - step] if i >= step else 0), above[i], (above[i - step] if i >= step else 0)
            guess = a + b - c
            paeth = min((abs(guess - p), k, p) for k, p in enumerate((a, b, c)))[2]
            out.append((v - (0, a, b, (a + b) // 2, paeth)[kind]) & 255)
        above = line
    return bytes(out)


def header(width, height, bits=8, color=2, interlaced=0):
    return chunk(b"IHDR", struct.pack(">LLBBBBB", width, height, bits, color, 0, 0, interlaced))


def picture(kind, width=60, height=40):
    color, bits, interlaced, extra = KINDS[kind]
    step, data = max(1, CHANNELS[color] * bits // 8), b""
    for x0, y0, dx, dy in PASSES if interlaced else [(0, 0, 1, 1)]:
        xs = range(x0, width, dx)
        if xs:
            data += filtered([row(y, xs, color, bits, width, height) for y in range(y0, height, dy)], step)
    packed = zlib.compress(data, 9)
    halves = [packed[: len(packed) // 2], packed[len(packed) // 2 :]]
    return (SIGNATURE + header(width, height, bits, color, interlaced) + b"".join(chunk(k, d) for k, d in extra)
            + b"".join(chunk(b"IDAT", h) for h in halves) + chunk(b"IEND", b""))


def bad_checksum():
    data = bytearray(picture("rgb8"))
    data[data.index(b"IDAT") + 10] ^= 1
    return bytes(data)


def bad_filter():
    data = zlib.compress(b"".join(b"\x09" + bytes(30) for _ in range(10)))
    return SIGNATURE + header(10, 10) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def short_data():
    data = zlib.compress(bytes(31 * 4))
    return SIGNATURE + header(10, 10) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def bad_palette():
    data = zlib.compress(b"".join(b"\0" + bytes([7] * 10) for _ in range(10)))
    return SIGNATURE + header(10, 10, 8, 3) + chunk(b"PLTE", bytes(6)) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def huge(width, height):
    """A file of some hundred bytes that claims to be that large."""
    return SIGNATURE + header(width, height) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


DAMAGED = {
    "cut": lambda: picture("rgb8")[:-60],
    "cut-header": lambda: picture("rgb8")[:20],
    "bad-checksum": bad_checksum,
    "bad-filter": bad_filter,
    "short-data": short_data,
    "bad-palette": bad_palette,
    "no-data": lambda: SIGNATURE + header(10, 10) + chunk(b"IEND", b""),
    "no-pixels": lambda: huge(0, 10),
    "huge": lambda: huge(100000, 100000),
    "huge-side": lambda: huge(30000, 1),
    "huge-area": lambda: huge(19000, 19000),
}


def main():
    kind, path, size = sys.argv[1], sys.argv[2], [int(a) for a in sys.argv[3:5]]
    data = DAMAGED[kind]() if kind in DAMAGED else picture(kind, *size)
    with open(path, "wb") as f:
        f.write(data)


if __name__ == "__main__":
    main()
