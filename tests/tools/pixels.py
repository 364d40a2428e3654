"""What the pages of a PDF look like, by their pixels at 60 dpi.

pixels.py coloured FILE         how many pixels of all pages are not grey
pixels.py dark FILE             how dark they are on average, 0 (white) to 255 (black)
pixels.py share FILE #rrggbb    which share of the pixels has exactly this colour, in a million
pixels.py flat FILE PAGE LOW HIGH   how many pixels of areas (3 x 3 alike, at 150 dpi) from that page on, printed in
                                    grey, are from LOW to HIGH
"""
import subprocess
import sys


def sized_pages(name, *options):
    out = subprocess.run(["pdftoppm", *options, name], stdout=subprocess.PIPE, check=True).stdout
    while out:
        kind, size, _, rest = out.split(b"\n", 3)
        width, height = map(int, size.split())
        n = width * height * (3 if kind == b"P6" else 1)
        yield width, rest[:n]
        out = rest[n:]


def pages(name, *options):
    return (page for _, page in sized_pages(name, "-r", "60", *options))


def coloured(name):
    return sum(a != b or b != c for page in pages(name) for a, b, c in zip(page[::3], page[1::3], page[2::3]))


def dark(name):
    grey = b"".join(pages(name, "-gray"))
    return f"{255 - sum(grey) / len(grey):.3f}"


def share(name, colour):
    wanted = bytes.fromhex(colour.lstrip("#"))
    found = total = 0
    for page in pages(name):
        total += len(page) // 3
        found += sum(page[i : i + 3] == wanted for i in range(0, len(page), 3))
    return found * 1000000 // total


def flat(name, first, low, high):
    low, high, found = int(low), int(high), 0
    for width, page in sized_pages(name, "-gray", "-r", "150", "-f", first):
        for i in range(width + 1, len(page) - width - 1):
            if low <= page[i] <= high:
                around = {page[i + dy + dx] for dy in (-width, 0, width) for dx in (-1, 0, 1)}
                found += len(around) == 1
    return found


print({"coloured": coloured, "dark": dark, "share": share, "flat": flat}[sys.argv[1]](*sys.argv[2:]))
