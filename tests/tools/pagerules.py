"""The rules of whole pages: `pagerules.py [--few PERCENT] [--baselines] CONTENT LAYOUT`, from --dump content and --dump layout.

Prints one line for each breach: "RULE page N: words". What is checked: a card that says when to get help, and the signs
in it, on one page; a picture on the page of its heading; a page as full as --few asks (70), unless the next one begins
with what has no room on it, or it is the last of its part, which is at least half as full as that; the head of a table
on each of its pages; the plate as wide as its page lets it be; and with --baselines that lines side by side are level or
clearly not.
"""
import argparse

import dumpread

CARDS = {"emergency", "emergency-short", "now", "today", "visit", "limits"}
LEVEL, APART = 0.1, 3.0  # points
PLATE = 0.8  # of the width of the type area


class Box:
    def __init__(self, line):
        head, _, self.text = line.partition(": ")
        f = head.split()
        self.page, (self.x, self.y, self.w, self.h), self.kind, self.owner = int(f[0]), map(float, f[1:5]), f[5], f[6]
        self.node = None if f[7] == "-" else int(f[7])
        self.size = float(f[8]) if self.kind == "text" else 0


class Pages:
    def __init__(self, content, layout):
        self.nodes = list(dumpread.read(content).walk())
        with open(layout, encoding="utf-8") as f:
            lines = f.read().split("\n")[:-1]
        self.height = float(lines[0].split()[2])
        self.n = int(lines[0].split()[4])
        self.boxes = [Box(line) for line in lines[1:]]
        for box in self.boxes:
            assert box.node is None or self.nodes[box.node].kind == box.owner, (box.node, box.owner, self.nodes[box.node].kind)
        self.found = []

    def say(self, rule, page, words):
        self.found.append(f"{rule} page {page}: {words}")

    def is_content(self, box):
        if box.owner in ("header", "footer"):
            return False
        return box.node is None or not self.nodes[box.node].inside("masthead", "imprint")

    def pages_of(self, node):
        below = {id(n) for n in node.walk()}
        return {b.page for b in self.boxes if b.node is not None and id(self.nodes[b.node]) in below}

    def part_of(self, node):
        while node.kind != "part":
            node = node.parent
        return node


def heading_above(node):
    """Of the section or box that the node is in; a part's title is above all of its pages."""
    while node.parent.kind != "part":
        node = node.parent
        if node.kids[0].kind == "heading":
            return node.kids[0]
    return None


def cards_are_whole(p):
    for node in p.nodes:
        if node.kind == "box" and CARDS & set(node.attributes) and len(p.pages_of(node)) > 1:
            p.say("whole", min(p.pages_of(node)), f"the card {node.attributes[0]} is cut")


def pictures_stay(p):
    for node in p.nodes:
        if node.kind == "figure":
            heading = heading_above(node)
            pages = {b.page for b in p.boxes if b.kind in ("art", "picture") and b.node == p.nodes.index(node)}
            if heading and not pages <= p.pages_of(heading):
                p.say("picture", min(pages), f"the heading “{heading.text}” is on page {max(p.pages_of(heading))}")


def tables_have_heads(p):
    for node in p.nodes:
        if node.kind != "table":
            continue
        head = node.kids[0].kids[1].text
        for page in p.pages_of(node):
            if not any(b.page == page and b.text.strip() == head for b in p.boxes):
                p.say("table", page, "the table goes on without its head")


def area_of(p):
    """The top and the foot of the type area."""
    foot = min(b.y for b in p.boxes if b.owner == "footer" or b.node is not None and p.nodes[b.node].inside("imprint"))
    return min(b.y for b in p.boxes if p.is_content(b)), foot


WHOLE = {"box", "step", "figure", "client"}  # what no page end may cut
WEEK = 7  # days of a tracker that stay together
LINES = 2  # of a paragraph that stay together at a page's foot


def next_piece(p, page):
    """The boxes of what the next page begins with and cannot be cut: what stands level with it goes with it."""
    boxes = sorted((b for b in p.boxes if b.page == page + 1 and p.is_content(b)), key=lambda b: b.y)
    end = None
    piece = []
    for box in boxes:
        if end is not None and box.y >= end:
            break
        piece.append(box)
        end = max(end or 0, piece_end(p, boxes, box))
    return piece, end


