"""exports.py FOLDER: one list of practices in the manners in which programs write it, a file each: NAME.csv, or what its name
ends in. What --encoding it needs, if any, is in NAME.encoding. plain.csv is the list as it is meant."""
import csv
import io
import json
import os
import subprocess
import sys

ROWS = [
    ["name", "phone", "email", "website", "address", "color", "license"],
    ["Körper & Söhne", "(503) 555-0142", "info@koerper.example", "koerper.example", "12 Mill Lane, Suite 4\nSpringfield, OR 97477",
     "#0b5f5a", "123"],
    ["Żółta Łódź", "+48 22 555 01 42", "", "", "", "", ""],
    ['Crème "Brûlée"', "5035550143", "", "", "", "", "42"],
    ["Ñandú", "305551234", "", "", "", "", ""],
]
PEOPLE = ["Practice Name", "Phone Number", "E-mail", "Web Site", "Address", "Colour", "License No."]
# The columns of contact books, shops and offices, in which the address has several: name, phone, email, website, street, city,
# state, ZIP code, color, license, then columns of which nothing is used.
OFFICES = {
    "outlook": ["Company", "Business Phone", "E-mail Address", "Web Page", "Business Street", "Business City", "Business State",
                "Business Postal Code", "Brand Color", "License Number", "First Name", "Last Name", "Mobile Phone"],
    "google-contacts": ["Organization Name", "Phone 1 - Value", "E-mail 1 - Value", "Website 1 - Value", "Address 1 - Street",
                        "Address 1 - City", "Address 1 - Region", "Address 1 - Postal Code", "Colour", "License", "Phone 1 - Label"],
    "accounts": ["Account Name", "Phone", "Email", "Website", "Billing Street", "Billing City", "Billing State/Province",
                 "Billing Zip/Postal Code", "Color", "Licence No", "Billing Country"],
    "shop": ["Company Name", "Phone Number", "Email Address", "URL", "Street Address 1", "City", "State", "Postal Code", "Colour", "License",
             "Reference ID", "Birthday"],
    "companies": ["Company name", "Phone Number", "Email", "Website URL", "Street Address", "City", "State/Region", "Postal Code", "Color",
                  "License", "Record ID"],
    "clinics": ["clinic", "phone", "mail", "web", "address_1", "city", "state", "zip", "color", "license", "county"],
}
WESTERN = [row if "Ż" not in row[0] else ["Zolta Lodz"] + row[1:] for row in ROWS]


def text(rows, mark=",", end="\r\n", quoting=csv.QUOTE_MINIMAL):
    out = io.StringIO()
    if end == "\r":  # which Python would not tell from the line ends in cells
        quoting = csv.QUOTE_ALL
    csv.writer(out, delimiter=mark, lineterminator=end, quoting=quoting).writerows(rows)
    return out.getvalue()


def padded(rows, more=3):
    return [row + [""] * more for row in rows]


def shortened(rows):
    return [rows[0]] + [row[: max(i for i, c in enumerate(row) if c) + 1] for row in rows[1:]]


def with_line(rows, word="\r\n"):
    return [[c.replace("\n", word) for c in row] for row in rows]


