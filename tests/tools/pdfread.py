"""A strict reader of PDF files for tests: standard library only, shares nothing with the writer.

It repairs nothing: a wrong offset, length or delimiter is a finding, because a reader that repairs would hide it.
"""
import re
import zlib
from dataclasses import dataclass, field

WHITE = b"\0\t\n\f\r "
DELIMITERS = b"()<>[]{}/%"


class PdfError(Exception):
    pass


class Name(str):
    """A PDF name, without its slash."""


class Keyword(str):
    """A word that is neither number nor name: an operator, obj, R, stream ..."""


@dataclass(frozen=True)
class Ref:
    number: int
    generation: int = 0


@dataclass
class Stream:
    dict: dict
    raw: bytes

    def data(self):
        filters = self.dict.get("Filter", [])
        parms = self.dict.get("DecodeParms", {})
        if isinstance(filters, Name):
            filters = [filters]
        if isinstance(parms, list):
            parms = parms[0] if parms else {}
        data = self.raw
        for name in filters:
            if name == "DCTDecode":
                return data  # a whole JPEG file
            if name != "FlateDecode":
                raise PdfError(f"the filter {name} is not known here")
            inflater = zlib.decompressobj()
            try:
                data = inflater.decompress(data) + inflater.flush()
            except zlib.error as error:
                raise PdfError(f"a stream does not inflate: {error}") from error
            if not inflater.eof or inflater.unused_data:
                raise PdfError("a stream's compressed data ends too early or too late")
            data = unpredict(data, parms)
        return data


