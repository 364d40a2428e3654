"""Puts pictures on one contact sheet: `sheet.py SHEET.png COLUMNS FILE.ppm|FILE.pgm...` (standard library only). Each
column is as wide and each row as high as it needs."""
import re
import sys
import zlib

from makepng import SIGNATURE, chunk, header

GAP = 8


def read(path):
    with open(path, "rb") as f:
        data = f.read()
    found = re.match(rb"P([56])\s+(\d+)\s+(\d+)\s+255\s", data)
    width, height = int(found[2]), int(found[3])
    pixels = data[found.end() :]
    if found[1] == b"5":  # grey
        pixels = bytes(value for value in pixels for _ in range(3))
    return width, height, [pixels[3 * width * y : 3 * width * (y + 1)] for y in range(height)]


def main():
    out, columns, pictures = sys.argv[1], int(sys.argv[2]), [read(p) for p in sys.argv[3:]]
    widths = [max(p[0] for p in pictures[i::columns]) for i in range(min(columns, len(pictures)))]
    width = GAP + sum(w + GAP for w in widths)
    rows = []
    for first in range(0, len(pictures), columns):
        line = pictures[first : first + columns]
        rows += [b"\x90" * 3 * width] * GAP
        for y in range(max(p[1] for p in line)):
            row = b"\x90" * 3 * GAP
            for cell, (_, height, lines) in zip(widths, line):
                pixels = lines[y] if y < height else b""
                row += pixels + b"\x90" * (3 * (cell + GAP) - len(pixels))
            rows.append(row + b"\x90" * (3 * width - len(row)))
    data = zlib.compress(b"".join(b"\0" + row for row in rows))
    with open(out, "wb") as f:
        f.write(SIGNATURE + header(width, len(rows)) + chunk(b"IDAT", data) + chunk(b"IEND", b""))


if __name__ == "__main__":
    main()
