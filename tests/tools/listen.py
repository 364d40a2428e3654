"""What a listener hears of a handout, top to bottom: `listen.py FILE.pdf`

A line for each thing that a screen reader stops at, with its role and state before its words: "heading 2: Drink water",
"link: 14 days", "check box, not checked: Day 1, Water". It walks the tag tree as qpdf gives it; nothing that is no
content (page numbers, rules, pictures that decorate) is there. What a certain screen reader says, in which words and
with which settings, is another matter: this is what it has to go by.
"""
import base64
import json
import re
import subprocess
import sys

TOKEN = re.compile(rb"<<|>>|\[|\]|<[0-9A-Fa-f\s]*>|/[^\s<>\[\]()/%{}]*|\((?:[^()\\]|\\.)*\)|[^\s<>\[\]()/]+", re.S)
SILENT = {"Document", "Part", "Sect", "Div", "Art", "L", "LI", "LBody", "TR", "Table", "NonStruct"}


class File:
    def __init__(self, path):
        command = ["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path, "-"]
        run = subprocess.run(command, stdout=subprocess.PIPE, check=True)
        self.objects = json.loads(run.stdout)["qpdf"][1]
        self.fonts, self.texts = {}, {}

    def get(self, value):
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            entry = self.objects["obj:" + value]
            value = entry.get("value", entry.get("stream", {}).get("dict"))
        return value

    def at(self, value, *keys):
        value = self.get(value)
        for key in keys:
            value = self.get(value.get(key)) if isinstance(value, dict) else None
        return value

    def data(self, ref):
        return base64.b64decode(self.objects["obj:" + ref]["stream"]["data"])

    def words(self, value):
        value = self.get(value)
        return value[2:] if isinstance(value, str) and value.startswith("u:") else None

    def characters(self, font):
        """CID -> text."""
        if font not in self.fonts:
            cmap = self.data(self.get(font)["/ToUnicode"])
            self.fonts[font] = dict(mapped(cmap))
        return self.fonts[font]

    def marked(self, page):
        """MCID -> text, of a page."""
        if page not in self.texts:
            contents = self.get(page)["/Contents"]
            contents = contents if isinstance(contents, list) else [contents]
            self.texts[page] = self.run(page, b"\n".join(self.data(ref) for ref in contents))
        return self.texts[page]

    def run(self, page, stream):
        fonts, texts = self.at(page, "/Resources", "/Font"), {}
        stack, operands, font, dictionary = [], [], None, None
        for token in TOKEN.findall(stream):
            if token == b"<<":
                dictionary = len(operands)
            elif token == b">>":
                entries = operands[dictionary:]
                del operands[dictionary:]
                operands.append({entries[i]: entries[i + 1] for i in range(0, len(entries) - 1, 2)})
            elif token == b"Tf":
                font = self.characters(fonts[operands[-2].decode()])
                operands = []
            elif token in (b"BDC", b"BMC"):
                stack.append(operands[-1] if operands and isinstance(operands[-1], dict) else {})
                operands = []
            elif token == b"EMC":
                stack.pop()
                operands = []
            elif token in (b"Tj", b"TJ"):
                mcid = next((m[b"/MCID"] for m in reversed(stack) if b"/MCID" in m), None)
                if mcid is not None:
                    shown = b"".join(string(o) for o in operands if isinstance(o, bytes) and o[:1] in b"<(")
                    said = "".join(font.get(shown[i : i + 2], "?") for i in range(0, len(shown), 2))
                    texts[int(mcid)] = texts.get(int(mcid), "") + said
                operands = []
            elif re.fullmatch(rb"[A-Za-z'\"*][A-Za-z0-9*]*", token):
                operands = []
            else:
                operands.append(token)
        return texts


def string(token):
    """The bytes of a string."""
    if token.startswith(b"<"):
        return bytes.fromhex(token[1:-1].decode())
    signs = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}
    return re.sub(rb"\\([0-7]{1,3}|.)", lambda m: signs.get(m[1], m[1]) if not m[1][:1].isdigit()
                  else bytes([int(m[1], 8) & 255]), token[1:-1], flags=re.S)


def utf16(digits):
    return bytes.fromhex(re.sub(r"\s", "", digits)).decode("utf-16-be")


def mapped(cmap):
    cmap = cmap.decode("latin-1")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
        for code, text in re.findall(r"<([^>]*)>\s*<([^>]*)>", block):
            yield bytes.fromhex(code), utf16(text)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
        for first, last, text in re.findall(r"<([^>]*)>\s*<([^>]*)>\s*<([^>]*)>", block):
            for n in range(int(first, 16), int(last, 16) + 1):
                said = utf16(text)
                yield n.to_bytes(2, "big"), said[:-1] + chr(ord(said[-1]) + n - int(first, 16))
        for first, _, texts in re.findall(r"<([^>]*)>\s*<([^>]*)>\s*\[([^\]]*)\]", block):
            for n, text in enumerate(re.findall(r"<([^>]*)>", texts)):
                yield (int(first, 16) + n).to_bytes(2, "big"), utf16(text)


def as_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]


