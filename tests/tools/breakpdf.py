"""Breaks a sound file in one place after the other and asks the structural checker: `breakpdf.py FILE`.

Each broken file must be refused for the reason it was broken for; the unbroken copy must pass. A check that cannot
fail proves nothing. A file with fields to fill in is broken in these. `breakpdf.py FILE FOLDER NAME...` writes those
broken files for other judges instead.
"""
import copy
import os
import re
import sys
import zlib

import pdfread
import pdfwrite
from pdfread import Name, PdfError, Ref
from structcheck import Checker


def walk(pdf):
    for value in pdf.objects.values():
        if isinstance(value, dict):
            yield value


def element(pdf, kind):
    return next(v for v in walk(pdf) if v.get("S") == kind and "P" in v)


def page(pdf, number=0):
    return pdf.get(pdf.pages()[number])


def annotation(pdf):
    return next(v for v in walk(pdf) if v.get("Subtype") == "Link")


def font(pdf):
    """The composite font with the most glyphs, and its descendant."""
    fonts = [v for v in walk(pdf) if v.get("Subtype") == "Type0"]
    best = max(fonts, key=lambda f: len(pdf.get(f["ToUnicode"]).data()))
    return best, pdf.at(best, "DescendantFonts", 0)


def replace(stream, data):
    stream.dict = {k: v for k, v in stream.dict.items() if k not in ("Filter", "DecodeParms", "Length")}
    stream.dict["Filter"] = Name("FlateDecode")
    stream.raw = zlib.compress(data)


def edit(pdf, pattern, to, number=0):
    """Replaces the first match in a page's content."""
    stream = pdf.get(page(pdf, number)["Contents"])
    data, count = re.subn(pattern, to, stream.data(), count=1, flags=re.S)
    assert count == 1, f"nothing in the page matches {pattern}"
    replace(stream, data)


def parent_tree(pdf):
    """The Nums array that holds the first page's elements."""
    tree = pdf.at(pdf.catalog, "StructTreeRoot", "ParentTree")
    while "Kids" in tree:
        tree = pdf.get(pdf.get(tree["Kids"])[0])
    return pdf.get(tree["Nums"])


def attributes(pdf, kind):
    """The attribute dictionaries of all elements of a kind."""
    for value in walk(pdf):
        if value.get("S") == kind and "P" in value:
            items = pdf.get(value.get("A"))
            for item in items if isinstance(items, list) else [items]:
                if isinstance(pdf.get(item), dict):
                    yield pdf.get(item)


def set_attribute(kind, key, value=None):
    """A change of that attribute wherever it stands; None takes it away."""
    def change(pdf):
        for item in attributes(pdf, kind):
            if key in item:
                item.pop(key) if value is None else item.__setitem__(key, value)
    return change


def scale_width(pdf):
    below = font(pdf)[1]
    items = pdf.get(below["W"])
    at = next(i for i, v in enumerate(items) if isinstance(pdf.get(v), list))
    items[at] = [w + 5 for w in pdf.get(items[at])]


def swap_parents(pdf):
    row = pdf.get(parent_tree(pdf)[1])
    other = next(i for i, r in enumerate(row) if r != row[0])
    row[0], row[other] = row[other], row[0]


def objr_away(pdf):
    link = element(pdf, "Link")
    link["K"] = [k for k in pdf.get(link["K"]) if pdf.at(k, "Type") != "OBJR"]


def cell_away(pdf):
    rows = [v for v in walk(pdf) if v.get("S") == "TR"]
    rows[-1]["K"] = pdf.get(rows[-1]["K"])[:-1]


def unicode_away(pdf):
    stream = pdf.get(font(pdf)[0]["ToUnicode"])
    data = stream.data()
    replace(stream, re.sub(rb"(beginbfchar\s*<....>\s*)<[0-9A-Fa-f]+>", rb"\1<FFFD>", data, count=1))


