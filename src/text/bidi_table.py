#!/usr/bin/env python3
"""bidi_table.py FOLDER: writes bidi_table.c, the tables of the bidirectional algorithm, from Unicode's files in FOLDER
(Debian's package unicode-data: /usr/share/unicode)."""
import re
import sys
from pathlib import Path

CLASSES = ["L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "BN", "B", "S", "WS", "ON"]
LONG = {"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET",
        "Boundary_Neutral": "BN"}
# Embeddings, overrides and isolates are refused in input: they turn the order of others round.
REFUSED = {"LRE": "BN", "LRO": "BN", "RLE": "BN", "RLO": "BN", "PDF": "BN", "LRI": "ON", "RLI": "ON", "FSI": "ON",
           "PDI": "ON"}


def read_classes(path):
    """The class of each character, and those that characters to come will have."""
    of = ["L"] * 0x110000
    assigned = []
    for line in path.read_text("utf-8").splitlines():
        missing = re.match(r"# @missing: ([0-9A-F]+)\.\.([0-9A-F]+); (\w+)", line)
        given = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)", line)
        if missing:
            first, last, name = int(missing[1], 16), int(missing[2], 16), LONG[missing[3]]
            of[first:last + 1] = [name] * (last + 1 - first)
        elif given:
            first, last = int(given[1], 16), int(given[2] or given[1], 16)
            assigned.append((first, last, REFUSED.get(given[3], given[3])))
    for first, last, name in assigned:
        of[first:last + 1] = [name] * (last + 1 - first)
    return of


def ranges(of):
    first = 0
    for cp in range(1, len(of) + 1):
        if cp == len(of) or of[cp] != of[first]:
            if of[first] != "L":
                yield first, cp - 1, of[first]
            first = cp


def read_brackets(path):
    for line in path.read_text("utf-8").splitlines():
        pair = re.match(r"([0-9A-F]+); ([0-9A-F]+); o", line)
        if pair:
            yield int(pair[1], 16), int(pair[2], 16)


def main():
    folder = Path(sys.argv[1])
    version = re.search(r"-([0-9.]+)\.txt", (folder / "extracted/DerivedBidiClass.txt").read_text("utf-8"))[1]
    out = [f"// Made by bidi_table.py from Unicode {version}: change that.", '#include "text/bidi_table.h"', "",
           "// clang-format off", "const dgs_bidi_range dgs_bidi_ranges[] = {"]
    rows = [f"{{0x{first:x}, 0x{last:x}, DGS_BIDI_{name}}},"
            for first, last, name in ranges(read_classes(folder / "extracted/DerivedBidiClass.txt"))]
    out += ["    " + " ".join(rows[i:i + 4]) for i in range(0, len(rows), 4)]
    out += ["};", "const size_t dgs_nbidi_ranges = sizeof dgs_bidi_ranges / sizeof *dgs_bidi_ranges;", "",
            "const dgs_bidi_pair dgs_bidi_pairs[] = {"]
    rows = [f"{{0x{a:x}, 0x{b:x}}}," for a, b in sorted(read_brackets(folder / "BidiBrackets.txt"))]
    out += ["    " + " ".join(rows[i:i + 6]) for i in range(0, len(rows), 6)]
    out += ["};", "const size_t dgs_nbidi_pairs = sizeof dgs_bidi_pairs / sizeof *dgs_bidi_pairs;"]
    Path(__file__).with_suffix(".c").write_text("\n".join(out) + "\n", "utf-8")


main()