def bottom_of(p, boxes, nodes):
    ids = {id(n) for node in nodes for n in node.walk()}
    return max((b.y + b.h for b in boxes if b.node is not None and id(p.nodes[b.node]) in ids), default=0)


def piece_end(p, boxes, box):
    """How far down what the box belongs to goes before a page may end."""
    if box.node is None:
        return box.y + box.h
    node = p.nodes[box.node]
    for above in node.ancestors():
        if above.kind in WHOLE:
            return bottom_of(p, boxes, [above])
        if above.parent is not None and above.parent.kind == "days":
            return bottom_of(p, boxes, above.parent.kids[:WEEK])
    if node.kind == "heading":  # it stays with what comes below it, and with its pictures
        below = [b for b in boxes if b.node is not None and b.node != box.node and b.y >= box.y + box.h]
        pictures = [n for n in node.next() if n.kind == "figure"] if node.parent.kind == "section" else []
        return max(piece_end(p, boxes, below[0]) if below else 0, bottom_of(p, boxes, [node] + pictures))
    days = [n for n in node.next() if n.kind == "days"] if node.kind == "para" else []
    if days:  # the words above a tracker stay with it
        return bottom_of(p, boxes, days[0].kids[:WEEK])
    lines = sorted({b.y + b.h for b in boxes if b.node == box.node})
    return lines[min(LINES, len(lines)) - 1]


def pages_are_full(p, few):
    """A page with less has no room for what the next one begins with; a part's last page is half as full at least."""
    top, foot = area_of(p)
    parts = [n for n in p.nodes if n.kind == "part"]
    last = {max(p.pages_of(part)) for part in parts if p.pages_of(part)}
    for page in range(1, p.n + 1):
        end = max((b.y + b.h for b in p.boxes if b.page == page and p.is_content(b)), default=top)
        full = 100 * (end - top) / (foot - top)
        if full >= (few / 2 if page in last else few):
            continue
        piece, below = next_piece(p, page) if page not in last else ([], 0)
        if piece and end + below - min(b.y for b in piece) > foot:
            continue
        p.say("full", page, f"{full:.0f} % full")


def plate_is_large(p):
    width = max(b.x + b.w for b in p.boxes if p.is_content(b) and b.node is not None) - min(
        b.x for b in p.boxes if p.is_content(b) and b.node is not None)
    for node in p.nodes:
        if node.kind == "figure" and any(k.kind == "label" for k in node.kids):
            below = {id(n) for n in node.walk() if n.kind != "caption"}
            own = [b for b in p.boxes if b.node is not None and id(p.nodes[b.node]) in below]
            if not own:
                continue
            wide = max(b.x + b.w for b in own) - min(b.x for b in own)
            if wide < PLATE * width:
                p.say("plate", own[0].page, f"{100 * wide / width:.0f} % of the width")


def is_running(p, box):
    if box.kind != "text" or box.node is None or not p.is_content(box):
        return False
    node = p.nodes[box.node]
    return node.kind in ("para", "item") and not node.inside("box", "step", "figure", "client") and \
        "worksheet" not in p.part_of(node).attributes


def lines_are_level(p):
    lines = [b for b in p.boxes if is_running(p, b)]
    for i, a in enumerate(lines):
        for b in lines[i + 1 :]:
            side_by_side = a.page == b.page and a.size == b.size and (a.x + a.w <= b.x or b.x + b.w <= a.x)
            apart = abs(a.y - b.y)
            if side_by_side and apart < a.h / 2 and LEVEL < apart < APART:
                p.say("level", a.page, f"{apart:.2f} points apart: “{a.text.strip()}” and “{b.text.strip()}”")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--few", type=float, default=70)
    parser.add_argument("--baselines", action="store_true")
    parser.add_argument("content")
    parser.add_argument("layout")
    args = parser.parse_args()
    p = Pages(args.content, args.layout)
    for rule in (cards_are_whole, pictures_stay, tables_have_heads, plate_is_large):
        rule(p)
    pages_are_full(p, args.few)
    if args.baselines:
        lines_are_level(p)
    print("\n".join(p.found), end="\n" if p.found else "")


if __name__ == "__main__":
    main()
