"""What is wrong with a handout, or with the way in which one was refused: sentences, each with its kind first."""
import os
import re
import subprocess
import unicodedata

import letters  # noqa: F401  puts tests/tools on the path
import claims
import dumpread
import words
from pdfread import Stream, text_of

REFUSED = (2, 65)
REFERENCE = re.compile(r"(\d+)\W* <page #([^<>]+)>")
MOST_CLAIMS = ["2a", "ua1"]
TEXTS = {"name", "tagline", "therapist", "license", "welcome", "address", "hours", "footer_note"}  # printed as they are given

INSTEAD = re.compile(rb"/MCID (\d+)\s*/ActualText\s*<feff([0-9a-fA-F]+)>")
CONTACTS = {"address", "hours"}  # of these, in the box for booking alone


def same(text):
    """As texts are compared: composed, and without what no reader sees or what only parts words."""
    seen = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc", "Zs", "Zl", "Zp"))
    return unicodedata.normalize("NFC", seen.replace("\u034f", ""))


def words_of(text):
    return [w for w in map(same, text.split()) if w]


def is_foreign(text):
    """Whether any of it is of another script than the family's, whose words are made of several runs."""
    return any(0x530 <= ord(c) < 0x1E00 or ord(c) >= 0x2C00 for c in text)


def is_turned(text):
    return any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in text)


class Artifacts(set):
    """Words that may stand between others; those with accents also in pieces (see words.takes)."""

    def __init__(self, texts):
        super().__init__(word for text in texts for word in words_of(text))
        self.joined = unicodedata.normalize("NFD", same("".join(texts)))

    def __contains__(self, word):
        if is_foreign(word) and unicodedata.normalize("NFD", word) in self.joined:
            return True
        piece = unicodedata.normalize("NFD", word)
        whole = (unicodedata.normalize("NFD", w) for w in self)
        return super().__contains__(word) or any(piece in w for w in whole if any(map(unicodedata.combining, w)))


# What a printed field has (ISO 32000-1, 14.8.5.6) poppler 22.12 does not know.
FIELD = re.compile("Syntax Warning: Wrong Attribute '(?:Role|checked)' in element Form\n")


def tool(*command):
    """What a reader says of a file: its output, and its complaint or None."""
    done = subprocess.run(command, capture_output=True)
    complaint = done.stderr.decode("utf-8", "replace")
    complaint = FIELD.sub("", complaint).strip() or (done.returncode and f"ends with {done.returncode}")
    return done.stdout.decode("utf-8", "replace"), f"{command[0]}: {complaint}" if complaint else None


