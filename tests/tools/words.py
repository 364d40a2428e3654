"""Do readers of a handout get its words back? `words.py FILE.pdf...`, with FILE.content (--dump content) beside each.

poppler, mupdf and Ghostscript read the text as painted, poppler also by the tag tree. The content's words must come
in the content's order; between them may stand only what the page adds: bullets, numbers and the artifacts.
"""
import collections
import os
import re
import subprocess
import sys

from structcheck import Checker

UNPAINTED = {"doc", "figure", "logo"}  # their text is a title or an alternative text
MARKS = set("•◦–▪☐☑☒✓✔✗·")


def content_words(dump):
    """Words of the leaves in reading order."""
    words = []
    for line in dump.splitlines():
        head, _, text = line.partition(": ")
        if head.split()[0] not in UNPAINTED:
            text = re.sub(r" <(page )?(#[^>]*|(https?://|mailto:|tel:)[^>]*)>", "", text)
            words += text.replace("**", "").replace("\\n", " ").split()
    return words


def artifact_words(path):
    """What stands outside of the content: the pages' heads and feet."""
    with open(path, "rb") as f:
        checker = Checker(f.read())
    checker.run()
    return {w for page in checker.pages for text in checker.runs(page, None) for w in text.split()}


def furniture(word, artifacts):
    return word in artifacts or set(word) <= MARKS or re.fullmatch(r"\d+[.)]?", word)


def compare(wanted, found, artifacts):
    """None, or a sentence on the first difference."""
    at = 0
    for place, word in enumerate(wanted):
        start = at
        while at < len(found) and found[at] != word:
            if not furniture(found[at], artifacts):
                return (f"after '{' '.join(wanted[max(0, place - 4) : place])}' comes '{' '.join(found[at : at + 4])}', "
                        f"not '{' '.join(wanted[place : place + 4])}'")
            at += 1
        if at == len(found):
            return f"'{' '.join(wanted[place : place + 5])}' does not come behind '{' '.join(found[max(0, start - 4) : start])}'"
        at += 1
    rest = [w for w in found[at:] if not furniture(w, artifacts)]
    return f"words that the content has not: {rest[:8]}" if rest else None


def output(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def by_tags(path):
    text = output("pdfinfo", "-struct-text", path)
    return " ".join(m[1] for m in re.finditer(r'^\s*"(.*?)"$', text, re.M | re.S)).split()


def by_ghostscript(path):
    """Debian 12's Ghostscript swaps the bytes of characters that share one glyph ("ff" becomes two of U+6600)."""
    text = output("gs", "-q", "-dSAFER", "-sDEVICE=txtwrite", "-o", "-", path)
    return re.sub("[\u2000-\u7e00]", lambda m: chr(ord(m[0]) >> 8) if ord(m[0]) & 255 == 0 else m[0], text).split()


# Readers that keep the order of the content, and those that only must not lose a word.
IN_ORDER = {
    "pdftotext": lambda path: output("pdftotext", "-raw", path, "-").split(),
    "pdfinfo -struct-text": by_tags,
}
COMPLETE = {
    "mutool": lambda path: output("mutool", "draw", "-q", "-F", "txt", "-o", "-", path).split(),
    "gs": by_ghostscript,
}


def check(path):
    with open(path.removesuffix(".pdf") + ".content", encoding="utf-8") as f:
        wanted, artifacts = content_words(f.read()), artifact_words(path)
    findings = [] if len(wanted) > 50 else [f"{path}: the content has {len(wanted)} words"]
    for name, read in IN_ORDER.items():
        difference = compare(wanted, read(path), artifacts)
        if difference:
            findings.append(f"{path}: {name}: {difference}")
    for name, read in COMPLETE.items() if not os.environ.get("DGS_SANITIZE") else ():
        lost = collections.Counter(wanted) - collections.Counter(read(path))
        if lost:
            findings.append(f"{path}: {name}: loses {list(lost)[:8]}")
    return findings


def main():
    findings = [finding for path in sys.argv[1:] for finding in check(path)]
    print("\n".join(findings) if findings else f"words: {len(sys.argv) - 1} files say all of them")
    sys.exit(1 if findings or len(sys.argv) < 2 else 0)


if __name__ == "__main__":
    main()
