"""Our own judge of a handout's structure: `structcheck.py [--tags] FILE...`

Every painting operator stands in exactly one marked sequence; marked content, parent tree and tag tree agree in both
directions; links are reachable from tags and back; widths agree with the embedded fonts. Shares no code with the
writer. Prints `file: rule: sentence` for each finding and ends with 1 when there was any. --tags prints the tag tree.
"""
import re
import struct
import sys
import unicodedata

import pdfread
from contentread import Content
from fieldcheck import check_fields
from fontread import FontError, TrueType
from pdfread import PdfError, Ref, Stream, text_of

GROUPING = {"Document", "Part", "Sect", "Div", "Art", "BlockQuote", "Caption", "TOC", "TOCI", "Aside", "NonStruct"}
HEADINGS = {f"H{n}" for n in range(1, 7)}
STANDARD = GROUPING | HEADINGS | {
    "P", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD", "Span", "Quote", "Note",
    "Reference", "Link", "Annot", "Figure", "Formula", "Form",
}
CHILDREN = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}
PARENTS = {"LI": {"L"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}}
MAY_BE_EMPTY = {"TD", "TH"}
FORBIDDEN_KEYS = {"JS", "JavaScript", "AA", "OpenAction", "EmbeddedFiles", "NeedAppearances", "XFA", "Encrypt", "Interpolate"}


class Element:
    def __init__(self, ref, value, parent):
        self.ref, self.value, self.parent = ref, value, parent
        self.kind = value.get("S")
        self.kids = []      # Elements, ("mcid", page ref, number), ("objr", page ref, object ref)
        self.level = parent.level + 1 if parent else 0

    def elements(self):
        return [k for k in self.kids if isinstance(k, Element)]

    def walk(self):
        yield self
        for kid in self.elements():
            yield from kid.walk()


