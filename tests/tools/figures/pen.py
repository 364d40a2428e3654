"""Smooth outlines through points, as SVG. A point is "x,y", a corner "x,y!"; `Place` turns, scales and moves points."""
import math
import re

UNIT = 2  # whole numbers of the file that one unit of the drawings is: whole numbers take the least room in a PDF
WEIGHT = 2.1  # the contour
TOLERANCE = 0.8  # how far curves may miss the line through the points
ROLES = {"ink": "#22302f", "cloth": "#2f8f84", "dark": "#0b5f5a", "ground": "#d7ebe7", "object": "#e8963a"}
OWN = {"skin": "#e6d0bd", "tan": "#cfa27f", "deep": "#a9744f", "blush": "#e0bba8", "flush": "#c08a69", "warm": "#96603f",
       "shade": "#b08f76", "black": "#3a3330", "brown": "#7d5b45", "gray": "#b9b6b2", "paper": "#ffffff", "red": "#a3161c",
       "rose": "#e9a79f", "water": "#a9cfe3", "linen": "#cfc8bc"}


def points(text):
    return [tuple(float(v) for v in word.rstrip("!").split(",")) + (word.endswith("!"),) for word in text.split()]


class Place:
    """Turns by degrees, clockwise as seen, scales and moves; `flip` mirrors left and right before."""

    def __init__(self, x=0, y=0, turn=0, scale=1, flip=False):
        angle = math.radians(turn)
        self.x, self.y, self.cos, self.sin = x, y, scale * math.cos(angle), scale * math.sin(angle)
        self.sign = -1 if flip else 1

    def __call__(self, p):
        x, y = self.sign * p[0], p[1]
        return (self.x + x * self.cos - y * self.sin, self.y + x * self.sin + y * self.cos) + tuple(p[2:])


def tangent(a, b, c):
    """The direction in b of a circle through three points."""
    first, second = math.dist(a[:2], b[:2]) or 1e-6, math.dist(b[:2], c[:2]) or 1e-6
    x, y = ((b[i] - a[i]) / first * second + (c[i] - b[i]) / second * first for i in (0, 1))
    length = math.hypot(x, y) or 1e-6
    return x / length, y / length


def segments(line, closed):
    """(control, control, end) of each cubic curve; the controls of a straight line are None."""
    n = len(line)
    ends = range(n) if closed else range(1, n - 1)
    turns = {i: tangent(line[i - 1], line[i], line[(i + 1) % n]) for i in ends if not line[i][2]}
    for i in range(n if closed else n - 1):
        k = (i + 1) % n
        p, q, reach = line[i], line[k], 0.37 * math.dist(line[i][:2], line[k][:2])
        a = i in turns and (p[0] + turns[i][0] * reach, p[1] + turns[i][1] * reach)
        b = k in turns and (q[0] - turns[k][0] * reach, q[1] - turns[k][1] * reach)
        if not a and not b:
            yield None, None, q
        else:
            yield a or [(u + v) / 2 for u, v in zip(p, b)], b or [(u + v) / 2 for u, v in zip(q, a)], q


def at(curve, t):
    weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3
    return tuple(sum(w * p[i] for w, p in zip(weights, curve)) for i in (0, 1))


def unit(a, b):
    length = math.dist(a, b) or 1e-9
    return (b[0] - a[0]) / length, (b[1] - a[1]) / length


def nearest(run, places, first, last):
    """The curve with these directions at its ends that is nearest to the points of the run, which are at these places
    of it (P. Schneider, "An algorithm for automatically fitting digitized curves", 1990)."""
    p, q = run[0], run[-1]
    c00 = c01 = c11 = x0 = x1 = 0.0
    for point, t in zip(run, places):
        b = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3
        a0, a1 = [b[1] * v for v in first], [b[2] * v for v in last]
        rest = [point[i] - p[i] * (b[0] + b[1]) - q[i] * (b[2] + b[3]) for i in (0, 1)]
        c00 += a0[0] * a0[0] + a0[1] * a0[1]
        c01 += a0[0] * a1[0] + a0[1] * a1[1]
        c11 += a1[0] * a1[0] + a1[1] * a1[1]
        x0 += a0[0] * rest[0] + a0[1] * rest[1]
        x1 += a1[0] * rest[0] + a1[1] * rest[1]
    det, chord = c00 * c11 - c01 * c01, math.dist(p, q)
    reach = ((x0 * c11 - x1 * c01) / det, (c00 * x1 - c01 * x0) / det) if abs(det) > 1e-9 else (0, 0)
    if min(reach) < chord / 100:
        reach = chord / 3, chord / 3
    return p, *((e[0] + d[0] * r, e[1] + d[1] * r) for e, d, r in ((p, first, reach[0]), (q, last, reach[1]))), q