def made():
    blank = [""] * len(ROWS[0])
    headed = [PEOPLE] + ROWS[1:]
    spaced = [ROWS[0]] + [[f"\u00a0 {c}\u00a0" if c else "\u00a0" for c in row] for row in ROWS[1:]]
    more = [["id"] + ROWS[0] + ["Notes", "Active"]] + [[str(i)] + row + ['a, "b"; c', "TRUE"] for i, row in enumerate(ROWS[1:], 17)]
    boxes = [ROWS[0] + ["Done"]] + [row + ["TRUE"] for row in ROWS[1:]] + [blank + ["FALSE"]] * 40
    for mark, name in ((",", "commas"), (";", "semicolons"), ("\t", "tabs"), ("|", "bars")):
        for end, ending in (("\r\n", "crlf"), ("\n", "lf"), ("\r", "cr")):
            yield f"{name}-{ending}", text(ROWS, mark, end).encode()
        yield f"{name}-quoted", text(ROWS, mark, quoting=csv.QUOTE_ALL).encode()
        yield f"{name}-mark", b"\xef\xbb\xbf" + text(ROWS, mark).encode()
        yield f"{name}-utf16le", text(ROWS, mark).encode("utf-16")
        yield f"{name}-utf16be-bare", text(ROWS, mark).encode("utf-16-be")
        yield f"{name}-utf16le-bare", text(ROWS, mark).encode("utf-16-le")
        yield f"{name}-sep", f"sep={mark}\r\n".encode() + text(ROWS, mark).encode() if mark != "\t" else text(ROWS, mark).encode()
    yield "excel-padded", b"\xef\xbb\xbf" + text(padded(ROWS), ";").encode()
    yield "excel-rows-of-marks", text(ROWS + [blank] * 5, ";").encode()
    yield "excel-padded-both", text(padded(ROWS + [blank] * 3), ",").encode()
    yield "excel-shortened", text(shortened(ROWS)).encode()
    yield "excel-sep-quoted", b'"sep=;"\r\n' + text(ROWS, ";").encode()
    yield "excel-sep-padded", b"sep=;;;;;;;\r\n" + text(ROWS, ";").encode()
    yield "excel-line-in-cell", text(with_line(ROWS)).encode()
    yield "excel-two-lines", text(with_line(ROWS, "\n\n")).encode()
    yield "excel-guards", text([[f'="{c}"' if c.isdigit() else c for c in row] for row in ROWS]).encode()
    yield "excel-apostrophes", text([[f"'{c}" if c[:1].isdigit() and c.isdigit() else c for c in row] for row in ROWS]).encode()
    yield "google-people", text(headed, end="\r\n")[:-2].encode()
    yield "google-more-columns", text(more).encode()
    yield "google-boxes", text(boxes).encode()
    yield "google-written-lines", text(with_line(ROWS, "\\n")).encode()
    yield "numbers-capitals", text([[c.upper() for c in ROWS[0]]] + ROWS[1:], ";", "\n").encode()
    yield "numbers-decomposed", __import__("unicodedata").normalize("NFD", text(ROWS)).encode()
    yield "web-blanks", text(spaced).encode()
    yield "web-two-marks", b"\xef\xbb\xbf\xef\xbb\xbf" + text(ROWS).encode()
    yield "web-blank-lines", b"\n\n" + text(ROWS).replace("\r\n", "\r\n\r\n").replace("Suite 4\n", "Suite 4\n\n").encode()
    yield "title-above", text([["Our practices 2026"] + [""] * 6, blank, ["as of May 1"] + [""] * 6] + headed, ";").encode()
    yield "numbers-table-name", ("Table 1\r\n" + text(headed, ";")).encode()
    for name, heads in OFFICES.items():
        rows = [r[:4] + (["12 Mill Lane, Suite 4", "Springfield", "OR", "97477"] if r[4] else [""] * 4) + r[5:] + ["x"] * (len(heads) - 10)
                for r in ROWS[1:]]
        yield f"office-{name}", text([heads] + rows).encode()
        yield f"office-{name}.jsonl", "".join(json.dumps({k: v for k, v in zip(heads, r) if v}) + "\n" for r in rows).encode()
    objects = [{k: v or None for k, v in zip(ROWS[0], row)} for row in ROWS[1:]]
    yield "lines.jsonl", "".join(json.dumps(o) + "\n" for o in objects).encode()
    yield "array.jsonl", json.dumps(objects).encode()
    yield "array.json", json.dumps(objects, indent=2, ensure_ascii=False).encode()
    yield "array-marked.json", b"\xef\xbb\xbf" + json.dumps(objects, indent=1).encode()
    yield "array-utf16.json", json.dumps([{**o, "id": i} for i, o in enumerate(objects)]).encode("utf-16")


def encoded():
    for name, rows, code in (("polish", [r if "Ñ" not in r[0] else r for r in ROWS], "cp1250"),):
        kept = [rows[0]] + [r for r in rows[1:] if all(c.encode(code, "ignore").decode(code) == c for c in r)]
        yield name, kept, code, "windows-1250"
    yield "western", WESTERN, "cp1252", "windows-1252"
    yield "mac", WESTERN, "mac_roman", "mac-roman"
    yield "russian", [ROWS[0], ["Массаж", "030 1234567", "", "", "", "", ""]], "cp1251", "windows-1251"


def main():
    folder = sys.argv[1]
    os.makedirs(folder)

    def put(name, data):
        with open(os.path.join(folder, name), "wb") as f:
            f.write(data)

    put("plain.csv", text(ROWS, end="\n").encode())
    for name, data in made():
        put(name if "." in name else name + ".csv", data)
    for name, rows, code, word in encoded():
        put(f"{name}.csv", text(rows, ";").encode(code))
        put(f"{name}.plain", text(rows, ",", "\n").encode())
        put(f"{name}.encoding", word.encode())
    for kind in ("xlsx", "ods"):  # as Numbers has it
        subprocess.run([sys.executable, os.path.join(os.path.dirname(__file__), "makebook.py"), kind, os.path.join(folder, "book-summary." + kind),
                        "Export Summary", "Sheet 1"],
                       input=json.dumps([[["Each table was converted"], ["Numbers Sheet Name", "Numbers Table Name"]], [["Table 1"], PEOPLE, *ROWS[1:]]]).encode(),
                       check=True)
    for kind in ("xlsx", "ods"):
        subprocess.run([sys.executable, os.path.join(os.path.dirname(__file__), "makebook.py"), kind, os.path.join(folder, "book." + kind)],
                       input=json.dumps([[PEOPLE, *[[{"n": int(c)} if c.isdigit() else c for c in row] for row in ROWS[1:]], []]]).encode(), check=True)


if __name__ == "__main__":
    main()
