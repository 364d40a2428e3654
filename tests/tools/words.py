"""Do readers of a handout get its words back? `words.py FILE.pdf...`, with FILE.content (--dump content) beside each.

poppler, mupdf and Ghostscript read the text as painted, poppler also by the tag tree. The content's words must come
in the content's order, by the tags in the order in which they are to be heard; between them may stand only what the page adds: bullets, numbers and the artifacts.
"""
import collections
import os
import re
import subprocess
import sys
import unicodedata

from structcheck import Checker, Element

FOLDED = "booklet-"  # files whose names begin so are read by their tags in order, but not as painted

# Their text is a title or an alternative text, or as of CAPTIONED heard elsewhere.
UNPAINTED = {"field", "doc", "figure", "logo", "code", "part", "step"}
CAPTIONED = re.compile(r" *(?:part|step) [^:]*: (.*)")  # what stands under the picture of their heading
MARKS = set("•◦–▪☐☑☒✓✔✗·")


def content_words(dump):
    """Words of the leaves in reading order."""
    words = []
    for line in dump.splitlines():
        head, _, text = line.partition(": ")
        if head.split()[0] not in UNPAINTED:
            text = re.sub(r" <(page )?(#[^>]*|(lang|sign) [^>]*|(https?://|mailto:|tel:)[^>]*)>", "", text)
            words += text.replace("**", "").replace("\\n", " ").split()
    return words


def without_names(dump):
    """The dump of a file to fill in: what names a box or line is said by its field; not in the booking box."""
    lines, booking = [], None
    for line in dump.splitlines():
        depth = len(line) - len(line.lstrip())
        booking = None if booking is not None and depth <= booking else booking
        booking = depth if line.strip() == "box book" else booking
        named = booking is None and re.match(r"( *(?:item \[ \]|blank)): ", line)
        lines.append(named[1] if named else line)
    return "\n".join(lines)


def captions(dump):
    """The words under pictures of headings, which are painted with these."""
    return {word for line in dump.splitlines() if CAPTIONED.fullmatch(line) for word in CAPTIONED.fullmatch(line)[1].split()}


SIGNS = {"box emergency", "box emergency-short"}


def branches(lines):
    """The dump as [line, its branches, its number]."""
    root = ["", [], None]
    path = [root]
    for number, line in enumerate(lines):
        depth = (len(line) - len(line.lstrip())) // 2
        del path[depth + 1 :]
        path[depth][1].append([line, [], number])
        path.append(path[depth][1][-1])
    return root


def named(branch, *names):
    line = branch[0].strip()
    return any(line == name or line.startswith((name + " ", name + ":")) for name in names)


def signs_first(kids):
    at = next((i for i, kid in enumerate(kids) if kid[0].strip() in SIGNS), None)
    body = next((i for i, kid in enumerate(kids) if named(kid, "step", "section", "blank", "days", "box notes")), None)
    if at is None or body is None or body > at:
        return kids
    return kids[:body] + kids[at : at + 1] + kids[body:at] + kids[at + 1 :]


def heard_numbers(branch):
    """The lines' numbers in the order of the tags: the signs of an emergency right after what introduces their part, trackers last."""
    kids = signs_first(branch[1]) if named(branch, "part") else branch[1]
    kids = sorted(kids, key=lambda kid: named(branch, "figure") and named(kid, "label") or
                  named(kid, "days") and not named(branch, "section") or
                  named(kid, "section") and any(named(inner, "days") for inner in kid[1]))
    return [number for kid in kids for number in [kid[2], *heard_numbers(kid)]]


def heard(dump, is_printed=lambda words: False):
    """The dump in that order, with what stands under the picture of a heading after this, where that picture is printed."""
    lines, out, under = dump.splitlines(), [], None
    for number in heard_numbers(branches(lines)):
        captioned = CAPTIONED.fullmatch(lines[number])
        under = captioned[1] if captioned and is_printed(captioned[1]) else under
        out.append(lines[number])
        if under is not None and lines[number].strip().startswith("heading "):
            out.append("caption: " + under)
            under = None
    return "\n".join(out)


def heard_by_page(dump, layout):
    """The words as a reader hears them that takes one page after the other: a leaf's lines of each page, by --dump layout,
    in the order of heard(). Each line of the content is a node, and its number the node's."""
    content = dump.splitlines()
    rank = {number: place for place, number in enumerate(heard_numbers(branches(content)))}
    rank |= {number: rank[number + 1] for number, line in enumerate(content) if CAPTIONED.fullmatch(line)}
    kinds = [line.split()[0].rstrip(":") for line in dump.splitlines()]
    lines = []
    for line in layout.splitlines():
        box = re.match(r"(\d+) [-\d. ]+ text [a-z-]+ (\d+) \S+: (.*)", line)
        said = box and not re.fullmatch(r" *(?:item \[ \]|blank)", content[int(box[2])])  # else by its field: without_names()
        if said and kinds[int(box[2])] not in ("masthead", "imprint"):
            lines.append((int(box[1]), rank[int(box[2])], len(lines), box[3]))
    return " ".join(line[3] for line in sorted(lines)).split()


INLINE = {"Link", "Span", "Quote", "Reference", "Note"}


def pieces(word):
    return "".join(" " if unicodedata.combining(c) else c for c in word).split()