def unpredict(data, parms):
    """Undoes the PNG predictors (ISO 32000-1, 7.4.4.4)."""
    predictor = parms.get("Predictor", 1)
    if predictor == 1:
        return data
    if predictor < 10:
        raise PdfError(f"the predictor {predictor} is not known here")
    bits = parms.get("Colors", 1) * parms.get("BitsPerComponent", 8)
    row_bytes, step = (parms.get("Columns", 1) * bits + 7) // 8, max(1, bits // 8)
    if len(data) % (row_bytes + 1):
        raise PdfError("a stream with predictors has no whole number of rows")
    out, above = bytearray(), bytearray(row_bytes)
    for at in range(0, len(data), row_bytes + 1):
        kind, row = data[at], bytearray(data[at + 1 : at + 1 + row_bytes])
        for i in range(row_bytes):
            left = row[i - step] if i >= step else 0
            corner = above[i - step] if i >= step else 0
            if kind == 1:
                row[i] = (row[i] + left) & 255
            elif kind == 2:
                row[i] = (row[i] + above[i]) & 255
            elif kind == 3:
                row[i] = (row[i] + (left + above[i]) // 2) & 255
            elif kind == 4:
                guess = left + above[i] - corner
                near = min((abs(guess - v), n) for n, v in enumerate((left, above[i], corner)))[1]
                row[i] = (row[i] + (left, above[i], corner)[near]) & 255
            elif kind:
                raise PdfError(f"a row has the filter type {kind}")
        out += row
        above = row
    return bytes(out)


class Lexer:
    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def skip_white(self):
        data = self.data
        while self.at < len(data):
            if data[self.at] in WHITE:
                self.at += 1
            elif data[self.at] == 0x25:  # a comment
                while self.at < len(data) and data[self.at] not in b"\r\n":
                    self.at += 1
            else:
                return

    def fail(self, sentence):
        raise PdfError(f"at byte {self.at}: {sentence}")

    def token(self):
        """The next object (arrays and dictionaries whole) or Keyword; None at the end."""
        self.skip_white()
        data, at = self.data, self.at
        if at >= len(data):
            return None
        c = data[at : at + 1]
        if c == b"/":
            return self.name()
        if c == b"(":
            return self.literal()
        if data[at : at + 2] == b"<<":
            self.at += 2
            return self.dictionary()
        if c == b"<":
            return self.hexadecimal()
        if c == b"[":
            self.at += 1
            return self.collect("]")
        if data[at : at + 2] == b">>":
            self.at += 2
            return Keyword(">>")
        if c in b"]{}":
            self.at += 1
            return Keyword(c.decode())
        return self.word()

    def word(self):
        end = self.at
        while end < len(self.data) and self.data[end] not in WHITE + DELIMITERS:
            end += 1
        if end == self.at:
            self.fail("a byte that starts no object")
        text = self.data[self.at : end].decode("latin-1")
        self.at = end
        if re.fullmatch(r"[+-]?\d+", text):
            return int(text)
        if re.fullmatch(r"[+-]?(\d+\.\d*|\.\d+)", text):
            return float(text)
        return {"true": True, "false": False}.get(text, Keyword(text))

    def name(self):
        end = self.at + 1
        while end < len(self.data) and self.data[end] not in WHITE + DELIMITERS:
            end += 1
        raw = self.data[self.at + 1 : end]
        self.at = end
        raw = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), raw)
        return Name(raw.decode("latin-1"))

    def literal(self):
        out, depth, at, data = bytearray(), 1, self.at + 1, self.data
        escapes = {b"n": 10, b"r": 13, b"t": 9, b"b": 8, b"f": 12}
        while depth:
            if at >= len(data):
                self.fail("a string without its end")
            c = data[at : at + 1]
            at += 1
            if c == b"\\":
                octal = re.compile(rb"[0-7]{1,3}").match(data, at)
                if octal:
                    out.append(int(octal[0], 8) & 255)
                    at = octal.end()
                elif data[at : at + 2] == b"\r\n":
                    at += 2
                elif data[at : at + 1] in (b"\n", b"\r"):
                    at += 1
                else:
                    out.append(escapes.get(data[at : at + 1], data[at]))
                    at += 1
                continue
            depth += (c == b"(") - (c == b")")
            if depth:
                out += c
        self.at = at
        return bytes(out)

    def hexadecimal(self):
        end = self.data.find(b">", self.at)
        digits = re.sub(rb"\s", b"", self.data[self.at + 1 : end])
        if end < 0 or not re.fullmatch(rb"[0-9A-Fa-f]*", digits):
            self.fail("a hexadecimal string that is none")
        self.at = end + 1
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())

    def collect(self, closing):
        """Objects up to a closing word; `n g R` becomes a Ref."""
        items = []
        while True:
            item = self.token()
            if item is None:
                self.fail(f"no {closing} to the end of the file")
            if isinstance(item, Keyword):
                if item == closing:
                    return items
                if item == "R" and len(items) >= 2 and all(type(i) is int for i in items[-2:]):
                    items[-2:] = [Ref(items[-2], items[-1])]
                    continue
                if item == "null":
                    items.append(None)
                    continue
                self.fail(f"the word {item} inside an object")
            items.append(item)

    def dictionary(self):
        items = self.collect(">>")
        if len(items) % 2 or not all(isinstance(k, Name) for k in items[::2]):
            self.fail("a dictionary without pairs of name and value")
        keys = items[::2]
        if len(set(keys)) != len(keys):
            self.fail(f"a dictionary with a key twice: {sorted(keys)}")
        return dict(zip(keys, items[1::2]))


@dataclass
class Pdf:
    trailer: dict = field(default_factory=dict)
    objects: dict = field(default_factory=dict)  # number -> object
    containers: set = field(default_factory=set)  # numbers of object and cross-reference streams

    def get(self, value):
        """The object behind a reference."""
        hops = 0
        while isinstance(value, Ref):
            if value.number not in self.objects:
                return None
            value = self.objects[value.number]
            hops += 1
            if hops > 20:
                raise PdfError("references in a ring")
        return value

    def at(self, value, *path):
        """Follows dictionary keys and array indices through references; None where it ends early."""
        for step in path:
            value = self.get(value)
            if isinstance(value, Stream):
                value = value.dict
            if isinstance(value, dict):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return self.get(value)

    @property
    def catalog(self):
        return self.get(self.trailer.get("Root")) or {}

    def pages(self):
        """References of the pages, in order."""
        out, todo, seen = [], [self.catalog.get("Pages")], set()
        while todo:
            ref = todo.pop()
            if ref in seen:
                raise PdfError("a page tree with a ring")
            seen.add(ref)
            node = self.get(ref)
            if not isinstance(node, dict):
                raise PdfError("a page tree with a node that is none")
            if node.get("Type") == "Pages":
                todo.extend(reversed(self.get(node.get("Kids")) or []))
            else:
                out.append(ref)
        return out


