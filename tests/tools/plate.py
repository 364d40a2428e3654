"""The picture of the hip as it is painted: `plate.py WHAT piriformis.svg PICTURE`, of the whole view box.

tissue PICTURE.ppm   each point that a label names lies on tissue, not on paper or the body around the opening
areas PICTURE.pgm    areas side by side differ in grey, and none but paper is paler than 236 of 255
edges PICTURE.pgm    the edges that carry meaning have 3:1 against what they lie on (WCAG 2.1, 1.4.11)
"""
import re
import sys

PALEST, STEP = 236, 10
# Points in the areas, millimetres as the drawing has them; those of the labels come from its file.
AREAS = {
    "paper": (0, 205),
    "body": (163, 60),
    "opening": (140, 34),
    "ligament": (33, 84),
    "rotators": (70, 108),
    "deep muscle": (78, 146),
    "nerve": (90.5, 146),
}
SIDE_BY_SIDE = [
    ("paper", "body"),
    ("body", "opening"),
    ("opening", "hip-bone"),
    ("opening", "sacrum"),
    ("hip-bone", "piriformis"),
    ("ligament", "piriformis"),
    ("rotators", "piriformis"),
    ("rotators", "sit-bone"),
    ("nerve", "rotators"),
    ("nerve", "deep muscle"),
    ("thigh-bone", "deep muscle"),
    ("gluteus-maximus", "sacrum"),
    ("gluteus-maximus", "gluteus-medius"),
    ("opening", "gluteus-medius"),
]
# Short ways over an edge: somewhere on each there is a line that has 3:1 against the palest of it.
EDGES = {
    "body": ((172, 78), (181.8, 78)),
    "opening": ((60, -82), (60, -66)),
    "sacrum": ((30, -40), (30, -24)),
    "hip bone": ((85, -72), (85, -58)),
    "ligament": ((36, 84), (50, 84)),
    "piriformis, above": ((84, 38), (80, 52)),
    "piriformis, below": ((98, 66), (98, 78)),
    "nerve, left": ((78, 140), (90, 140)),
    "nerve, right": ((92, 140), (103, 140)),
    "thigh bone": ((98, 142), (112, 142)),
    "ring, on the muscle": ((76.4, 54), (76.4, 68)),
    "ring, on the nerve": ((79, 79), (83, 88)),
}


def luminance(grey):
    v = grey / 255
    return v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4


class Picture:
    def __init__(self, svg, name):
        self.x, self.y, self.w, self.h = map(float, re.search(r'viewBox="([^"]*)"', svg)[1].split())
        with open(name, "rb") as f:
            data = f.read()
        head = re.match(rb"P([56])\s+(\d+)\s+(\d+)\s+255\s", data)
        self.columns, self.rows, self.pixels = int(head[2]), int(head[3]), data[head.end() :]
        self.channels = 1 if head[1] == b"5" else 3

    def at(self, x, y):
        column = min(int((x - self.x) / self.w * self.columns), self.columns - 1)
        row = min(int((y - self.y) / self.h * self.rows), self.rows - 1)
        return self.pixels[self.channels * (row * self.columns + column)]

    def color(self, x, y):
        column, row = int((x - self.x) / self.w * self.columns), int((y - self.y) / self.h * self.rows)
        return self.pixels[3 * (row * self.columns + column) :][:3]

    def area(self, x, y):
        around = sorted(self.at(x + dx / 2, y + dy / 2) for dx in range(-2, 3) for dy in range(-2, 3))
        return around[len(around) // 2]

    def contrast(self, a, b):
        way = [self.at(a[0] + (b[0] - a[0]) * t / 200, a[1] + (b[1] - a[1]) * t / 200) for t in range(201)]
        return (luminance(max(way)) + 0.05) / (luminance(min(way)) + 0.05)


def tissue(picture, points):
    ground = {name: picture.color(*AREAS[name]) for name in ("paper", "body")}
    for name, at in points.items():
        for where, color in ground.items():
            # an area has one color: bone differs from the body around the opening by 13, and by hue
            if name != "pressing-point" and sum(abs(a - b) for a, b in zip(picture.color(*at), color)) < 10:
                yield f"at-{name} points at {where}"


def areas(picture, points):
    grey = {name: picture.area(*at) for name, at in (points | AREAS).items()}
    for name, value in grey.items():
        if name not in ("paper", "pressing-point") and value > PALEST:
            yield f"{name} is {value} of 255"
    for a, b in SIDE_BY_SIDE:
        if abs(grey[a] - grey[b]) < STEP:
            yield f"{a} and {b} are {grey[a]} and {grey[b]} of 255"


def edges(picture, _):
    for name, (a, b) in EDGES.items():
        if picture.contrast(a, b) < 3:
            yield f"the edge of {name} has {picture.contrast(a, b):.2f}:1"


def main():
    with open(sys.argv[2], encoding="utf-8") as f:
        svg = f.read()
    points = {n: (float(x), float(y)) for n, x, y in re.findall(r'id="at-([a-z-]+)" cx="([^"]*)" cy="([^"]*)"', svg)}
    what = {"tissue": tissue, "areas": areas, "edges": edges}[sys.argv[1]]
    wrong = list(what(Picture(svg, sys.argv[3]), points))
    if len(points) < 16:
        wrong.append(f"only {len(points)} points were found")
    print("\n".join(wrong))
    sys.exit(bool(wrong))


main()