def fit(run, first, last):
    """As few curves as come within TOLERANCE of all points of the run, one after the other."""
    ways = [0.0]
    for a, b in zip(run, run[1:]):
        ways.append(ways[-1] + math.dist(a, b))
    places = [way / ways[-1] for way in ways]
    for _ in range(6):
        curve = nearest(run, places, first, last)
        errors = [math.dist(point, at(curve, t)) for point, t in zip(run, places)]
        if max(errors) <= TOLERANCE or len(run) < 4:
            return [curve]
        steps = [(k - 8) / 400 for k in range(17)]
        places = [min((math.dist(point, at(curve, min(1, max(0, t + d)))), min(1, max(0, t + d))) for d in steps)[1]
                  for point, t in zip(run, places)]
    cut = min(max(errors.index(max(errors)), 1), len(run) - 2)
    back = unit(run[cut + 1], run[cut - 1])
    return fit(run[: cut + 1], first, back) + fit(run[cut:], (-back[0], -back[1]), last)


def strokes(line, closed):
    """Straight lines, as their end alone, and curves, as two controls and an end: between two corners as few as can be."""
    pieces, start = list(segments(line, closed)), line[0]
    run = []
    for i, (a, b, end) in enumerate(pieces):
        if a is None:
            yield end[:2],
        else:
            curve = start[:2], a, b, end[:2]
            run += [] if run else [(start[:2], unit(start[:2], a))]
            run += [at(curve, k / 12) for k in range(1, 13)]
            final = i + 1 == len(pieces) or end[2] or pieces[i + 1][0] is None
            if final:
                begin, direction = run[0]
                for fitted in fit([begin] + run[1:], direction, unit(end[:2], b)):
                    yield fitted[1:]
                run = []
        start = end


def path(line, closed):
    def whole(p):
        return round(p[0] * UNIT), round(p[1] * UNIT)

    here = whole(line[0])
    out, last = f"M{here[0]} {here[1]}", ""
    for stroke in strokes(line, closed):
        to = [whole(p) for p in stroke]
        numbers = "".join(f"{v:+d}" for p in to for v in (p[0] - here[0], p[1] - here[1])).replace("+", " ")
        command = "c" if len(to) == 3 else "l"
        out += numbers if command == last else command + numbers.lstrip()
        last, here = command, to[-1]
    return out + ("z" if closed else "")


def bounds(data, spare):
    """left, top, right, bottom of path data made here, a margin of `spare` added, as whole numbers."""
    x, y, found = 0, 0, []
    for command, numbers in re.findall("([MLCcl])([^MLCclz]*)", data):
        values = [int(v) for v in re.findall(r"-?\d+", numbers)]
        step = 6 if command in "Cc" else 2
        for i in range(0, len(values), step):
            base = (x, y) if command in "cl" else (0, 0)
            curve = [(values[k] + base[0], values[k + 1] + base[1]) for k in range(i, i + step, 2)]
            if step == 6:
                a, b, c, d = (x, y), *curve
                for t in (k / 20 for k in range(21)):
                    weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3
                    found.append(tuple(sum(w * p[j] for w, p in zip(weights, (a, b, c, d))) for j in (0, 1)))
            x, y = curve[-1]
            found.append((x, y))
    return (math.floor(min(p[0] for p in found) - spare), math.floor(min(p[1] for p in found) - spare),
            math.ceil(max(p[0] for p in found) + spare), math.ceil(max(p[1] for p in found) + spare))