class Made:
    """A handout that was made: its file, what it must say, and what the program said of it."""

    def __init__(self, path, content, said, booklet=False, private=(), practice=None):
        self.path, self.content, self.said, self.booklet = path, content, said, booklet
        self.private, self.practice = private, practice or {}
        self.reader = words.OurReader(path)
        self.checker, self.instead = self.reader.checker, {}
        self.count = len(self.checker.pages)
        metadata = self.checker.pdf.get(self.checker.pdf.catalog.get("Metadata"))
        self.claims = claims.of_bytes(metadata.data() if isinstance(metadata, Stream) else b"")

    def text_of_page(self, number, turned=False):
        """As painted. A booklet's pages are halves of a side: folded, the first lies beside the last. What runs from right
        to left poppler turns round once more, so that another reads it."""
        if turned:
            return tool("mutool", "draw", "-q", "-F", "txt", self.path, str(number))[0]
        if not self.booklet:
            return tool("pdftotext", "-raw", "-f", str(number), "-l", str(number), self.path, "-")[0]
        side, right = self.side(number)
        box = self.checker.pdf.get(self.checker.pages[side - 1])["MediaBox"]
        half, height = int(box[2]) // 2, int(box[3]) + 1
        return tool("pdftotext", "-raw", "-f", str(side), "-l", str(side), "-x", str(half if right else 0), "-y", "0",
                    "-W", str(half), "-H", str(height), self.path, "-")[0]

    def side(self, number):
        side = min(number, 2 * self.count + 1 - number)
        return side, (number <= self.count) == (side % 2 == 1)

    def printed(self):
        return 2 * self.count if self.booklet else self.count

    def page_of(self, element):
        for kid in element.kids:
            page = self.page_of(kid) if hasattr(kid, "kids") else self.checker.pages.index(kid[1]) + 1
            if page:
                return page
        return None

    def findings(self):
        for judge in (self.structure, self.sound, self.readers, self.order, self.numbers, self.references, self.claimed,
                      self.kept_private, self.given):
            yield from judge()

    def structure(self):
        if self.claims or not self.booklet:
            for rule, sentence in self.checker.findings:
                yield "structure", f"{rule}: {sentence}"

    def sound(self):
        out, complaint = tool("qpdf", "--check", self.path)
        if complaint or "warning" in out.lower():
            yield "qpdf", complaint or out

    def readers(self):
        for command in ("pdfinfo", self.path), ("pdftotext", self.path, "-"), ("pdfinfo", "-struct-text", self.path):
            complaint = tool(*command)[1]
            if complaint:
                yield "poppler", complaint

    def order(self):
        wanted = words_of(" ".join(words.content_words(self.content)))
        runs = [text for page in self.checker.pages for text in self.checker.runs(page, None)]
        turned = is_turned("".join(wanted + runs))
        painted = " ".join(self.text_of_page(n + 1, turned) for n in range(self.printed()))
        found = words.compare(wanted, words_of(painted), Artifacts(runs + sorted(words.captions(self.content))))
        if found and not (turned and self.booklet): # whose halves no other reader has
            yield "words as painted", found
        wanted = words_of(" ".join(words.content_words(words.heard(self.content, self.reader.holds))))
        found = words.compare(wanted, words_of(self.say(self.checker.root)), set())
        if found:
            yield "words by the tags", found
        found = difference(same(words.by_tags(self.path)), same("".join(self.reader.words)))
        if found:
            yield "words by poppler's reader of tags", found

    def say(self, element):
        """As a screen reader says it: what a mark or an element stands for instead of what it holds (ActualText)."""
        out = "".join(self.say(kid) if hasattr(kid, "kids") else self.marked(kid[1], kid[2])
                      for kid in element.kids if hasattr(kid, "kids") or kid[0] == "mcid")
        out = text_of(element.value["ActualText"]) if "ActualText" in element.value else out
        return out if element.kind in words.INLINE else f" {out} "

    def marked(self, page, number):
        if page not in self.instead:
            self.instead[page] = {int(n): bytes.fromhex(text.decode()).decode("utf-16-be")
                                  for n, text in INSTEAD.findall(self.painted_by(page))}
        return self.instead[page].get(number) or "".join(self.checker.runs(page, number))

    def painted_by(self, page):
        pdf = self.checker.pdf
        contents = pdf.get(pdf.get(page)["Contents"])
        return b"\n".join(pdf.get(c).data() for c in (contents if isinstance(contents, list) else [contents]))

    def numbers(self):
        told = re.search(r": (\d+) pages?, \d+ KB", self.said)
        info = re.search(r"^Pages: *(\d+)", tool("pdfinfo", self.path)[0], re.M)
        if not told or not info or int(told[1]) != int(info[1]) or self.count != int(info[1]):
            yield "pages", f"{self.said.strip()!r}, but poppler says {info and info[1]}"

    def references(self):
        root = dumpread.read_text(words.heard(self.content))
        headings = [node for node in root.walk() if node.kind == "heading"]
        elements = [e for e in self.checker.root.walk() if re.fullmatch("H[1-6]", str(e.kind))]
        if len(headings) != len(elements):
            yield "headings", f"{len(elements)} in the tags, {len(headings)} in the content"
            return
        places = {}
        for node, element in zip(headings, elements):
            if same(node.text) not in same(self.say(element)):
                yield "headings", f"{node.text!r} is {self.say(element)!r} in the tags"
            places.update((anchor.lstrip("#"), (node, element)) for anchor in node.attributes if anchor[0] == "#")
        for number, anchor in REFERENCE.findall(self.content):
            yield from self.reference(int(number), anchor, places)

    def reference(self, number, anchor, places):
        if anchor not in places:
            yield "page reference", f"page {number} is said to hold {anchor}, which is nowhere"
            return
        node, element = places[anchor]
        page, side = self.page_of(element), self.side(number)[0] if self.booklet else number
        if page != side:
            yield "page reference", f"{anchor} is on page {page}, not {number}"
        elif same(node.text) not in same(self.text_of_page(number)):
            yield "page reference", f"page {number} does not hold {node.text!r}"

    def claimed(self):
        if self.claims != MOST_CLAIMS and not (self.booklet and self.claims in ([], ["2a"])):
            yield "claims", f"claims {self.claims}"

    def kept_private(self):
        pdf = self.checker.pdf
        hidden = [text_of(v) for v in (pdf.get(pdf.trailer.get("Info")) or {}).values() if isinstance(v, bytes)]
        hidden += [text_of(v["Title"]) for v in pdf.objects.values() if isinstance(v, dict) and isinstance(v.get("Title"), bytes)]
        hidden += [v.data().decode("utf-8") for v in pdf.objects.values() if isinstance(v, Stream) and v.dict.get("Type") == "Metadata"]
        yield from leaks(self.private, " ".join(filter(None, hidden)) + self.said)

    def given(self):
        """What was given of the practice stands in the content: --dump content is our measure, and it has to be right."""
        whole = same(dumpread.plain(self.content) + self.content)
        contacts = "\n  part worksheet" in self.content or "\n  part " not in self.content
        for key in sorted((TEXTS if contacts else TEXTS - CONTACTS) & set(self.practice)):
            for line in self.practice[key].split("\n"):
                plain = unicodedata.normalize("NFKC", line)  # full width is kept in Chinese, Japanese and Korean only
                if same(line) not in whole and same(plain) not in whole:
                    yield "given", f"the {key} {line!r} is not in the content"


def difference(found, wanted):
    if found == wanted:
        return None
    at = len(os.path.commonprefix([found, wanted]))
    return f"after {wanted[max(0, at - 12) : at]!r} comes {found[at : at + 16]!r}, not {wanted[at : at + 16]!r}"


def leaks(private, text):
    for words_of_client in private:
        if len(same(words_of_client)) > 7 and same(words_of_client) in same(text):
            yield "private", f"{words_of_client!r} stands where others may look"


def of_refusal(code, out, said, left, private):
    """A refusal is 2 or 65, one sentence (or the findings of edited content), and nothing written."""
    if code not in REFUSED:
        yield "exit", f"exit code {code}: {said.strip()[-400:]}"
    lines = said.splitlines()
    last = lines[-1] if lines else ""
    if not last.startswith("dgs-pdf: ") or len(lines) > 1 and not re.search(r"^dgs-pdf: \d+ findings?: ", last):
        yield "refusal", f"is not one sentence: {said!r}"
    if any(unicodedata.category(c) == "Cc" for line in lines for c in line):
        yield "refusal", f"has control characters: {said!r}"
    if out:
        yield "refusal", f"has words on standard output: {out!r}"
    if left:
        yield "refusal", f"leaves {left}"
    yield from leaks(private, said)
