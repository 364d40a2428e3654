"""makebook.py xlsx|ods OUT [SHEET...]: a workbook from JSON on standard input: a list of sheets, each a list of rows, each a
list of cells. A cell is a text, or {"n": 5035550142, "f": "00000"} a number with its format (ods: with the text that it
shows as "t"), {"e": "#N/A"} an error, {"d": 1} one without words. Sheets are named Sheet1, Sheet2 and so on, or as told; a name
that begins with - is that of a hidden one."""
import json
import sys
import zipfile
from xml.sax.saxutils import escape, quoteattr

HIDDEN = "state='hidden' "
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"


def letters(n):
    return (letters(n // 26 - 1) if n > 25 else "") + chr(65 + n % 26)


def part(name, kind):
    return f'<Override PartName="/xl/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'


def xlsx(sheets, names):
    strings, formats = [], ["General"]

    def cell(c, place):
        if isinstance(c, str):
            if c == "":
                return ""
            if c not in strings:
                strings.append(c)
            return f'<c r="{place}" t="s"><v>{strings.index(c)}</v></c>'
        if "e" in c:
            return f'<c r="{place}" t="e"><v>{escape(c["e"])}</v></c>'
        if "n" not in c:
            return f'<c r="{place}"/>'
        if c.get("f", "General") not in formats:
            formats.append(c["f"])
        return f'<c r="{place}" s="{formats.index(c.get("f", "General"))}"><v>{c["n"]!r}</v></c>'

    bodies = []
    for rows in sheets:
        lines = "".join(f'<row r="{y}">' + "".join(cell(c, f"{letters(x)}{y}") for x, c in enumerate(row)) + "</row>"
                        for y, row in enumerate(rows, 1))
        bodies.append(f'<worksheet xmlns="{MAIN}"><sheetData>{lines}</sheetData></worksheet>')
    told = "".join(f'<sheet name={quoteattr(n.lstrip("-"))} sheetId="{i}" {HIDDEN if n[0] == "-" else ""}r:id="rId{i}"/>'
                   for i, n in enumerate(names, 1))
    kinds = "".join(f'<Relationship Id="rId{i}" Type="{DOC}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(names) + 1))
    fmts = "".join(f'<numFmt numFmtId="{163 + i}" formatCode={quoteattr(f)}/>' for i, f in enumerate(formats) if i)
    xfs = "".join(f'<xf numFmtId="{163 + i if i else 0}" xfId="0" applyNumberFormat="1"/>' for i in range(len(formats)))
    return {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                               + part("workbook", "sheet.main") + part("styles", "styles") + part("sharedStrings", "sharedStrings")
                               + "".join(part(f"worksheets/sheet{i}", "worksheet") for i in range(1, len(names) + 1)) + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{REL}"><Relationship Id="a" Type="{DOC}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{DOC}"><sheets>{told}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{REL}">{kinds}<Relationship Id="s" Type="{DOC}/styles" Target="styles.xml"/>'
                                      f'<Relationship Id="t" Type="{DOC}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{fmts}</numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>{xfs}</cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">' + "".join(f"<si><r><t>{escape(s[:1])}</t></r><r><t xml:space='preserve'>{escape(s[1:])}</t></r>"
                                                                  "<rPh><t>said</t></rPh></si>" for s in strings) + "</sst>",
        **{f"xl/worksheets/sheet{i}.xml": body for i, body in enumerate(bodies, 1)},
    }


def ods(sheets, names):
    def cell(c):
        if isinstance(c, str):
            lines = "".join(f"<text:p>{escape(part)}</text:p>" for part in c.split("\n")) if c else ""
            return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>' if c else "<table:table-cell/>"
        if "e" in c:
            return f'<table:table-cell table:formula="of:=1/0"><text:p>{escape(c["e"])}</text:p></table:table-cell>'
        if "n" not in c:
            return "<table:table-cell/>"
        return f'<table:table-cell office:value-type="float" office:value="{c["n"]!r}"><text:p>{escape(c.get("t", repr(c["n"])))}</text:p></table:table-cell>'

    tables = "".join(f'<table:table table:name={quoteattr(n)}>'
                     + "".join("<table:table-row>" + "".join(map(cell, row)) + '<table:table-cell table:number-columns-repeated="16380"/></table:table-row>' for row in rows)
                     + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
                     for n, rows in zip(names, sheets))
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
                       f'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>',
    }


def main():
    kind, out, *names = sys.argv[1:]
    sheets = json.load(sys.stdin)
    names += [f"Sheet{i}" for i in range(len(names) + 1, len(sheets) + 1)]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in (xlsx if kind == "xlsx" else ods)(sheets, names).items():
            z.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