class Checker:
    def __init__(self, data):
        self.findings = []
        self.pdf = pdfread.read(data)
        self.pages = self.pdf.pages()
        self.elements, self.owners, self.objr = {}, {}, {}
        self.fonts_shown = {}  # font ref -> set of CIDs
        self.unicode = {}  # font ref -> CID -> text

    def find(self, rule, sentence):
        self.findings.append((rule, sentence))

    def expect(self, truth, rule, sentence):
        if not truth:
            self.find(rule, sentence)
        return bool(truth)

    def run(self):
        self.check_catalog()
        self.check_forbidden()
        self.root = self.read_tree()
        self.check_tree()
        self.contents = {ref: self.check_page(ref, number) for number, ref in enumerate(self.pages, 1)}
        self.check_parent_tree()
        self.check_annotations()
        self.check_fonts()
        self.check_images()
        self.check_outlines()
        self.check_reachable()
        return self.findings

    def check_catalog(self):
        pdf, catalog = self.pdf, self.pdf.catalog
        language = text_of(pdf.at(catalog, "Lang"))
        self.expect(language and re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language), "lang", "no language")
        self.expect(pdf.at(catalog, "MarkInfo", "Marked") is True, "marked", "MarkInfo does not say Marked true")
        self.expect(pdf.at(catalog, "ViewerPreferences", "DisplayDocTitle") is True, "title", "the title is not shown")
        self.expect(pdf.at(catalog, "ViewerPreferences", "PrintScaling") == "None", "print", "is not printed in its size")
        title = text_of(pdf.at(pdf.trailer, "Info", "Title"))
        self.expect(title and title.strip(), "title", "no title")
        metadata = pdf.get(catalog.get("Metadata"))
        if self.expect(isinstance(metadata, Stream), "xmp", "no metadata") and title:
            xmp = metadata.data().decode("utf-8")
            escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            self.expect(escaped in xmp, "xmp", "the metadata has another title")
            self.expect("Filter" not in metadata.dict, "xmp", "the metadata is compressed")
        ids = pdf.trailer.get("ID")
        self.expect(isinstance(ids, list) and len(ids) == 2 and all(len(i) == 16 for i in ids), "id", "no file ID")
        self.expect(self.pages, "pages", "no pages")

    def check_forbidden(self):
        for number, value in self.pdf.objects.items():
            for dictionary in dictionaries(value):
                for key in FORBIDDEN_KEYS & set(dictionary):
                    self.find("forbidden", f"object {number} has the key {key}")
                if dictionary.get("S") in ("JavaScript", "Launch", "GoToR", "SubmitForm", "ImportData"):
                    self.find("forbidden", f"object {number} has the action {dictionary['S']}")

    def check_reachable(self):
        seen, todo = set(), [self.pdf.trailer]
        while todo:
            value = todo.pop()
            if isinstance(value, Ref):
                if value.number in seen:
                    continue
                seen.add(value.number)
                if value.number not in self.pdf.objects:
                    self.find("dangling", f"a reference to object {value.number}, which is not there")
                value = self.pdf.objects.get(value.number)
            if isinstance(value, Stream):
                value = value.dict
            if isinstance(value, dict):
                todo.extend(value.values())
            elif isinstance(value, list):
                todo.extend(value)
        lost = sorted(set(self.pdf.objects) - seen - self.pdf.containers)
        self.expect(not lost, "orphan", f"nothing leads to the objects {lost}")

    def read_tree(self):
        root = self.pdf.get(self.pdf.catalog.get("StructTreeRoot"))
        if not self.expect(isinstance(root, dict), "tree", "no StructTreeRoot"):
            return None
        kids = root.get("K")
        kids = kids if isinstance(self.pdf.get(kids), list) else [kids]
        kids = self.pdf.get(kids)
        if not self.expect(len(kids) == 1, "tree", "the tag tree has not one Document at its root"):
            return None
        return self.read_element(kids[0], None, self.pdf.catalog["StructTreeRoot"])

    def read_element(self, ref, parent, parent_ref):
        value = self.pdf.get(ref)
        if not self.expect(isinstance(ref, Ref) and isinstance(value, dict), "tree", f"an element that is none: {ref}"):
            return None
        if not self.expect(ref not in self.elements, "tree", f"the element {ref.number} stands in the tree twice"):
            return None
        element = self.elements[ref] = Element(ref, value, parent)
        self.expect(value.get("P") == parent_ref, "tree", f"{where(element)}: P is not its parent")
        self.expect(value.get("Type", "StructElem") == "StructElem", "tree", f"{where(element)}: a wrong Type")
        kids = self.pdf.get(value.get("K"))
        if isinstance(value.get("K"), Ref) and not isinstance(kids, list):
            kids = [value["K"]]
        elif not isinstance(kids, list):
            kids = [] if kids is None else [kids]
        for kid in kids:
            self.read_kid(element, kid)
        return element

    def read_kid(self, element, kid):
        value, page = self.pdf.get(kid), element.value.get("Pg")
        if type(value) is int:
            self.own(element, page, value)
        elif isinstance(value, dict) and value.get("Type") == "MCR":
            self.expect("Stm" not in value, "mcid", f"{where(element)}: marked content in a form is not expected")
            self.own(element, value.get("Pg", page), value.get("MCID"))
        elif isinstance(value, dict) and value.get("Type") == "OBJR":
            target = value.get("Obj")
            self.expect(target not in self.objr, "objr", f"{where(element)}: an object with two owners")
            self.objr[target] = (element, value.get("Pg", page))
            element.kids.append(("objr", value.get("Pg", page), target))
        else:
            child = self.read_element(kid, element, element.ref)
            if child:
                element.kids.append(child)

    def own(self, element, page, number):
        if not self.expect(page in self.pages, "mcid", f"{where(element)}: marked content on no page"):
            return
        other = self.owners.get((page, number))
        self.expect(other is None, "mcid", f"{where(element)}: MCID {number} belongs to {where(other)} too")
        self.owners[(page, number)] = element
        element.kids.append(("mcid", page, number))

    def check_tree(self):
        if self.root is None:
            return
        self.expect(self.root.kind == "Document", "tree", "the root is no Document")
        for element in self.root.walk():
            self.check_element(element)
        self.check_headings([e for e in self.root.walk() if e.kind in HEADINGS])

    def check_element(self, element):
        kind, at = element.kind, where(element)
        self.expect(kind in STANDARD, "type", f"{at}: {kind} is no standard type")
        self.expect(element.kids or kind in MAY_BE_EMPTY, "empty", f"{at}: nothing in it")
        kinds = {e.kind for e in element.elements()}
        if kind in CHILDREN:
            self.expect(kinds <= CHILDREN[kind], "nesting", f"{at}: holds {sorted(kinds - CHILDREN[kind])}")
            self.expect(len(element.elements()) == len(element.kids), "nesting", f"{at}: holds content itself")
        if kind in PARENTS:
            above = element.parent.kind if element.parent else None
            self.expect(above in PARENTS[kind], "nesting", f"{at}: stands in {above}")
        if kind in HEADINGS | {"P"}:
            wrong = kinds - {"Span", "Link", "Lbl", "Quote", "Reference", "Note", "Figure", "Form"}
            self.expect(not wrong, "nesting", f"{at}: holds {sorted(wrong)}")
        special = {"Figure": self.check_figure, "Table": self.check_table, "TH": self.check_header,
                   "Link": self.check_link, "L": self.check_list,
                   "Form": self.check_form}
        if kind in special:
            special[kind](element)

    def check_headings(self, headings):
        last = 0
        for heading in headings:
            level = int(heading.kind[1])
            self.expect(level <= last + 1, "heading", f"{where(heading)}: follows H{last}" if last else
                        f"{where(heading)}: the first heading is not H1")
            last = level
        self.expect(headings, "heading", "no heading")

    def attribute(self, element, owner, key):
        attributes = self.pdf.get(element.value.get("A"))
        for item in attributes if isinstance(attributes, list) else [attributes]:
            item = self.pdf.get(item)
            if isinstance(item, dict) and item.get("O") == owner and key in item:
                return self.pdf.get(item[key])
        return None

    def check_figure(self, figure):
        alt = text_of(self.pdf.get(figure.value.get("Alt")))
        self.expect(alt and alt.strip(), "alt", f"{where(figure)}: no Alt")
        box = self.attribute(figure, "Layout", "BBox")
        if self.expect(isinstance(box, list) and len(box) == 4, "bbox", f"{where(figure)}: no BBox"):
            page = next((k[1] for e in figure.walk() for k in e.kids if not isinstance(k, Element)), None)
            media = self.media(page)
            self.expect(inside(box, media), "bbox", f"{where(figure)}: BBox {box} is not on the page")

    def check_table(self, table):
        rows = [e for e in table.walk() if e.kind == "TR"]
        widths = [sum(self.attribute(c, "Table", "ColSpan") or 1 for c in r.elements()) for r in rows]
        self.expect(len(set(widths)) == 1, "table", f"{where(table)}: rows of {sorted(set(widths))} cells")
        self.expect(rows and all(c.kind == "TH" for c in rows[0].elements()), "table",
                    f"{where(table)}: the first row does not head the columns")

    def check_header(self, cell):
        scope = self.attribute(cell, "Table", "Scope")
        self.expect(scope in ("Row", "Column", "Both"), "scope", f"{where(cell)}: no Scope")

    def check_link(self, link):
        flat = [k for e in link.walk() for k in e.kids if not isinstance(k, Element)]
        self.expect(any(k[0] == "objr" for k in flat), "objr", f"{where(link)}: no annotation")
        self.expect(any(k[0] == "mcid" for k in flat), "link", f"{where(link)}: no text")

    def check_form(self, form):
        """A field for a pen says what it is, and in words; one for a viewer is its widget and nothing else."""
        role, at = self.attribute(form, "PrintField", "Role"), where(form)
        if role is None:
            self.expect(len(form.kids) == 1 and not isinstance(form.kids[0], Element) and form.kids[0][0] == "objr",
                        "form", f"{at}: neither a printed field nor one widget")
            return
        alt = text_of(self.pdf.get(form.value.get("Alt")))
        self.expect(role in ("cb", "tv"), "form", f"{at}: a printed field with the role {role}")
        self.expect(alt and alt.strip(), "alt", f"{at}: no Alt")
        checked = self.attribute(form, "PrintField", "checked")
        self.expect((checked in ("on", "off")) == (role == "cb"), "form", f"{at}: checked is {checked}")

    def check_list(self, element):
        labels = [e for item in element.elements() for e in item.elements() if e.kind == "Lbl"]
        if labels:
            numbering = self.attribute(element, "List", "ListNumbering")
            self.expect(numbering not in (None, "None"), "list", f"{where(element)}: labels, but no ListNumbering")

    def media(self, page):
        box, node = None, self.pdf.get(page)
        while isinstance(node, dict) and box is None:
            box, node = self.pdf.get(node.get("MediaBox")), self.pdf.get(node.get("Parent"))
        return box or [0, 0, 0, 0]

    def check_page(self, ref, number):
        page, at = self.pdf.get(ref), f"page {number}"
        self.expect(page.get("Tabs") == "S", "tabs", f"{at}: Tabs is not S")
        self.expect(type(page.get("StructParents")) is int, "parents", f"{at}: no StructParents")
        content = Content(self.pdf, page, at, self.expect)
        content.run()
        numbers = sorted(content.mcids)
        self.expect(numbers == list(range(len(numbers))), "mcid", f"{at}: MCIDs {gaps(numbers)} are not 0 to n-1, once")
        for mcid in set(numbers):
            self.expect((ref, mcid) in self.owners, "mcid", f"{at}: MCID {mcid} belongs to no element")
        for owned_page, mcid in self.owners:
            if owned_page == ref:
                self.expect(mcid in numbers, "mcid", f"{at}: an element has MCID {mcid}, which the page has not")
        for font, cids in content.shown.items():
            self.fonts_shown.setdefault(font, set()).update(cids)
        for mcid, kinds in content.painted.items():
            self.expect(kinds or mcid not in numbers, "empty", f"{at}: MCID {mcid} paints nothing")
        return content

    def check_parent_tree(self):
        root = self.pdf.get(self.pdf.catalog.get("StructTreeRoot"))
        if not isinstance(root, dict):
            return
        tree = self.number_tree(root.get("ParentTree"))
        following = root.get("ParentTreeNextKey")
        if tree:
            self.expect(type(following) is int and following > max(tree), "parents", "ParentTreeNextKey is too small")
        used = set()
        for number, ref in enumerate(self.pages, 1):
            key = self.pdf.get(ref).get("StructParents")
            self.expect(key not in used, "parents", f"page {number}: its StructParents is used twice")
            used.add(key)
            wanted = [self.owners[(ref, n)].ref if (ref, n) in self.owners else None
                      for n in range(len(self.contents[ref].mcids))]
            self.expect(self.pdf.get(tree.get(key)) == wanted, "parents",
                        f"page {number}: the parent tree and the tag tree differ")
        for number, ref, annotation in self.annotations():
            key = annotation.get("StructParent")
            self.expect(key not in used, "parents", f"page {number}: its annotation's StructParent is used twice")
            used.add(key)
            owner = self.objr.get(ref, (None, None))[0]
            self.expect(owner and tree.get(key) == owner.ref, "objr",
                        f"page {number}: the parent tree does not lead from the annotation {ref.number} to its tag")
        self.expect(not set(tree) - used, "parents", f"the parent tree has keys {sorted(set(tree) - used)} of nothing")

    def number_tree(self, node):
        out, node = {}, self.pdf.get(node)
        if not self.expect(isinstance(node, dict), "parents", "no parent tree"):
            return out
        for kid in self.pdf.get(node.get("Kids")) or []:
            out.update(self.number_tree(kid))
        numbers = self.pdf.get(node.get("Nums")) or []
        keys = numbers[::2]
        self.expect(keys == sorted(set(keys)), "parents", "the parent tree's keys are not in order")
        out.update(zip(keys, numbers[1::2]))
        return out

    def annotations(self):
        for number, ref in enumerate(self.pages, 1):
            for annotation in self.pdf.get(self.pdf.get(ref).get("Annots")) or []:
                yield number, annotation, self.pdf.get(annotation)

    def check_annotations(self):
        seen, widgets = set(), []
        for number, ref, annotation in self.annotations():
            seen.add(ref)
            at, page = f"page {number}: annotation {ref.number}", self.pages[number - 1]
            if annotation.get("Subtype") == "Widget":
                widgets.append((number, ref, annotation))
            else:
                self.check_link_annotation(annotation, at)
            self.expect(inside(annotation.get("Rect"), self.media(page)), "annotation", f"{at}: is not on the page")
            self.expect(annotation.get("P", page) == page, "annotation", f"{at}: P is another page")
            owner, owner_page = self.objr.get(ref, (None, None))
            if self.expect(owner, "objr", f"{at}: no tag leads to it"):
                wanted = "Form" if annotation.get("Subtype") == "Widget" else "Link"
                self.expect(owner.kind == wanted, "objr", f"{at}: its tag is {owner.kind}, not {wanted}")
                self.expect(owner_page == page, "objr", f"{at}: its tag says another page")
        for target in self.objr:
            self.expect(target in seen, "objr", f"a tag leads to object {target}, which is no annotation of a page")
        check_fields(self, widgets)

    def check_link_annotation(self, annotation, at):
        self.expect(annotation.get("Subtype") == "Link", "annotation", f"{at}: is no Link")
        contents = text_of(self.pdf.get(annotation.get("Contents")))
        self.expect(contents and contents.strip(), "contents", f"{at}: no Contents")
        self.expect(annotation.get("F") == 4, "flags", f"{at}: F is not 4 (print)")
        self.check_target(annotation, at)

    def check_target(self, annotation, at):
        action = self.pdf.get(annotation.get("A"))
        if isinstance(action, dict) and action.get("S") == "URI":
            uri = self.pdf.get(action.get("URI"))
            good = isinstance(uri, bytes) and re.fullmatch(rb"(https?://|mailto:|tel:)[!-~]+", uri)
            self.expect(good, "target", f"{at}: the address {uri} is none")
        else:
            self.check_destination(annotation.get("Dest") or self.pdf.at(action, "D"), at)

    def check_destination(self, destination, at):
        destination = self.pdf.get(destination)
        good = isinstance(destination, list) and len(destination) > 1 and destination[0] in self.pages
        self.expect(good, "target", f"{at}: leads to no page")

    def check_fonts(self):
        names = [str(self.pdf.at(f, "BaseFont")) for f in self.fonts_shown]
        self.expect(len(names) == len(set(names)), "font", f"two fonts of one name: {names}")
        for ref, cids in self.fonts_shown.items():
            at = f"font {self.pdf.at(ref, 'BaseFont')}"
            try:
                self.check_font(ref, cids, at)
            except FontError as error:
                self.find("font", f"{at}: {error}")

    def check_font(self, ref, cids, at):
        font = self.pdf.get(ref)
        below = self.pdf.at(font, "DescendantFonts", 0)
        descriptor = self.pdf.at(below, "FontDescriptor") or {}
        self.expect((font.get("Subtype"), font.get("Encoding")) == ("Type0", "Identity-H"), "font",
                    f"{at}: is not Type0 with Identity-H")
        self.expect(below.get("CIDToGIDMap") == "Identity", "font", f"{at}: CIDToGIDMap is not Identity")
        same = font.get("BaseFont") == below.get("BaseFont") == descriptor.get("FontName")
        self.expect(same and re.match(r"[A-Z]{6}\+", str(font.get("BaseFont"))), "font", f"{at}: no subset name, or three")
        file = self.pdf.get(descriptor.get("FontFile2"))
        if not self.expect(isinstance(file, Stream), "embedded", f"{at}: is not embedded"):
            return
        self.expect(self.pdf.get(file.dict.get("Length1")) == len(file.data()), "font", f"{at}: a wrong Length1")
        face, widths = TrueType(file.data()), self.widths(below)
        default = below.get("DW", 1000)
        unicode = self.unicode[ref] = self.read_unicode(font, at)
        for cid in sorted(cids):
            if not self.expect(0 < cid < face.glyphs, "glyph", f"{at}: shows glyph {cid} of {face.glyphs}"):
                continue
            self.expect(abs(widths.get(cid, default) - face.width(cid)) <= 1, "width",
                        f"{at}: W says {widths.get(cid, default)} for glyph {cid}, the font {face.width(cid):.1f}")
            text = unicode.get(cid)
            good = text and not set(text) & {"\0", "\ufffd", "\ufeff", "\ufffe"}
            self.expect(good, "unicode", f"{at}: ToUnicode has nothing for glyph {cid}")
            if good and text.strip():
                # The glyph before shows a letter with all its marks; those behind it say them, and take no room.
                mark = unicodedata.combining(text) != 0 if len(text) == 1 else False
                self.expect(face.outline(cid) > 0 or (mark and face.width(cid) == 0), "glyph",
                            f"{at}: the glyph {cid} for '{text}' is blank")

    def runs(self, page, mcid):
        """The texts of a marked sequence, each from one place on, in however many fonts; None for all that stands in
        no sequence with a number: the artifacts."""
        for shown in self.contents[page].said.get(mcid, []):
            yield "".join(self.unicode.get(font, {}).get(cid, "\ufffd") for font, cids in shown for cid in cids)

    def widths(self, font):
        items, out, i = self.pdf.get(font.get("W")) or [], {}, 0
        while i < len(items):
            second = self.pdf.get(items[i + 1])
            if isinstance(second, list):
                out.update({items[i] + k: w for k, w in enumerate(second)})
                i += 2
            else:
                out.update({cid: items[i + 2] for cid in range(items[i], second + 1)})
                i += 3
        return out

    def read_unicode(self, font, at):
        stream = self.pdf.get(font.get("ToUnicode"))
        if not self.expect(isinstance(stream, Stream), "unicode", f"{at}: no ToUnicode"):
            return {}
        text, out = stream.data().decode("latin-1"), {}
        for count, body in re.findall(r"(\d+)\s+beginbfchar(.*?)endbfchar", text, re.S):
            pairs = re.findall(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", body)
            self.expect(int(count) == len(pairs) <= 100, "unicode", f"{at}: a ToUnicode block with a wrong count")
            out.update({int(c, 16): bytes.fromhex(u).decode("utf-16-be") for c, u in pairs})
        for _, body in re.findall(r"(\d+)\s+beginbfrange(.*?)endbfrange", text, re.S):
            for first, last, base in re.findall(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>", body):
                for i in range(int(last, 16) - int(first, 16) + 1):
                    out[int(first, 16) + i] = chr(int(base, 16) + i)
        return out

    def check_images(self):
        channels = {"DeviceRGB": 3, "DeviceGray": 1}
        for number, value in self.pdf.objects.items():
            if not isinstance(value, Stream) or value.dict.get("Subtype") != "Image":
                continue
            d, at = value.dict, f"picture {number}"
            space = self.pdf.get(d.get("ColorSpace"))
            n = 1 if isinstance(space, list) and space[0] == "Indexed" else channels.get(space)
            if d.get("Filter") == "DCTDecode":
                self.check_jpeg(value.data(), (8, d["Height"], d["Width"], n), at)
            elif self.expect(n, "picture", f"{at}: the colour space {space}"):
                row = (d["Width"] * n * d["BitsPerComponent"] + 7) // 8
                self.expect(len(value.data()) == row * d["Height"], "picture", f"{at}: too few or too many samples")

    def check_jpeg(self, data, claimed, at):
        """Its frame is what the picture claims; nothing tells where, when or by whom it was taken (ITU-T T.81, B.1)."""
        frame, i = None, 2
        while i + 4 <= len(data) and data[i] == 255 and data[i + 1] != 0xDA:
            marker, length = data[i + 1], int.from_bytes(data[i + 2 : i + 4], "big")
            colors = marker == 0xEE and data[i + 4 : i + 9] == b"Adobe"
            told = marker == 0xFE or (0xE0 <= marker <= 0xEF and not colors)
            self.expect(not told, "picture", f"{at}: the JPEG has a segment {marker:02x}")
            if marker in (0xC0, 0xC1, 0xC2):
                frame = struct.unpack(">BHHB", data[i + 4 : i + 10])
            i += 2 + length
        self.expect(frame == claimed and data.endswith(b"\xff\xd9"), "picture", f"{at}: the JPEG is {frame}, not {claimed}")

    def check_outlines(self):
        root = self.pdf.get(self.pdf.catalog.get("Outlines"))
        if self.expect(isinstance(root, dict) and "First" in root, "bookmarks", "no bookmarks"):
            self.check_siblings(self.pdf.catalog["Outlines"], set())

    def check_siblings(self, parent, seen):
        node, before = self.pdf.at(parent, "First") and self.pdf.get(parent)["First"], None
        while node is not None and self.expect(node not in seen, "bookmarks", "bookmarks in a ring"):
            seen.add(node)
            item = self.pdf.get(node)
            good = item.get("Parent") == parent and item.get("Prev") == before
            self.expect(good, "bookmarks", f"the bookmark {node.number} has a wrong Parent or Prev")
            self.expect((text_of(self.pdf.get(item.get("Title"))) or "").strip(), "bookmarks", "a bookmark without title")
            self.check_destination(item.get("Dest") or self.pdf.at(item, "A", "D"), f"bookmark {node.number}")
            if "First" in item:
                self.check_siblings(node, seen)
            before, node = node, item.get("Next")
        self.expect(self.pdf.get(parent).get("Last") == before, "bookmarks", "Last is not the last bookmark")


def dictionaries(value):
    """Every dictionary inside an object."""
    if isinstance(value, Stream):
        value = value.dict
    if isinstance(value, dict):
        yield value
    if isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from dictionaries(item)


def inside(box, media):
    return (isinstance(box, list) and len(box) == 4 and box[0] < box[2] and box[1] < box[3]
            and box[0] >= media[0] - 0.01 and box[1] >= media[1] - 0.01
            and box[2] <= media[2] + 0.01 and box[3] <= media[3] + 0.01)


def gaps(numbers):
    return [n for i, n in enumerate(numbers) if n != i][:5]


def where(element):
    return f"{element.kind} (object {element.ref.number})" if element else "nothing"


def tag_lines(checker, element):
    """An element, and below it its texts and elements in order; a lone text stands on the element's own line."""
    indent, lines = "  " * element.level, []
    for kid in element.kids:
        if isinstance(kid, Element):
            lines += tag_lines(checker, kid)
        elif kid[0] == "mcid":
            text = "".join(checker.runs(kid[1], kid[2])).strip()
            lines.append(f'{indent}  "{text}"' if text else f"{indent}  (drawing)")
    if len(lines) == 1 and lines[0].endswith('"') and not element.elements():
        return [f"{indent}{element.kind}: {lines[0].strip()[1:-1]}"]
    return [indent + element.kind] + lines


def print_tags(checker):
    if checker.root:
        print("\n".join(tag_lines(checker, checker.root)))


def check_file(path, tags):
    with open(path, "rb") as f:
        data = f.read()
    try:
        checker = Checker(data)
        findings = checker.run()
        if tags:
            print_tags(checker)
    except PdfError as error:
        findings = [("file", str(error))]
    for rule, sentence in findings:
        print(f"{path}: {rule}: {sentence}")
    return not findings


def main():
    tags, files = "--tags" in sys.argv, [a for a in sys.argv[1:] if a != "--tags"]
    if not files:
        sys.exit(__doc__)
    results = [check_file(path, tags) for path in files]
    if not tags:
        print(f"structure: {sum(results)} of {len(results)} files are sound")
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