def mapping_away(pdf):
    """ToUnicode loses its first mapping, of a glyph that is painted."""
    stream = pdf.get(font(pdf)[0]["ToUnicode"])
    head, count, rest = re.fullmatch(rb"(.*?)(\d+)( beginbfchar.*)", stream.data(), re.S).groups()
    rest, lines = re.subn(rb"<....>\s*<[0-9A-Fa-f]+>\s*", b"", rest, count=1)
    assert lines == 1, "no glyph has a mapping"
    replace(stream, head + b"%d" % (int(count) - 1) + rest)


def notdef(pdf):
    """Shows glyph 0 before the first text of the page."""
    edit(pdf, rb"(?=(\[[^]]*\]\s*TJ|<[0-9A-Fa-f]+>\s*Tj))", rb"<0000> Tj ")


def orphan(pdf):
    pdf.objects[max(pdf.objects) + 1] = {"Type": Name("Lost")}


def dangling(pdf):
    pdf.catalog["Extensions"] = Ref(max(pdf.objects) + 9)


def script(pdf):
    pdf.objects[max(pdf.objects) + 1] = {"S": Name("JavaScript"), "JS": b"app.alert(1)"}
    pdf.catalog["OpenAction"] = Ref(max(pdf.objects))


def no_font_file(pdf):
    for value in walk(pdf):
        value.pop("FontFile2", None)


def cut_outlines(pdf):
    font_file = pdf.at(font(pdf)[1], "FontDescriptor", "FontFile2")
    data = font_file.data()
    replace(font_file, data[:-200])
    font_file.dict["Length1"] = len(data) - 200


def list_of_paragraphs(pdf):
    pdf.get(pdf.get(element(pdf, "L")["K"])[0])["S"] = Name("P")


def twice_in_the_tree(pdf):
    document = element(pdf, "Document")
    document["K"] = pdf.get(document["K"]) + [pdf.get(document["K"])[0]]


def drop(path, key):
    def change(pdf):
        path(pdf).pop(key)
    return change


def put(path, key, value):
    def change(pdf):
        path(pdf)[key] = value
    return change


def catalog(pdf):
    return pdf.catalog


def heading(pdf):
    return next(v for v in walk(pdf) if re.fullmatch("H[2-6]", str(v.get("S"))))


def widget(pdf, kind="Btn"):
    return next(v for v in walk(pdf) if v.get("Subtype") == "Widget" and v.get("FT") == kind)


def kids(pdf, value):
    value = value.get("K")
    inner = pdf.get(value)
    return inner if isinstance(inner, list) else [value]


def form_away(pdf):
    """The widget stays on its page, and no element holds it any more."""
    field = widget(pdf)
    form = next(v for v in walk(pdf) if v.get("S") == "Form" and any(pdf.get(pdf.get(k).get("Obj")) is field
                                                                   for k in kids(pdf, v) if isinstance(pdf.get(k), dict)))
    parent = pdf.get(form["P"])
    parent["K"] = [k for k in kids(pdf, parent) if pdf.get(k) is not form]


def form_renamed(pdf):
    """The widget stands in an element that is no Form."""
    element(pdf, "Form")["S"] = Name("Span")


def not_listed(pdf):
    form = pdf.get(pdf.catalog["AcroForm"])
    form["Fields"] = pdf.get(form["Fields"])[1:]


def state_away(pdf):
    pdf.at(widget(pdf), "AP", "N").pop("Off")


def typing_font_away(pdf):
    fonts = pdf.at(pdf.catalog, "AcroForm", "DR", "Font")
    pdf.at(fonts, next(iter(fonts)), "FontDescriptor").pop("FontFile2")


def named_twice(pdf):
    fields = [v for v in walk(pdf) if v.get("Subtype") == "Widget"]
    fields[1]["T"] = fields[0]["T"]