class Picture:
    """Its view box is what is painted and a unit around."""

    def __init__(self, name, title, description):
        self.name, self.title, self.description = name, title, description
        self.elements, self.boxes = [], []

    def add(self, element, fill, stroke, width, dash=None, name=None):
        def paint(kind, color):
            value = f"url(#dgs-{color}) {ROLES[color]}" if color in ROLES else OWN[color]
            return f' {kind}="{value}"'

        words = (f' id="{name}"' if name else "") + (paint("fill", fill) if fill else ' fill="none"')
        if stroke:
            words += paint("stroke", stroke) + f' stroke-width="{round(width * UNIT)}"'
        if dash:
            words += f' stroke-dasharray="{" ".join(str(round(v * UNIT)) for v in dash)}"'
        kind, geometry = element
        self.boxes.append(bounds(geometry, round(width * UNIT) / 2 if stroke else 0))
        self.elements.append(f"    <{kind}{words} {geometry}/>")

    def trace(self, line, place, closed):
        line = points(line) if isinstance(line, str) else line
        return "path", f'd="{path([place(p) for p in line] if place else line, closed)}"'

    def shape(self, fill, line, place=None, stroke="ink", width=WEIGHT, closed=True, dash=None, name=None):
        self.add(self.trace(line, place, closed), fill, stroke, width, dash, name)

    def line(self, line, place=None, stroke="ink", width=1.8, dash=None, name=None):
        self.add(self.trace(line, place, False), None, stroke, width, dash, name)

    def lines(self, lines, place=None, stroke="ink", width=1.8, dash=None, name=None):
        """Lines of one kind as one path, which takes less room than one each."""
        traces = [self.trace(line, place, False)[1][3:-1] for line in lines]
        self.add(("path", f'd="{"".join(traces)}"'), None, stroke, width, dash, name)

    def point(self, name, x, y):
        """Where the leader of a label with this name ends; it is not painted."""
        self.elements.append(f'    <circle id="at-{name}" cx="{round(x * UNIT)}" cy="{round(y * UNIT)}" r="0"/>')

    def rounded(self, x, y, width, height, radius):
        """A box with round corners as a path: rx would not give whole numbers."""
        right, bottom, bend = x + width, y + height, 0.448 * radius
        corners = ((right, y, -1, 0, 0, 1), (right, bottom, 0, -1, -1, 0), (x, bottom, 1, 0, 0, -1), (x, y, 0, 1, 1, 0))
        out, at = "", None
        for cx, cy, ax, ay, bx, by in corners:
            steps = [(cx + ax * reach, cy + ay * reach) for reach in (radius, bend)]
            steps += [(cx + bx * reach, cy + by * reach) for reach in (bend, radius)]
            whole = [(round(u * UNIT), round(v * UNIT)) for u, v in steps]
            if at != whole[0]:
                out += ("L" if at else "M") + "%d %d" % whole[0]
            out += "C" + " ".join("%d %d" % p for p in whole[1:])
            at = whole[-1]
        return "path", f'd="{out}z"'

    def disc(self, fill, x, y, radius, stroke=None, width=WEIGHT, name=None):
        self.add(self.rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius), fill, stroke, width, None, name)

    def box(self, fill, x, y, width, height, radius, stroke=None, weight=WEIGHT, name=None):
        self.add(self.rounded(x, y, width, height, radius), fill, stroke, weight, None, name)

    def limb(self, fill, chain, place=None, name=None, ends=(1, 1)):
        """The outline round circles "x,y,radius"; `ends` says how round it begins and ends, 0 is flat."""
        chain = [tuple(float(v) for v in word.split(",")) for word in chain.split()]
        left, right, last = [], [], len(chain) - 1
        for i, (x, y, radius) in enumerate(chain):
            a, b = chain[max(0, i - 1)], chain[min(last, i + 1)]
            length = math.dist(a[:2], b[:2])
            across = radius * (a[1] - b[1]) / length, radius * (b[0] - a[0]) / length
            corner = ends[0] == 0 and i == 0 or ends[1] == 0 and i == last
            left.append((x + across[0], y + across[1], corner))
            right.append((x - across[0], y - across[1], corner))

        def cap(at, inner, round_by):
            length = math.dist(at[:2], inner[:2])
            reach = at[2] * round_by / length
            return [(at[0] + (at[0] - inner[0]) * reach, at[1] + (at[1] - inner[1]) * reach, False)] if round_by else []

        outline = left + cap(chain[-1], chain[-2], ends[1]) + right[::-1] + cap(chain[0], chain[1], ends[0])
        self.shape(fill, outline, place, name=name)

    def svg(self):
        left, top = (min(b[i] for b in self.boxes) - UNIT for i in (0, 1))
        right, bottom = (max(b[i] for b in self.boxes) + UNIT for i in (2, 3))
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {right - left} {bottom - top}">'
        group = '  <g stroke-linecap="round" stroke-linejoin="round">'
        words = [f"  <title>{self.title}</title>", f"  <desc>{self.description}</desc>"]
        return "\n".join([head, *words, group, *self.elements, "  </g>", "</svg>", ""])
