"""ICC profiles (ICC.1, version 2) of three primaries or of gray, for tests: `makeicc.py p3|adobe|gray|damaged FILE`."""
import struct
import sys

PRIMARIES = {"p3": ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)), "adobe": ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06))}
WHITE = (0.3127, 0.3290)
D50 = (0.9642, 1.0, 0.8249)
BRADFORD = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))


def apply(matrix, v):
    return tuple(sum(row[k] * v[k] for k in range(3)) for row in matrix)


def inverse(m):
    (a, b, c), (d, e, f), (g, h, i) = m
    det = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    return tuple(
        tuple(x / det for x in row)
        for row in ((e * i - f * h, c * h - b * i, b * f - c * e), (f * g - d * i, a * i - c * g, c * d - a * f), (d * h - e * g, b * g - a * h, a * e - b * d))
    )


def xyz(x, y):
    return x / y, 1.0, (1 - x - y) / y


def columns(primaries):
    """The primaries' XYZ so that they make the white, seen under D50."""
    colors, white = [xyz(*p) for p in primaries], xyz(*WHITE)
    scale = apply(inverse(tuple(zip(*colors))), white)
    here, there = apply(BRADFORD, white), apply(BRADFORD, D50)
    for color, s in zip(colors, scale):
        cone = apply(BRADFORD, [v * s for v in color])
        yield apply(inverse(BRADFORD), [c * t / h for c, t, h in zip(cone, there, here)])


def fixed(v):
    return struct.pack(">i", round(v * 65536))


def place(v):
    return b"XYZ \0\0\0\0" + b"".join(map(fixed, v))


def curve(kind):
    if kind == "p3":  # sRGB's curve, as a table
        values = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (i / 1023 for i in range(1024))]
        return b"curv\0\0\0\0" + struct.pack(">I1024H", 1024, *(round(v * 65535) for v in values))
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round({"adobe": 563 / 256, "gray": 1.8}[kind] * 256)) + b"\0\0"


def profile(kind):
    text = kind.encode()
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" * 79,
        b"cprt": b"text\0\0\0\0none\0\0\0\0",
        b"wtpt": place(D50),
    }
    if kind == "gray":
        tags[b"kTRC"] = curve(kind)
    else:
        for name, color in zip(b"rgb", columns(PRIMARIES[kind])):
            tags[bytes([name]) + b"XYZ"] = place(color)
            tags[bytes([name]) + b"TRC"] = curve(kind)
    at, table, data = 132 + 12 * len(tags), struct.pack(">I", len(tags)), b""
    for name, value in tags.items():
        value += b"\0" * (-len(value) % 4)
        table += name + struct.pack(">II", at + len(data), len(value))
        data += value
    space = b"GRAY" if kind == "gray" else b"RGB "
    head = struct.pack(">I4xI4s4s4s12x4s4x", at + len(data), 0x02400000, b"mntr", space, b"XYZ ", b"acsp")
    head = head.ljust(68, b"\0") + b"".join(map(fixed, D50))
    return head.ljust(128, b"\0") + table + data


if __name__ == "__main__":
    kind, path = sys.argv[1:]
    with open(path, "wb") as f:
        f.write(profile("p3")[:200] if kind == "damaged" else profile(kind))