# The same of a file with fields to fill in.
FIELD_BREAKAGES = {
    "field without label": ("form", lambda p: widget(p).pop("TU")),
    "field without name": ("form", lambda p: widget(p, "Tx").pop("T")),
    "field's name twice": ("form", named_twice),
    "field's parent wrong": ("objr", lambda p: widget(p).__setitem__("StructParent", 0)),
    "field's parent removed": ("objr", lambda p: widget(p).pop("StructParent")),
    "field outside the tree": ("objr", form_away),
    "field in no form": ("objr", form_renamed),
    "field not listed": ("form", not_listed),
    "field without appearance": ("form", lambda p: widget(p, "Tx").pop("AP")),
    "box without a state": ("form", state_away),
    "field not printed": ("flags", lambda p: widget(p).__setitem__("F", 0)),
    "field too small": ("target", lambda p: widget(p).__setitem__("Rect", [300, 300, 310, 310])),
    "typing font not embedded": ("embedded", typing_font_away),
}


# name: (rule that must find it, what breaks the file)
BREAKAGES = {
    "alt removed": ("alt", lambda p: element(p, "Figure").pop("Alt")),
    "alt empty": ("alt", lambda p: element(p, "Figure").__setitem__("Alt", b"  ")),
    "bounding box removed": ("bbox", set_attribute("Figure", "BBox")),
    "bounding box off the page": ("bbox", set_attribute("Figure", "BBox", [0, 0, 9000, 10])),
    "scope removed": ("scope", set_attribute("TH", "Scope")),
    "list numbering removed": ("list", set_attribute("L", "ListNumbering")),
    "mark removed": ("unmarked", lambda p: edit(p, rb"/\w+\s*<<\s*/MCID \d+\s*>>\s*BDC(.*?)EMC", rb"\1")),
    "artifact unmarked": ("unmarked", lambda p: edit(p, rb"/Artifact\b[^B]*?B[DM]C(.*?)EMC", rb"\1")),
    "MCID made an artifact": ("mcid", lambda p: edit(p, rb"/\w+\s*<<\s*/MCID \d+\s*>>\s*BDC", rb"/Artifact BMC")),
    "MCID twice": ("mcid", lambda p: edit(p, rb"/MCID 1\b", rb"/MCID 0")),
    "MCID skipped": ("mcid", lambda p: edit(p, rb"/MCID 0\b", rb"/MCID 9999")),
    "nested marks": ("nested", lambda p: edit(p, rb"(/MCID 0\s*>>\s*BDC)(.*?)EMC", rb"\1 /Artifact BMC\2EMC EMC")),
    "mark without end": ("marked", lambda p: edit(p, rb"EMC(?!.*EMC)", rb"")),
    "end without mark": ("marked", lambda p: edit(p, rb"\Z", rb" EMC")),
    "q without Q": ("content", lambda p: edit(p, rb"\A", rb"q ")),
    "unknown operator": ("content", lambda p: edit(p, rb"\A", rb"foo ")),
    "nothing painted": ("empty", lambda p: edit(p, rb"(/MCID 0\s*>>\s*BDC).*?EMC", rb"\1 EMC")),
    "page's parents swapped": ("parents", swap_parents),
    "page's parents cut": ("parents", lambda p: p.get(parent_tree(p)[1]).pop()),
    "next key too small": ("parents", lambda p: p.at(p.catalog, "StructTreeRoot").__setitem__("ParentTreeNextKey", 0)),
    "structure parents removed": ("parents", drop(page, "StructParents")),
    "tab order removed": ("tabs", drop(page, "Tabs")),
    "link text removed": ("contents", drop(annotation, "Contents")),
    "link not printed": ("flags", put(annotation, "F", 0)),
    "link off the page": ("annotation", put(annotation, "Rect", [0, 0, 9999, 10])),
    "link's parent wrong": ("objr", put(annotation, "StructParent", 0)),
    "link's parent removed": ("objr", drop(annotation, "StructParent")),
    "link's reference removed": ("objr", objr_away),
    "address that is none": ("target", put(annotation, "A", {"S": Name("URI"), "URI": b"exa mple"})),
    "language removed": ("lang", drop(catalog, "Lang")),
    "marked false": ("marked", put(catalog, "MarkInfo", {"Marked": False})),
    "title not shown": ("title", drop(catalog, "ViewerPreferences")),
    "title removed": ("title", lambda p: p.get(p.trailer["Info"]).pop("Title")),
    "metadata removed": ("xmp", drop(catalog, "Metadata")),
    "tag tree removed": ("tree", drop(catalog, "StructTreeRoot")),
    "element twice": ("tree", twice_in_the_tree),
    "parent wrong": ("tree", lambda p: heading(p).__setitem__("P", p.trailer["Root"])),
    "no standard type": ("type", lambda p: element(p, "P").__setitem__("S", Name("Paragraph"))),
    "heading skipped": ("heading", lambda p: heading(p).__setitem__("S", Name("H6"))),
    "list without items": ("nesting", list_of_paragraphs),
    "table row short": ("table", cell_away),
    "bookmarks removed": ("bookmarks", drop(catalog, "Outlines")),
    "bookmark without place": ("target", lambda p: p.at(p.catalog, "Outlines", "First").__setitem__("Dest", [None])),
    "width wrong": ("width", scale_width),
    "font not embedded": ("embedded", no_font_file),
    "font cut": ("font", cut_outlines),
    "glyph without text": ("unicode", unicode_away),
    "glyph without mapping": ("unicode", mapping_away),
    "ToUnicode removed": ("unicode", lambda p: font(p)[0].pop("ToUnicode")),
    "glyph 0 shown": ("glyph", notdef),
    "script": ("forbidden", script),
    "object lost": ("orphan", orphan),
    "object missing": ("dangling", dangling),
    "file ID removed": ("id", lambda p: p.trailer.pop("ID")),
}


