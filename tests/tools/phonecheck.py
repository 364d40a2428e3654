"""Pages for a phone: `phonecheck.py LEAST FILE.pdf...`, with FILE.layout and FILE.content (the dumps) beside each.

LEAST is the least size of letters, points. The pages are 270 points wide, which a phone shows as 360 of its pixels. What
a finger is to meet is at least 18 points (24 pixels) wide and high and shares nothing with another: links but for the
width of a short word, boxes to tick and rings. The masthead and the imprint are there once; each page has its number
and ends below what it holds.
"""
import sys

import layoutcheck
import pdfread

WIDTH, TALLEST = 270, 1240  # points
BELOW = 60  # of a page below what it holds: air, its number and the edge
FINGER = 18


def links(pdf):
    for number, page in enumerate(pdf.pages(), 1):
        for annotation in pdf.at(page, "Annots") or []:
            if pdf.at(annotation, "Subtype") == "Link":
                yield number, [float(pdf.get(v)) for v in pdf.at(annotation, "Rect")]


def overlap(a, b):
    return min(a[2], b[2]) - max(a[0], b[0]) > 0.01 and min(a[3], b[3]) - max(a[1], b[1]) > 0.01


def check_links(path):
    with open(path, "rb") as f:
        found = list(links(pdfread.read(f.read())))
    for i, (page, rect) in enumerate(found):
        if rect[3] - rect[1] < FINGER - 0.01:
            yield f"page {page}: a link is {rect[3] - rect[1]:.2f} points high"
        for other_page, other in found[i + 1 :]:
            if page == other_page and overlap(rect, other):
                yield f"page {page}: the links {rect} and {other} share an area"


def check_boxes(boxes):
    fields = [b for b in boxes if b.owner == "field" and b.kind == "frame"]
    for i, box in enumerate(fields):
        if min(box.w, box.h) < FINGER:
            yield f"{box}: {box.w:g} x {box.h:g} points"
        for other in fields[i + 1 :]:
            if box.page == other.page and box.overlaps(other):
                yield f"{box}: shares an area with {other}"


def page_heights(path):
    with open(path, encoding="utf-8") as f:
        return [float(high) for high in f.readline().partition(" high ")[2].split()]


def check_ends(path, stem, boxes):
    """Each page is as high in the file as in the layout, and not much higher than what it holds."""
    heights = page_heights(stem + ".layout")
    with open(path, "rb") as f:
        pdf = pdfread.read(f.read())
    in_file = [[float(pdf.get(v)) for v in pdf.at(page, "MediaBox")] for page in pdf.pages()]
    if [round(box[3] - box[1], 2) for box in in_file] != heights:
        yield f"the pages are {in_file} and not {heights} high"
    for page, height in enumerate(heights, 1):
        filled = max(max(b.y, b.y + b.h) for b in boxes if b.page == page and b.owner != "footer")
        if not filled < height < filled + BELOW:
            yield f"page {page}: {height:g} points high, filled down to {filled:g}"


def check(path, least):
    stem = path.removesuffix(".pdf")
    width, height, count, _, boxes = layoutcheck.read(stem + ".layout")
    if width != WIDTH or height > TALLEST:
        yield f"the pages are {width:g} x {height:g} points"
    for box in boxes:
        if box.kind == "text" and box.size < least and box.text.strip() != "!":
            yield f"{box}: {box.size:g} points"
        if box.kind == "text" and box.x + box.w > WIDTH:
            yield f"{box}: beyond the page"
    numbers = [b for b in boxes if b.owner == "footer"]
    if [b.page for b in numbers] != list(range(1, count + 1)) or any(b.owner == "header" for b in boxes):
        yield "the pages do not have their numbers and nothing else at head and foot"
    yield from check_ends(path, stem, boxes)
    yield from check_links(path)
    yield from check_boxes(boxes)


def main():
    findings = [f"{path}: {finding}" for path in sys.argv[2:] for finding in check(path, float(sys.argv[1]))]
    print("\n".join(findings), end="\n" if findings else "")
    sys.exit(1 if findings or len(sys.argv) < 3 else 0)


if __name__ == "__main__":
    main()
