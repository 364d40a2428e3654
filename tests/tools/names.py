#!/usr/bin/env python3
"""Names in all scripts: names.py list FILE.csv [cjk] writes a list of practices for a batch; names.py check FOLDER [cjk]
looks for their words in the handouts FOLDER/NUMBER.pdf, as those read them who go by the tags and by the file's order."""
import csv
import os
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "names")
KINDS = ["{clinic} {name}", "{street} 12, {city}", "{massage} ({name}) 24/7", "{name} & Willow Creek {massage}",
         "Dr. {name} – {clinic}", "{massage} {clinic} {name} {city} {massage} {clinic} {street}",
         "{clinic} 03-555-0142, {city}", "“{name}” № 7 ★ {massage}", "97477 {city} [{street} 3/2]", "{name}: {massage} 90 min, $85"]
EAST = ("Han", "Kana", "Half kana", "Bopomofo", "Hangul", "Jamo", "Mixed zh")


def rows(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if line.strip() and line[0] != "#"]


def names(cjk):
    """Label and name of each; those of Chinese, Japanese and Korean where the data file is there."""
    out = [(label, name) for label, _, name in rows("kinds.tsv") if cjk or not label.startswith(EAST)]
    for script, _, massage, clinic, name, street, city in rows("words.tsv"):
        for number, kind in enumerate(KINDS):
            out.append((f"{script} {number}", kind.format(massage=massage, clinic=clinic, name=name, street=street, city=city)))
    return out


# What readers add of their own to text of both directions.
MARKS = {ord(c): None for c in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"}


def plain(text):
    return unicodedata.normalize("NFC", text.translate(MARKS))


READERS = {"tags": ("pdfinfo", "-struct-text"), "order": ("mutool", "draw", "-q", "-F", "txt")}


def missing(folder, number, name):
    words = plain("".join(" " if c in "()[],:“”\u060c" else c for c in name)).split()
    lost = []
    for reader, command in READERS.items():
        path = os.path.join(folder, f"{number}.pdf")
        text = plain(subprocess.run([*command, path], capture_output=True, text=True, check=True).stdout)
        lost += [f"{reader}: {word}" for word in words if word not in text]
    return lost


def main():
    what, path, cjk = sys.argv[1], sys.argv[2], "cjk" in sys.argv[3:]
    every = names(cjk)
    if what == "list":
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["name"], *([name] for _, name in every)])
        return 0
    with ThreadPoolExecutor(2) as pool:
        lost = list(pool.map(lambda i: missing(path, i + 1, every[i][1]), range(len(every))))
    for (label, name), words in zip(every, lost):
        if words:
            print(f"{label}: {name}: not found: {words}")
    print(f"{len(every)} names, {sum(bool(words) for words in lost)} with words that are not found")
    return any(lost) or len(every) < 200


if __name__ == "__main__":
    sys.exit(main())
