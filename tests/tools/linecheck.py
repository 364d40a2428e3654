"""How the lines of body text end: `linecheck.py length|ends FILE.layout...` (--dump layout), FILE.content (--dump content) beside.

  length   lines that are too long for the eye
  ends     numbers cut off from their units, and too many last lines of one word, which it lists in any case
"""
import re
import sys
from itertools import groupby

import layoutcheck

LONGEST = 75  # characters: 30 em; WCAG 1.4.8 asks for at most 80
LONELY = 0.1  # of the paragraphs of two lines and more may end in a line of one word
TEXTS = {"para", "item", "caption", "heading"}
UNIT = re.compile(r"(cups?|drinks?|hours?|minutes?|days?|weeks?|months?|years?|times|steps|breaks|uses?|am|pm|cm|mm|ml|kg)\b", re.I)
NUMBER = re.compile(r"(?:^|\s)[“(]?\d+$")


def paragraphs(path):
    """Lists of boxes, one a line. A column or page may end within a paragraph; a step's number is no line."""
    body = set(layoutcheck.body_nodes(path.removesuffix(".layout") + ".content"))
    boxes = layoutcheck.read(path)[4]
    lines = [b for b in boxes if b.kind == "text" and b.node in body and b.owner in TEXTS]
    for _, group in groupby(lines, key=lambda b: (b.node, b.size)):
        yield list(group)


def length(path):
    for line in (line for lines in paragraphs(path) for line in lines):
        if len(line.text.strip()) > LONGEST:
            yield f"{line}: {len(line.text.strip())} characters, {LONGEST} are allowed"


def ends(path):
    for lines in paragraphs(path):
        for line, following in zip(lines, lines[1:]):
            end, start = line.text.strip(), following.text
            if NUMBER.search(end) and UNIT.match(start) or re.search(r"\bpage$", end) and start[:1].isdigit():
                yield f"{line}: '{end.split()[-1]}' is cut off from '{start.split()[0]}'"
    several = [lines for lines in paragraphs(path) if len(lines) > 1 and lines[0].owner != "heading"]
    lonely = [lines[-1] for lines in several if len(lines[-1].text.split()) == 1]
    said = f"{len(lonely)} of {len(several)} paragraphs end in a line of one word"
    print("\n".join([f"{path}: {said}"] + [f"  {line}" for line in lonely]))
    if not several or len(lonely) > LONELY * len(several):
        yield f"{said}, {LONELY:.0%} are allowed"


def main():
    rule = {"length": length, "ends": ends}[sys.argv[1]]
    findings = [f"{path}: {finding}" for path in sys.argv[2:] for finding in rule(path)]
    if findings:
        print("\n".join(findings))
    sys.exit(1 if findings or len(sys.argv) < 3 else 0)


if __name__ == "__main__":
    main()