def read_stream(lexer, dictionary, resolve):
    """The cursor stands behind the word stream (7.3.8.1: CRLF or LF, never CR alone)."""
    data = lexer.data
    if data[lexer.at : lexer.at + 2] == b"\r\n":
        lexer.at += 2
    elif data[lexer.at : lexer.at + 1] == b"\n":
        lexer.at += 1
    else:
        lexer.fail("no line end behind the word stream")
    length = resolve(dictionary.get("Length"))
    if type(length) is not int or length < 0:
        lexer.fail("a stream without a length")
    end = lexer.at + length
    line_end = re.compile(rb"(\r\n|\n|\r)endstream\b").match(data, end)
    if not line_end:
        lexer.fail(f"a stream of {length} bytes does not end where its Length says")
    raw = data[lexer.at : end]
    if raw[-1:] == b"\r" and line_end[1] == b"\n":
        lexer.fail(f"a stream of {length} bytes ends with a carriage return that is part of the line end behind it")
    lexer.at = end
    if lexer.token() != "endstream":
        lexer.fail("no endstream")
    return Stream(dictionary, raw)


def read_object(data, offset, resolve):
    """The object whose `n g obj` stands exactly at the offset: (number, generation, object, end)."""
    head = re.compile(rb"(\d+) (\d+) obj\b").match(data, offset)
    if not head:
        raise PdfError(f"no object starts at byte {offset}, where the cross-reference table says so")
    lexer = Lexer(data, head.end())
    value = lexer.token()
    if isinstance(value, Keyword):
        value = None if value == "null" else lexer.fail(f"the word {value} where an object should stand")
    word = lexer.token()
    if type(value) is int and type(word) is int:  # a reference as a whole object
        if lexer.token() != "R":
            lexer.fail("two numbers where an object should stand")
        value, word = Ref(value, word), lexer.token()
    if word == "stream" and isinstance(value, dict):
        value = read_stream(lexer, value, resolve)
        word = lexer.token()
    if word != "endobj":
        lexer.fail("no endobj")
    return int(head[1]), int(head[2]), value, lexer.at


def read_table(data, at):
    """A classic cross-reference table: entries {number: (1, offset, generation)} and the trailer."""
    entries, lexer = {}, Lexer(data, at + 4)
    while True:
        first = lexer.token()
        if first == "trailer":
            return entries, lexer.token()
        count = lexer.token()
        if type(first) is not int or type(count) is not int:
            lexer.fail("a cross-reference table without its subsections")
        lexer.skip_white()
        for number in range(first, first + count):
            line = re.compile(rb"(\d{10}) (\d{5}) ([nf])( \r| \n|\r\n)").match(data, lexer.at)
            if not line:
                lexer.fail("a cross-reference entry that is not 20 bytes")
            if line[3] == b"n":
                entries[number] = (1, int(line[1]), int(line[2]))
            lexer.at = line.end()


def read_xref_stream(data, at):
    number, _, stream, _ = read_object(data, at, lambda v: v)
    if not isinstance(stream, Stream) or stream.dict.get("Type") != "XRef":
        raise PdfError("startxref leads to no cross-reference")
    widths, rows = stream.dict["W"], stream.data()
    index = stream.dict.get("Index", [0, stream.dict["Size"]])
    if sum(widths) == 0 or len(rows) != sum(widths) * sum(index[1::2]):
        raise PdfError("the cross-reference stream has more or fewer entries than it says")
    entries, cursor = {}, 0
    for first, count in zip(index[::2], index[1::2]):
        for n in range(first, first + count):
            fields = []
            for width in widths:
                fields.append(int.from_bytes(rows[cursor : cursor + width], "big"))
                cursor += width
            kind = fields[0] if widths[0] else 1
            if kind in (1, 2):
                entries[n] = (kind, fields[1], fields[2])
            elif kind != 0:
                raise PdfError(f"a cross-reference entry of type {kind}")
    return entries, dict(stream.dict), number


