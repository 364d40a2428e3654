"""Logos of every kind that the program takes, and now and then of one that it does not: makepng.py, cjpeg, convert."""
import os
import subprocess

import letters  # noqa: F401  puts tests/tools on the path
import makepng

SIDES = (1, 7, 16, 40, 90, 160, 240)


def png(draw, path):
    with open(path + ".png", "wb") as f:
        f.write(makepng.picture(draw.choice(sorted(makepng.KINDS)), draw.choice(SIDES), draw.choice(SIDES)))
    return path + ".png"


def pixels(draw, channels):
    """A PPM or PGM file: coloured stripes on white."""
    width, height, step = draw.choice(SIDES), draw.choice(SIDES), draw.randint(2, 30)
    inks = [bytes(draw.randrange(256) for _ in range(channels)) for _ in range(3)] + [b"\xff" * channels]
    rows = b"".join(inks[(x // step + y // step) % 4] for y in range(height) for x in range(width))
    return b"P%d %d %d 255\n" % (6 if channels == 3 else 5, width, height) + rows


def jpeg(draw, path):
    ways = [["cjpeg"], ["cjpeg", "-progressive"], ["cjpeg", "-grayscale"], ["cjpeg", "-rgb"], ["cjpeg", "-sample", "1x1"],
            ["cjpeg", "-quality", "5"], ["cjpeg", "-restart", "1"], ["convert", "ppm:-", "-colorspace", "CMYK", "jpg:-"]]
    way = draw.choice(ways)
    channels = 1 if len(way) < 3 and "-rgb" not in way and draw.random() < 0.2 else 3
    data = subprocess.run(way, input=pixels(draw, channels), check=True, capture_output=True).stdout
    with open(path + ".jpg", "wb") as f:
        f.write(data)
    return path + ".jpg"


def color(draw):
    return "#%06x" % draw.randrange(1 << 24)


def shape(draw, paint):
    at = [draw.randint(0, 100) for _ in range(6)]
    return draw.choice((
        '<rect x="{0}" y="{1}" width="{2}" height="{3}" rx="{4}" {p}/>', '<circle cx="{0}" cy="{1}" r="{2}" {p}/>',
        '<ellipse cx="{0}" cy="{1}" rx="{2}" ry="{3}" {p}/>', '<path d="M{0} {1}L{2} {3} {4} {5}z" {p}/>',
        '<path d="M{0} {1}c{2} {3} {4} {5} 9 9q1 2 3 4t5 6a{2} {3} 10 0 1 5 5" {p}/>',
        '<polygon points="{0},{1} {2},{3} {4},{5}" {p}/>', '<line x1="{0}" y1="{1}" x2="{2}" y2="{3}" {p}/>',
        '<g transform="translate({0} {1}) rotate({2}) scale(.5)"><path d="M1 2h30v40l-{3} 1z" {p}/></g>')).format(*at, p=paint)


def svg(draw, path):
    """Within our own subset, or beyond it: gradients and opacity, which rsvg-convert draws."""
    beyond = draw.random() < 0.4
    paints = [f'fill="{color(draw)}"', f'fill="none" stroke="{color(draw)}" stroke-width="{draw.randint(1, 9)}"',
              f'style="fill:{color(draw)};stroke:teal"']
    if beyond:
        paints += ['fill="url(#g)"', 'fill="url(#g)"', f'opacity=".{draw.randint(1, 9)}"']
    body = "".join(shape(draw, draw.choice(paints)) for _ in range(draw.randint(1, 9)))
    shades = (f'<defs><linearGradient id="g"><stop offset="0" stop-color="{color(draw)}"/>'
              f'<stop offset="1" stop-color="{color(draw)}"/></linearGradient></defs>' if beyond else "")
    with open(path + ".svg", "w", encoding="utf-8") as f:
        f.write(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {draw.randint(20, 200)} {draw.randint(20, 120)}">'
                f"{shades}{body}</svg>")
    return path + ".svg"


def damaged(draw, path):
    with open(path + ".png", "wb") as f:
        f.write(makepng.DAMAGED[draw.choice(sorted(makepng.DAMAGED))]())
    return path + ".png"


def logo(draw, folder, name="logo"):
    """The file's name."""
    kind = draw.choice((png, png, png, jpeg, jpeg, svg, svg)) if draw.random() < 0.97 else damaged
    return os.path.basename(kind(draw, os.path.join(folder, name)))
