"""Does pdfium, which Chrome shows PDF files with, read a handout's words? `words.py FILE.pdf...`, FILE.content beside each.

Each page's text as pdfium extracts it, in the order in which it is painted. Of a booklet no word may be lost; nor of the
plate's labels, where pdfium takes those at both sides of the picture for one line."""
import collections
import os
import sys

import pypdfium2

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import words  # noqa: E402


def text_of(path):
    pdf = pypdfium2.PdfDocument(path)
    # U+FFFE stands for a hyphen at a line end, of which a handout has none: it would stay in the word and be seen.
    return " ".join(page.get_textpage().get_text_range() for page in pdf).split()


def is_label(line):
    return line.lstrip().startswith("label ")


def labels_of(dump):
    return words.composed(words.content_words("\n".join(filter(is_label, dump.splitlines()))))


def difference(path):
    with open(path.removesuffix(".pdf") + ".content", encoding="utf-8") as f:
        dump = f.read()
    found = text_of(path)
    lost = collections.Counter(words.composed(words.content_words(dump))) - collections.Counter(words.composed(found))
    if lost and (os.path.basename(path).startswith(words.FOLDED) or set(lost) & set(labels_of(dump))):
        return f"loses {list(lost)[:8]}"
    if os.path.basename(path).startswith((words.FOLDED, "clinical")):
        return None
    rest = "\n".join(line for line in dump.splitlines() if not is_label(line))
    return words.compare(words.content_words(rest), found, set(words.OurReader(path).artifacts) | set(labels_of(dump)) | words.captions(dump))


def main():
    findings = [f"{path}: {d}" for path in sys.argv[1:] if (d := difference(path))]
    print("\n".join(findings) if findings else f"pdfium: {len(sys.argv) - 1} files say all their words")
    sys.exit(1 if findings or len(sys.argv) < 2 else 0)


if __name__ == "__main__":
    main()