def read_object_stream(stream, number):
    """[(object number, object)] of an object stream (7.5.7)."""
    data, count, first = stream.data(), stream.dict["N"], stream.dict["First"]
    head = Lexer(data[:first])
    pairs = [(head.token(), head.token()) for _ in range(count)]
    if head.token() is not None:
        raise PdfError(f"the object stream {number} names more objects than N")
    out = []
    for i, (member, offset) in enumerate(pairs):
        end = first + pairs[i + 1][1] if i + 1 < count else len(data)
        lexer = Lexer(data[:end], first + offset)
        value = lexer.token()
        out.append((member, None if value == "null" else value))
        lexer.skip_white()
        if lexer.at != end and lexer.at < len(lexer.data):
            raise PdfError(f"object {member} in the object stream {number} is followed by something else")
    return out


def read(data):
    if not re.match(rb"%PDF-1\.\d\r?\n%[\x80-\xff]{4}", data):
        raise PdfError("the file does not start with %PDF-1.x and a comment of four high bytes")
    tail = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*\Z", data)
    if not tail:
        raise PdfError("the file does not end with startxref and %%EOF")
    start = int(tail[1])
    pdf = Pdf()
    if data[start : start + 4] == b"xref":
        entries, pdf.trailer = read_table(data, start)
    else:
        entries, pdf.trailer, number = read_xref_stream(data, start)
        pdf.containers.add(number)
    if "Prev" in pdf.trailer:
        raise PdfError("the file has an older cross-reference: a fresh file needs none")

    def resolve(value):
        if isinstance(value, Ref):
            kind, offset, _ = entries.get(value.number, (0, 0, 0))
            if kind != 1:
                raise PdfError("a stream's Length stands in no plain object")
            return read_object(data, offset, None)[2]
        return value

    spans = []
    for number, (kind, offset, generation) in entries.items():
        if kind != 1:
            continue
        found, its_generation, value, end = read_object(data, offset, resolve)
        if (found, its_generation) != (number, generation):
            raise PdfError(f"object {number} is object {found} at its place")
        spans.append((offset, end))
        pdf.objects[number] = value
    for container in sorted({e[1] for e in entries.values() if e[0] == 2}):
        stream = pdf.objects.get(container)
        if not isinstance(stream, Stream) or stream.dict.get("Type") != "ObjStm":
            raise PdfError(f"object {container} is no object stream")
        pdf.containers.add(container)
        for place, (number, value) in enumerate(read_object_stream(stream, container)):
            if entries.get(number) != (2, container, place):
                raise PdfError(f"the cross-reference does not know object {number} in the stream {container}")
            pdf.objects[number] = value
    for number, (kind, _, _) in entries.items():
        if number not in pdf.objects:
            raise PdfError(f"the cross-reference names object {number}, which is nowhere")
    check_gaps(data, sorted(spans), start)
    if entries and pdf.trailer.get("Size") != max(entries) + 1:
        raise PdfError("the trailer's Size is not the highest object number and one")
    return pdf


def check_gaps(data, spans, start):
    at = 0
    for begin, end in spans:
        between = re.sub(rb"%[^\r\n]*", b"", data[at:begin])
        if begin < at or between.strip(WHITE):
            raise PdfError(f"bytes {at} to {begin} belong to no object")
        at = end
    if data[at:start].strip(WHITE):
        raise PdfError(f"bytes {at} to {start} belong to no object")


def text_of(value):
    """A text string (7.9.2.2) as str; None where it is none."""
    if not isinstance(value, bytes):
        return None
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be")
    return value.decode("latin-1")