class Listener:
    def __init__(self, path):
        self.file = File(path)
        self.lines = []
        self.listen()

    def say(self, words):
        self.lines.append(" ".join(words.split()))

    def listen(self):
        file = self.file
        catalog = file.at(file.objects["trailer"]["value"], "/Root")
        title = file.words(file.at(file.objects["trailer"]["value"], "/Info", "/Title"))
        self.say(f"document in {file.words(catalog['/Lang'])}: {title}")
        for kid in as_list(file.at(catalog, "/StructTreeRoot", "/K")):
            self.walk(kid, None)

    def kids(self, ref, page):
        """The kids of an element, each ("element", ref, page), ("mark", page, MCID) or ("object", ref, page)."""
        value = self.file.get(ref)
        page = value.get("/Pg", page)
        for kid in as_list(self.file.get(value.get("/K")) if not isinstance(value.get("/K"), list) else value["/K"]):
            inner = self.file.get(kid)
            if isinstance(inner, int):
                yield "mark", page, inner
            elif inner.get("/Type") == "/MCR":
                yield "mark", inner.get("/Pg", page), inner["/MCID"]
            elif inner.get("/Type") == "/OBJR":
                yield "object", inner["/Obj"], inner.get("/Pg", page)
            else:
                yield "element", kid, page

    def inside(self, ref, page):
        """The words of what stands in a line, with links and long forms where they stand."""
        out = ""
        for kind, one, two in self.kids(ref, page):
            if kind == "mark":
                out += self.file.marked(one).get(two, "")
            elif kind == "element":
                out += self.inline(one, two)
        return out

    def inline(self, ref, page):
        value, role = self.file.get(ref), self.file.get(ref)["/S"][1:]
        alt, long = self.file.words(value.get("/Alt")), self.file.words(value.get("/E"))
        words = alt or self.inside(ref, page)
        if role == "Link":
            to = self.file.words(next((self.file.get(one).get("/Contents") for kind, one, _ in self.kids(ref, page)
                                       if kind == "object"), None))
            more = "" if to is None else to.removeprefix(words.strip()).strip()
            return f"[link: {words}{', ' + more if more else ''}]"
        if role == "Form":
            return f" [{self.field(ref, page)}] "
        language = self.file.words(value.get("/Lang"))
        return f"[in {language}: {words}]" if language else long or words

    def field(self, ref, page):
        value = self.file.get(ref)
        attributes = [self.file.get(a) for a in as_list(self.file.get(value.get("/A")))]
        printed = next((a for a in attributes if a.get("/O") == "/PrintField"), None)
        if printed is not None:
            state = {"/off": ", not checked", "/on": ", checked"}.get(printed.get("/checked"), "")
            return self.file.words(value.get("/Alt")) + state
        widget = self.file.get(next(one for kind, one, _ in self.kids(ref, page) if kind == "object"))
        name = self.file.words(widget.get("/TU"))
        if widget["/FT"] == "/Btn":
            return f"check box, {'not checked' if widget.get('/AS') == '/Off' else 'checked'}: {name}"
        typed = self.file.words(widget.get("/V"))
        return f"text field, {'empty' if not typed else 'filled: ' + typed}: {name}"

    def walk(self, ref, page):
        value = self.file.get(ref)
        role, page = value["/S"][1:], value.get("/Pg", page)
        alt = self.file.words(value.get("/Alt"))
        if role == "Form":
            self.say(self.field(ref, page))
        elif alt is not None:
            self.say(f"picture: {alt}" if role == "Figure" else alt)
        elif role in SILENT:
            self.group(role, ref, page)
        else:
            before = {"Lbl": "", "P": "", "BlockQuote": "", "Caption": "caption: ", "TD": "cell: ", "TH": "header: "}
            blocks = [(one, two) for kind, one, two in self.kids(ref, page)
                      if kind == "element" and self.file.get(one)["/S"] not in ("/Link", "/Span", "/Form")]
            if blocks:
                for one, two in blocks:
                    self.walk(one, two)
                return
            words = self.inside(ref, page).strip()
            lone = re.fullmatch(r"\[([^\[\]]*)\]", words)
            words = lone[1] if lone else words
            role = f"heading {role[1]}: " if re.fullmatch(r"H[1-6]", role) else before.get(role, role + ": ")
            self.say(role + words)

    def group(self, role, ref, page):
        kids = list(self.kids(ref, page))
        if role == "L":
            self.say(f"list of {len(kids)}")
        if role == "LI":
            label = [one for kind, one, _ in kids if kind == "element" and self.file.get(one)["/S"] == "/Lbl"]
            number = self.inside(label[0], page).strip() if label else ""
            at = len(self.lines)
            for kind, one, two in kids:
                if kind == "element" and one not in label:
                    self.walk(one, two)
            if at < len(self.lines):
                self.lines[at] = f"- {'' if number == '•' else number + ' '}{self.lines[at]}".replace("  ", " ")
            return
        words, seen = "", False
        for kind, one, two in kids:
            if kind == "mark":
                words += self.file.marked(one).get(two, "")
            elif kind == "element" and self.file.get(one)["/S"] in ("/Link", "/Span", "/Form"):
                words += self.inline(one, two)
            elif kind == "element":
                seen = self.flush(words, seen)
                words = ""
                self.walk(one, two)
        self.flush(words, seen)
        if role == "L":
            self.say("end of list")

    def flush(self, words, seen):
        if not words.strip():
            return seen
        lone = re.fullmatch(r"\[([^\[\]]*)\]", words.strip())
        self.say(lone[1] if lone else words)
        return True


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: listen.py FILE.pdf")
    print("\n".join(Listener(sys.argv[1]).lines))


if __name__ == "__main__":
    main()
