"""Golden pictures of pages, 72 dpi in grey: compares them with pages as they are rendered now at 144 dpi (PGM).

  pictures.py write GOLDEN.png PAGE.pgm          writes a golden picture: 16 greys are enough, and small
  pictures.py compare GOLDEN.png PAGE.pgm...     pairs; one line for each page that looks different
  pictures.py move PAGE.pgm X Y W H DX DY OUT.pgm   moves a rectangle, given in pixels of PAGE

Each page is scaled to half its size, and the greys of cells of 4 x 4 pixels are compared. That forgives what renderers
do differently (the edges of letters, where a letter falls between pixels), and sees a line that moved by 2 points.
"""
import re
import struct
import sys
import zlib

from makepng import SIGNATURE, chunk

CELL = 4
CLEARLY, CELLS, MEAN = 34, 10, 3  # greys of 255 in one cell, how many such cells are allowed, greys over the page


def read_pgm(path):
    with open(path, "rb") as f:
        data = f.read()
    found = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    return int(found[1]), int(found[2]), data[found.end() :]


def read_page(path):
    """At half its size."""
    width, height, pixels = read_pgm(path)
    rows = [pixels[width * y : width * (y + 1)] for y in range(height)]
    halved = (bytes((a + b + c + d) // 4 for a, b, c, d in zip(upper[::2], upper[1::2], lower[::2], lower[1::2]))
              for upper, lower in zip(rows[::2], rows[1::2]))
    return width // 2, height // 2, b"".join(halved)


def write_png(path, width, height, pixels):
    level = bytes(round(v / 17) * 17 for v in range(256))
    pixels = pixels.translate(level)
    rows = b"".join(b"\0" + pixels[width * y : width * (y + 1)] for y in range(height))
    head = chunk(b"IHDR", struct.pack(">LLBBBBB", width, height, 8, 0, 0, 0, 0))
    with open(path, "wb") as f:
        f.write(SIGNATURE + head + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def read_png(path):
    """Reads what write_png wrote: 8-bit grey without filters."""
    with open(path, "rb") as f:
        data = f.read()
    width, height = struct.unpack(">LL", data[16:24])
    start = data.index(b"IDAT")
    rows = zlib.decompress(data[start + 4 : start + 4 + struct.unpack(">L", data[start - 4 : start])[0]])
    assert len(rows) == (width + 1) * height, f"{path} was not written by pictures.py"
    return width, height, b"".join(rows[(width + 1) * y + 1 : (width + 1) * (y + 1)] for y in range(height))


def cells(width, height, pixels):
    """{(x, y): mean grey}"""
    found = {}
    for top in range(0, height, CELL):
        rows = [pixels[width * y : width * (y + 1)] for y in range(top, min(height, top + CELL))]
        for left in range(0, width, CELL):
            total = sum(sum(row[left : left + CELL]) for row in rows)
            found[left, top] = total / len(rows) / min(CELL, width - left)
    return found


def difference(golden, page):
    """None, or a sentence."""
    old, new = read_png(golden), read_page(page)
    if old[:2] != new[:2]:
        return f"{new[0]} x {new[1]} pixels, not {old[0]} x {old[1]}"
    old, new = cells(*old), cells(*new)
    off = {place: abs(old[place] - new[place]) for place in old}
    clear = sorted((place for place in off if off[place] > CLEARLY), key=off.get, reverse=True)
    mean = sum(off.values()) / len(off)
    if len(clear) <= CELLS and mean <= MEAN:
        return None
    places = ", ".join(f"{x},{y}" for x, y in clear[:5])
    return f"{len(clear)} cells look different (at {places}), {mean:.1f} greys in the mean"


def move(page, x, y, width, height, dx, dy, out):
    page_width, page_height, pixels = read_pgm(page)
    moved = bytearray(pixels)
    for row in range(y, y + height):
        moved[page_width * row + x : page_width * row + x + width] = b"\xff" * width
    for row in range(y, y + height):
        at = page_width * row + x
        to = at + page_width * dy + dx
        moved[to : to + width] = pixels[at : at + width]
    with open(out, "wb") as f:
        f.write(b"P5\n%d %d\n255\n" % (page_width, page_height) + moved)


def main():
    command, *rest = sys.argv[1:]
    if command == "write":
        write_png(rest[0], *read_page(rest[1]))
    elif command == "move":
        move(rest[0], *map(int, rest[1:7]), rest[7])
    else:
        pairs = list(zip(rest[::2], rest[1::2]))
        findings = [f"{page}: {found}" for golden, page in pairs if (found := difference(golden, page))]
        print("\n".join(findings) if findings else f"pictures: {len(pairs)} pages look as before")
        sys.exit(1 if findings or not pairs else 0)


if __name__ == "__main__":
    main()
