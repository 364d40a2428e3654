"""Judges `--dump layout`: `layoutcheck.py FILE.layout...`, with FILE.content (--dump content) beside each.

Nothing stands outside the margins that printers keep, no texts overlap, body text is not small, the boxes come in the
order of the content (but for booklets, where pages lie side by side), and each code to scan stands there once, square, large enough and with nothing on it.
"""
import os
import re
import sys

EDGE, FOOT = 18, 36  # points: 0.25 in around, 0.5 in at the foot
SCREEN, SCREEN_EDGE = 270, 6  # the width of a phone's pages, which no printer takes; what stays free around them
TOUCH = 0.35  # points that two texts may share
BODY_SIZE = 12
CODE_SIDE = 41.9  # points: 29 modules with their quiet zone, 0.4 mm each, as a strip has it; else an inch
APART = {"field", "part", "step"}  # no text; the words under the picture of a heading, which are heard after it
NO_BODY = {"masthead", "imprint"}  # what stands at the head and the foot of the pages may be smaller
LINE = re.compile(r"(\d+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (\w+) (\w+) (-|\d+)(?: ([\d.]+): (.*))?$")


class Box:
    def __init__(self, found):
        self.page = int(found[1])
        self.x, self.y, self.w, self.h = (float(found[i]) for i in range(2, 6))
        self.kind, self.owner = found[6], found[7]
        self.node = None if found[8] == "-" else int(found[8])
        self.size, self.text = float(found[9] or 0), found[10] or ""

    def __str__(self):
        return f"page {self.page}: {self.kind} of {self.owner} at {self.x:g},{self.y:g} '{self.text[:40]}'"

    def overlaps(self, other):
        return (min(self.x + self.w, other.x + other.w) - max(self.x, other.x) > TOUCH
                and min(self.y + self.h, other.y + other.h) - max(self.y, other.y) > TOUCH)


def read(path):
    with open(path, encoding="utf-8") as f:
        head, *lines = f.read().splitlines()
    width, height, count, cut = re.match(r"paper ([\d.]+) ([\d.]+) pages (\d+)(?: cut ([\d.]+))?(?: high [\d. ]+)?$", head).groups()
    return float(width), float(height), int(count), float(cut or 0), [Box(LINE.match(line)) for line in lines]


def prepress(box, cut):
    """Whether it is a mark to cut at, or the strip that runs off the head of the page."""
    return cut > 0 and box.owner == "layout" and (
        box.kind == "rule" and (abs(box.w) == 18 or abs(box.h) == 18) or box.kind == "fill" and box.y < cut)


def body_nodes(path):
    """The numbers of the nodes that are body text: the content's lines, counted from 0, but for those in NO_BODY."""
    outside = None
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f):
            depth = len(line) - len(line.lstrip())
            if outside is not None and depth <= outside:
                outside = None
            if outside is None and line.split()[0].rstrip(":") in NO_BODY:
                outside = depth
            if outside is None:
                yield number


def check_codes(path, boxes):
    with open(path, encoding="utf-8") as f:
        nodes = [number for number, line in enumerate(f) if line.split()[0] == "code"]
    codes = [b for b in boxes if b.owner == "code"]
    if [b.node for b in codes] != nodes:
        yield f"codes of the nodes {[b.node for b in codes]} instead of {nodes}"
    for code in codes:
        if code.kind != "art" or abs(code.w - code.h) > 0.01 or code.w < CODE_SIDE:
            yield f"{code}: {code.w:g} x {code.h:g} points"
        for box in boxes:
            if box is not code and box.page == code.page and box.kind not in ("fill", "frame") and box.overlaps(code):
                yield f"{code}: under {box}"


def is_card(path, width, height):
    """A card is cut out of its sheet."""
    with open(path.removesuffix(".layout") + ".content", encoding="utf-8") as f:
        return width > height and "\n  part card" in f.read()


def check(path):
    body = set(body_nodes(path.removesuffix(".layout") + ".content"))
    width, height, count, cut, boxes = read(path)
    edge, foot = (SCREEN_EDGE, SCREEN_EDGE) if width == SCREEN else (EDGE, FOOT)
    if {b.page for b in boxes} != set(range(1, count + 1)):
        yield "a page without boxes"
    if is_card(path, width - 2 * cut, height - 2 * cut):
        foot = edge
    for box in boxes:
        # A rule or a dot may be written the other way round; an open path has no area.
        right, bottom = max(box.x, box.x + box.w), max(box.y, box.y + box.h)
        inside = (min(box.x, right) >= cut + edge and box.y >= cut + edge and right <= width - cut - edge
                  and bottom <= height - cut - foot)
        if not inside and not prepress(box, cut):
            yield f"{box}: outside the margins"
        if box.kind == "text" and box.node in body and box.size < BODY_SIZE:
            yield f"{box}: {box.size:g} pt"
    texts = [b for b in boxes if b.kind == "text"]
    for i, box in enumerate(texts):
        for other in texts[i + 1 :]:
            if box.page == other.page and box.overlaps(other):
                yield f"{box}: overlaps {other}"
    yield from check_codes(path.removesuffix(".layout") + ".content", boxes)
    last = None
    in_order = not os.path.basename(path).startswith("booklet-")
    for box in (b for b in boxes if b.node is not None and b.owner not in APART and in_order):
        if last and (box.page, box.node) < (last.page, last.node) or last and box.node < last.node:
            yield f"{box}: comes behind {last}"
        last = box


def main():
    findings = [f"{path}: {finding}" for path in sys.argv[1:] for finding in check(path)]
    print("\n".join(findings) if findings else f"layout: {len(sys.argv) - 1} handouts are laid out well")
    sys.exit(1 if findings or len(sys.argv) < 2 else 0)


if __name__ == "__main__":
    main()