class OurReader:
    """The text by the tag tree as a screen reader would say it, and what stands outside of the tree."""

    def __init__(self, path):
        with open(path, "rb") as f:
            self.checker = Checker(f.read())
        self.checker.run()
        self.artifacts = {w for p in self.checker.pages for text in self.checker.runs(p, None) for w in text.split()}
        # An artifact has no ActualText, without which poppler parts an accent from a letter it does not compose with.
        self.artifacts |= {piece for w in self.artifacts for piece in pieces(w)}
        self.words = self.say(self.checker.root).split()

    def holds(self, words):
        """Whether they are printed, heard or not."""
        return words in " ".join(self.words) or set(words.split()) <= self.artifacts

    def say(self, element):
        out = ""
        for kid in element.kids:
            if isinstance(kid, Element):
                out += self.say(kid)
            elif kid[0] == "mcid":
                out += "".join(self.checker.runs(kid[1], kid[2]))
        return out if element.kind in INLINE else f" {out} "


def furniture(word, artifacts):
    accents = all(unicodedata.combining(c) for c in word)
    return word in artifacts or accents or set(word) <= MARKS or re.fullmatch(r"\d+[.)]?", word)


def takes(word, found, at):
    """How many found words make up the wanted one: a long address may be broken over lines, and poppler sees a gap beside
    an accent that composes with no letter; 0 = it is another."""
    joined, n = "", 0
    while at + n < len(found) and len(joined) < len(word):
        joined, n = joined + found[at + n], n + 1
    turned = any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in word)  # runs between which readers see gaps
    east = any(ord(c) >= 0x2E80 for c in word)  # lines end between letters there
    parted = "/" in word or "@" in word or len(word) > 30 or turned or east or any(map(unicodedata.combining, word))
    return n if joined == word and (n == 1 or parted) else 0


def composed(words):
    return [unicodedata.normalize("NFC", word) for word in words]


def compare(wanted, found, artifacts):
    """None, or a sentence on the first difference; how accents are written is none."""
    wanted, found, at = composed(wanted), composed(found), 0
    for place, word in enumerate(wanted):
        while at < len(found) and not takes(word, found, at) and furniture(found[at], artifacts):
            at += 1
        if at == len(found) or not takes(word, found, at):
            return (f"after '{' '.join(wanted[max(0, place - 4) : place])}' comes '{' '.join(found[at : at + 4])}', "
                    f"not '{' '.join(wanted[place : place + 4])}'")
        at += takes(word, found, at)
    rest = [w for w in found[at:] if not furniture(w, artifacts)]
    return f"words that the content has not: {rest[:8]}" if rest else None


def output(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def by_tags(path):
    """poppler's text by the tag tree, which it prints in pieces: only the characters can be compared."""
    text = output("pdfinfo", "-struct-text", path)
    return "".join("".join(m[1].split()) for m in re.finditer(r'^\s*"(.*?)"$', text, re.M | re.S))


def by_ghostscript(path):
    """Debian 12's Ghostscript swaps the bytes of characters that share one glyph ("ff" becomes two of U+6600)."""
    text = output("gs", "-q", "-dSAFER", "-sDEVICE=txtwrite", "-o", "-", path)
    return re.sub("[\u2000-\u7e00]", lambda m: chr(ord(m[0]) >> 8) if ord(m[0]) & 255 == 0 else m[0], text).split()


# Readers that must not lose a word, in whatever order they give them.
COMPLETE = {
    "pdftotext": lambda path: output("pdftotext", "-raw", path, "-").split(),
    "mutool": lambda path: output("mutool", "draw", "-q", "-F", "txt", "-o", "-", path).split(),
    "gs": by_ghostscript,
}


def differences(path):
    with open(path.removesuffix(".pdf") + ".content", encoding="utf-8") as f:
        dump = f.read()
    wanted, ours = content_words(dump), OurReader(path)
    as_heard = content_words(heard(dump, ours.holds))
    tagged = as_heard
    if os.path.basename(path).startswith("fillable"):
        tagged = content_words(heard(without_names(dump), ours.holds))
    if len(wanted) < 50:
        yield "--dump content", f"has {len(wanted)} words"
    if not os.path.basename(path).startswith(FOLDED):
        yield "pdftotext", compare(wanted, output("pdftotext", "-raw", path, "-").split(), ours.artifacts | captions(dump))
    yield "the tag tree", compare(tagged, ours.words, set())
    if composed([by_tags(path)]) != composed(["".join(ours.words)]):
        yield "pdfinfo -struct-text", "reads the tag tree differently"
    for name, read in COMPLETE.items() if not os.environ.get("DGS_SANITIZE") else ():
        short = [w for w in composed(as_heard) if len(w) <= 30]
        if name == "gs":  # which parts an accent from a letter that it does not compose with
            short = [w for w in short if not any(map(unicodedata.combining, w))]
        lost = collections.Counter(short) - collections.Counter(composed(read(path)))
        yield name, f"loses {list(lost)[:8]}" if lost else None


def main():
    findings = [f"{path}: {reader}: {difference}"
                for path in sys.argv[1:] for reader, difference in differences(path) if difference]
    print("\n".join(findings) if findings else f"words: {len(sys.argv) - 1} files say all of them")
    sys.exit(1 if findings or len(sys.argv) < 2 else 0)


if __name__ == "__main__":
    main()
