"""Walks a page's content stream: marked sequences, what they paint, which glyphs they show."""
from pdfread import Keyword, Lexer, Name, Stream

PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", '"'}
SHOWING = {"Tj", "TJ", "'", '"'}
KNOWN = PAINTING | set(
    "q Q cm w J j M d ri i gs m l c v y h re n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* CS cs SC SCN sc scn "
    "G g RG rg K k BMC BDC EMC MP DP".split()
)
ARTIFACTS = {"Pagination", "Layout", "Page", "Background"}


class Content:
    """`expect(truth, rule, sentence)` takes the findings."""

    def __init__(self, pdf, page, at, expect):
        self.pdf, self.page, self.at, self.expect = pdf, page, at, expect
        self.resources = pdf.get(page.get("Resources")) or {}
        self.mcids, self.painted, self.shown, self.said = [], {}, {}, {}
        self.stack = []  # open marked sequences: (tag, MCID or None, inside a text object)
        self.saved, self.in_text, self.font, self.moved = 0, False, None, True

    def run(self):
        contents = self.pdf.get(self.page.get("Contents"))
        streams = contents if isinstance(contents, list) else [contents]
        self.walk(b"\n".join(self.pdf.get(s).data() for s in streams))
        self.expect(not self.stack, "marked", f"{self.at}: a marked sequence without its end")
        self.expect(self.saved == 0, "content", f"{self.at}: q and Q do not pair")
        self.expect(not self.in_text, "content", f"{self.at}: BT without ET")

    def walk(self, data):
        lexer, operands = Lexer(data), []
        while (token := lexer.token()) is not None:
            if not isinstance(token, Keyword):
                operands.append(token)
                continue
            self.expect(token in KNOWN, "content", f"{self.at}: the operator {token} is not expected")
            numbers = [n for n in flat(operands) if type(n) in (int, float)]
            self.expect(all(abs(n) <= 32767 for n in numbers), "content", f"{self.at}: a number above 32767")
            self.operate(token, operands)
            operands = []

    def operate(self, operator, operands):
        if operator in ("BMC", "BDC"):
            self.begin(operands)
        elif operator == "EMC":
            if self.expect(self.stack, "marked", f"{self.at}: EMC without its beginning"):
                self.expect(self.stack.pop()[2] == self.in_text, "marked", f"{self.at}: a sequence across BT or ET")
        elif operator in ("q", "Q"):
            self.saved += 1 if operator == "q" else -1
            self.expect(self.saved >= 0, "content", f"{self.at}: Q without q")
        elif operator in ("BT", "ET"):
            self.expect(self.in_text == (operator == "ET"), "content", f"{self.at}: {operator} at a wrong place")
            self.in_text, self.moved = operator == "BT", True
        elif operator == "Td":
            self.moved = True
        elif operator == "Tf":
            self.font = self.resource("Font", operands[0])
        elif operator == "gs":
            self.resource("ExtGState", operands[0])
        if operator in PAINTING:
            self.paint(operator, operands)

    def resource(self, kind, name):
        """The reference under that name."""
        ref = (self.pdf.get(self.resources.get(kind)) or {}).get(name)
        self.expect(ref is not None, "content", f"{self.at}: no {kind} has the name {name}")
        return ref

    def begin(self, operands):
        tag = operands[0] if operands else None
        properties = operands[1] if len(operands) > 1 else {}
        if isinstance(properties, Name):
            properties = self.pdf.get(self.resource("Properties", properties)) or {}
        mcid = properties.get("MCID")
        if self.stack:
            # The standards allow a Span here (14.9), but poppler reads no further behind it.
            self.expect(False, "nested", f"{self.at}: {tag} inside {self.stack[-1][0]}")
        elif tag == "Artifact":
            self.expect(mcid is None, "marked", f"{self.at}: an artifact with an MCID")
            kind = properties.get("Type")
            self.expect(kind is None or kind in ARTIFACTS, "marked", f"{self.at}: an artifact of type {kind}")
        elif self.expect(type(mcid) is int, "marked", f"{self.at}: {tag} without an MCID"):
            self.mcids.append(mcid)
            self.painted.setdefault(mcid, [])
        self.stack.append((tag, mcid, self.in_text))

    def paint(self, operator, operands):
        self.expect(self.stack, "unmarked", f"{self.at}: {operator} outside of every marked sequence")
        mcid = self.stack[0][1] if self.stack else None
        if mcid is not None:
            self.painted.setdefault(mcid, []).append(operator)
        if operator in SHOWING:
            self.expect(self.in_text, "content", f"{self.at}: {operator} outside of BT and ET")
            self.show(operands, mcid)
        elif self.expect(not self.in_text, "content", f"{self.at}: {operator} between BT and ET") and operator == "Do":
            self.check_form(self.pdf.get(self.resource("XObject", operands[0])))

    def show(self, operands, mcid):
        if not self.expect(self.font is not None, "content", f"{self.at}: text without a font"):
            return
        codes = b"".join(s for s in flat(operands) if isinstance(s, bytes))
        self.expect(len(codes) % 2 == 0, "content", f"{self.at}: a text with half a code")
        cids = [codes[i] << 8 | codes[i + 1] for i in range(0, len(codes) - 1, 2)]
        self.shown.setdefault(self.font, set()).update(cids)
        if self.moved or not self.said.get(mcid):
            self.said.setdefault(mcid, []).append([])
        self.moved = False
        self.said[mcid][-1].append((self.font, cids))

    def check_form(self, form):
        """A form is painted by its Do: it has no marked sequences of its own, and all it needs."""
        if not self.expect(isinstance(form, Stream), "content", f"{self.at}: Do of nothing"):
            return
        if form.dict.get("Subtype") != "Form":
            return
        lexer, saved = Lexer(form.data()), 0
        while (token := lexer.token()) is not None:
            if isinstance(token, Keyword):
                self.expect(token in KNOWN, "content", f"{self.at}: the operator {token} in a form is not expected")
                self.expect(token not in ("BDC", "BMC", "EMC"), "nested", f"{self.at}: a marked sequence in a form")
                self.expect(token not in SHOWING, "content", f"{self.at}: text in a form")
                saved += {"q": 1, "Q": -1}.get(token, 0)
        self.expect(saved == 0, "content", f"{self.at}: q and Q do not pair in a form")


def flat(operands):
    for operand in operands:
        if isinstance(operand, list):
            yield from flat(operand)
        else:
            yield operand