def change_bytes(pattern, to):
    def change(data):
        changed, count = re.subn(pattern, to, data, count=1, flags=re.S)
        assert count == 1, f"nothing in the file matches {pattern}"
        return changed
    return change


# Breaks that stand in the bytes of the file and not in its objects.
BYTE_BREAKAGES = {
    "stream length too small": change_bytes(rb"/Length (\d+)(\d)", lambda m: b"/Length 1" + b"0" * (len(m[1] + m[2]) - 1)),
    "cross-reference wrong": change_bytes(rb"(\d{9})(\d) 00000 n", lambda m: m[1] + b"%d 00000 n" % ((int(m[2]) + 1) % 10)),
    "stray bytes between objects": change_bytes(rb"endobj\n(\d+ 0 obj)", rb"endobj\nx\1"),
    "line end in a stream": change_bytes(rb">\r\nendstream", b"\r\nendstream\n"),
    "cut at the end": lambda data: data[:-8],
    "no header": lambda data: b"x" + data,
    "no binary comment": change_bytes(rb"%[\x80-\xff]{4}", b"%abcd"),
}


def judge(data):
    try:
        return Checker(data).run()
    except PdfError as error:
        return [("file", str(error))]


def broken_copy(sound, change):
    broken = copy.deepcopy(sound)
    change(broken)
    return pdfwrite.write(broken)


def write_broken(sound, folder, names):
    plain = pdfwrite.write(sound)
    for name in names:
        with open(os.path.join(folder, name.replace(" ", "-") + ".pdf"), "wb") as f:
            f.write(BYTE_BREAKAGES[name](plain) if name in BYTE_BREAKAGES else
                    broken_copy(sound, (BREAKAGES | FIELD_BREAKAGES)[name][1]))


def main():
    with open(sys.argv[1], "rb") as f:
        sound = pdfread.read(f.read())
    if len(sys.argv) > 2:
        return write_broken(sound, sys.argv[2], sys.argv[3:])
    plain = pdfwrite.write(sound)
    failures = [f"the unbroken copy: {rule}: {sentence}" for rule, sentence in judge(plain)]
    breakages = FIELD_BREAKAGES if "AcroForm" in sound.catalog else BREAKAGES
    for name, (rule, change) in breakages.items():
        found = judge(broken_copy(sound, change))
        if rule not in {r for r, _ in found}:
            failures.append(f"{name}: the rule '{rule}' did not see it; found: {found[:3]}")
    for name, change in BYTE_BREAKAGES.items():
        if not judge(change(plain)):
            failures.append(f"{name}: not seen")
    print("\n".join(failures) if failures else
          f"{len(breakages) + len(BYTE_BREAKAGES)} broken files, each refused for its fault")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
