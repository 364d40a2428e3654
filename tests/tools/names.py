#!/usr/bin/env python3
"""Names in all scripts: `names.py list FILE.csv [cjk]` writes a list of practices for a batch. Of the handouts that it
made, FOLDER/NUMBER.pdf, `names.py check FOLDER [cjk]` looks for their words, as those read them who go by the tags and by
the file's order; `same` compares each with the handout made alone; `read` looks for their words with other readers."""
import csv
import filecmp
import os
import subprocess
import sys
import tempfile
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


def words_of(name):
    return plain("".join(" " if c in "()[],:“”\u060c" else c for c in name)).split()


def told(*command):
    return plain(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def missing(folder, number, name):
    """Words that are not read by the tags, or in the order of the file."""
    path = os.path.join(folder, f"{number}.pdf")
    readers = {"tags": told("pdfinfo", "-struct-text", path), "order": told("mutool", "draw", "-q", "-F", "txt", path)}
    return [f"{reader}: {word}" for reader, text in readers.items() for word in words_of(name) if word not in text]


def other(folder, number, name):
    """Whether the handout made alone has other bytes."""
    with tempfile.TemporaryDirectory() as made:
        path = os.path.join(made, "one.pdf")
        fonts = ["--fonts", os.environ["DGS_FONTS"]] if "DGS_FONTS" in os.environ else []
        subprocess.run([os.environ["DGS_PDF"], "-q", *fonts, "--parts", "guide", "--practice-name", name, "--out", path],
                       check=True)
        return [] if filecmp.cmp(path, os.path.join(folder, f"{number}.pdf"), shallow=False) else ["other bytes alone"]


def find(what, path, every):
    """With the data file, which takes long to hold against its sum, only those that need it are made once more."""
    again = what is other and "DGS_FONTS" in os.environ
    chosen = [i for i, (label, _) in enumerate(every) if not again or label.startswith(EAST)]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda i: what(path, i + 1, every[i][1]), chosen))
    for i, wrong in zip(chosen, found):
        if wrong:
            print(f"{every[i][0]}: {every[i][1]}: {wrong}")
    print(f"{len(chosen)} names, {sum(bool(wrong) for wrong in found)} with faults")
    return any(found) or len(every) < 200


def pdfium(paths):
    import pypdfium2
    return [plain(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(p))) for p in paths]


def pdfminer(paths):
    from pdfminer.high_level import extract_text
    return [plain(extract_text(path)) for path in paths]


def pdfjs(paths):
    import pdfjs as reader
    return [plain(" ".join(words)) for _, words in reader.words_of(paths)]


def poppler(paths):
    return [told("pdftotext", path, "-") for path in paths]


def is_turned(text):
    return any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in text)


def is_of_clusters(word):
    """Words from right to left that have glyphs which say several letters: vowel signs, joiners, lam with alef."""
    return is_turned(word) and (any(unicodedata.category(c) == "Mn" or c == "\u200c" for c in word) or
                                any(lam + alef in word for lam in "ل" for alef in "اأإآ"))


# What readers lose by their own fault: those that turn a line from right to left by themselves turn the letters of such a
# glyph, too; and PDFium moves a full stop there.
READERS = {"poppler": poppler, "pdfium": pdfium, "pdfminer": pdfminer, "pdf.js": pdfjs}
TURNS = ("poppler", "pdfium", "pdf.js")


def read(folder, every):
    paths = [os.path.join(folder, f"{number + 1}.pdf") for number in range(len(every))]
    failed = False
    for reader, texts_of in READERS.items():
        lost, turned, n = [], 0, 0
        for (label, name), text in zip(every, texts_of(paths)):
            text = unicodedata.normalize("NFKC", text)  # as pdf.js has Lao, and PDFium the sign of numbers
            for word in words_of(name):
                n += 1
                found = word.rstrip(".") if reader == "pdfium" and is_turned(name) else word
                if unicodedata.normalize("NFKC", found) in text:
                    continue
                if reader in TURNS and is_of_clusters(word):
                    turned += 1
                else:
                    lost.append(f"{label}: {word}")
        print(f"{reader}: {n - len(lost) - turned} of {n} words, {turned} with their letters turned, {len(lost)} lost: {lost}")
        failed = failed or bool(lost)
    return failed


def main():
    what, path, cjk = sys.argv[1], sys.argv[2], "cjk" in sys.argv[3:]
    every = names(cjk)
    if what == "list":
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["name"], *([name] for _, name in every)])
        return 0
    return read(path, every) if what == "read" else find({"check": missing, "same": other}[what], path, every)


if __name__ == "__main__":
    sys.exit(main())
