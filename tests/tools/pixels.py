"""What the pages of a PDF look like, by their pixels at 60 dpi.

pixels.py coloured FILE         how many pixels of all pages are not grey
pixels.py dark FILE             how dark they are on average, 0 (white) to 255 (black)
pixels.py share FILE #rrggbb    which share of the pixels has exactly this colour, in a million
"""
import subprocess
import sys


def pages(name, *options):
    out = subprocess.run(["pdftoppm", "-r", "60", *options, name], stdout=subprocess.PIPE, check=True).stdout
    while out:
        kind, size, _, rest = out.split(b"\n", 3)
        width, height = map(int, size.split())
        n = width * height * (3 if kind == b"P6" else 1)
        yield rest[:n]
        out = rest[n:]


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


print({"coloured": coloured, "dark": dark, "share": share}[sys.argv[1]](*sys.argv[2:]))
