"""Hostile lists of practices: `lists.py PROGRAM ROUNDS`. Each round draws a list, CSV or JSON Lines, in any columns that
are quoted in messages or used in the names of files: controls and marks that turn text round, formulas of spreadsheets,
paths, options, huge cells, NULs, other encodings, quotation marks where none may be. It is made, gone on with and merged:
every row is told or made, by a name that is safe on every system, and nothing else is written; what is printed is clean.
"""
import json
import os
import re
import shutil
import sys
import unicodedata

from common import expect, lots, own_folder, printable, run_json, tree, true_manifest
from words import WORDS, actions, metadata

FORMULAS = ["=cmd|' /C calc'!A0", "=HYPERLINK(\"http://a.example\";\"b\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "=1\r\n+2", "%0A=1"]
PATHS = ["../../x", "..", ".", "/etc/passwd", "a/b/c", "C:\\Windows\\x", "\\\\host\\share", "CON", "nul.txt", "COM\u00b9", "LPT9 .x", "-rf", "--out=x",
         "+x", "~root", "~", ".hidden", "manifest.jsonl", ".manifest.jsonl.before-0", ".dgs-pdf-row-0.tmp", "x.pdf", "x.PDF.pdf", "a" * 300,
         "\u00e9" * 200, "e\u0301" * 100, "\u0301", " ", "a\u200bb", "\u202efdp.exe", "a:b*c?d\"e<f>g|h", "...", "- -", "con .pdf", "\u3000", "0000/x"]
LOGOS = ["../secret.png", "/dev/zero", "/proc/self/mem", "| id", "-", "none.png", "list.csv", ".", "", "http://a.example/a.png", "a\nb.png", "x" * 300]
HUGE = ["a" * 4096, "a" * 4097, "\u00e9" * 2049, "a " * 20000, "\u0300" * 3000, "a," * 2000, "\n" * 4000]
COLUMNS = ["name", "tagline", "therapist", "license", "phone", "email", "website", "booking_url", "address", "hours", "footer_note", "logo",
           "logo_alt", "color", "accent", "region", "paper"]
HEADINGS = ["", " ", "nam", "NAME", "name", "name\x1b[31m", "\u202eeman", "=name", "logo ", "a" * 5000, "{name}", "--name"]
TEMPLATES = ["{n}-{name}", "{name}", "{tagline} {n}", "{n:04}-{address}", "{logo}-{n}", "{phone}{n}", "-{n}", "{name}.pdf"]
RAW = [b"\0", b"a\0b", b"\xff\xfe", b"\xc3", b"\xe9t\xe9", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf", b"\x80" * 50, "\u00e9".encode("utf-16-le")]
DEVICE = re.compile(r"^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[1-9\u00b9\u00b2\u00b3]) *(\.|$)", re.I)


USUAL = {"name": "Anna", "phone": "(503) 555-0142", "color": "#123456", "region": "US", "paper": "a4", "tagline": "Rest"}


def hostile_cell(lot, column):
    if column == "logo":
        return lot.choice(LOGOS)
    kind = lot.randrange(20)
    if kind == 0:
        return lot.choice(HUGE)
    return lot.choice(PATHS) if kind < 9 else lot.choice(WORDS) if kind < 16 else lot.choice(FORMULAS) + lot.choice(["", "x", " a"])


def row_of(lot, columns):
    """Few cells are hostile, so that some rows can be made."""
    hostile = lot.sample(columns, lot.randrange(min(3, len(columns)) + 1))
    return [hostile_cell(lot, c) if c in hostile else USUAL.get(c, "") for c in columns]


def as_csv(lot, columns, rows):
    mark, end, always = lot.choice(",,;\t"), lot.choice(["\n", "\r\n"]), lot.randrange(2) == 0
    quoted = lambda text: '"' + text.replace('"', '""') + '"' if always or set(text) & set(mark + "\"\r\n") else text
    return "".join(mark.join(map(quoted, row)) + end for row in [columns, *rows]).encode("utf-8", "surrogatepass")


def as_jsonl(lot, columns, rows):
    ascii_only = lot.randrange(2) == 0
    lines = (json.dumps(dict(zip(columns, row)), ensure_ascii=ascii_only) for row in rows)
    return "".join(line + "\n" for line in lines).encode("utf-8", "surrogatepass")


def broken(lot, data):
    """Faults that are not a cell's: bytes put in, quotation marks, cut ends, lines joined, another encoding of the whole."""
    for _ in range(lot.randrange(1, 5)):
        at, how = lot.randrange(len(data) + 1), lot.randrange(8)
        if how < 3:
            data = data[:at] + lot.choice(RAW) + data[at:]
        elif how == 3:
            data = data[:at] + lot.choice([b'"', b'""', b'"\n', b"\r", b"\n\n", b"{", b"\\u0000", b"\\ud800", b",,,,"]) + data[at:]
        elif how == 4:
            data = data[:at]
        elif how == 5:
            data = data.replace(b"\n", lot.choice([b"\r", b"\n\r", b" ", b"\n\n"]), lot.randrange(1, 9))
        elif how == 6:
            data = b"\xef\xbb\xbf" + data
        elif lot.randrange(4) == 0:
            data = data.decode("utf-8", "replace").encode(lot.choice(["utf-16", "utf-16-be", "utf-32", "cp1252"]), "replace")
    return data


def seen(cell):
    """Whether anything in it is surely seen. What has only blanks and characters that nobody sees is passed over, or told where
    one of them is forbidden."""
    return any(unicodedata.category(c)[0] in "LNPS" for c in cell)


def draw(lot):
    """The file's name and bytes; how many rows it has, or None where that is left to the program."""
    columns = lot.sample(COLUMNS, lot.randrange(1, 8))
    if "name" not in columns:
        columns[0] = "name"
    rows = [row_of(lot, columns) for _ in range(lot.randrange(1, 25))]
    whole = True
    if lot.randrange(6) == 0:
        columns[lot.randrange(len(columns))] = lot.choice(HEADINGS)
        whole = False
    name = lot.choice(["list.csv", "list.jsonl"])
    data = (as_csv if name == "list.csv" else as_jsonl)(lot, columns, rows)
    # A row may not have more than 64 KB, and rows in which nothing is seen may be none.
    whole = whole and max(sum(len(c.encode("utf-8", "surrogatepass")) for c in row) for row in rows) < 20000 and all(any(map(seen, row)) for row in rows)
    if lot.randrange(3) == 0:
        return name, broken(lot, data), None
    return name, data, len(rows) if whole else None


def safe_name(name, what):
    stem = name.removesuffix(".pdf")
    expect(stem != name and len(name.encode()) <= 255, f"{what}: a name of another kind: {name!r}")
    expect(printable(name) and not set(name) & set("/\\:*?\"<>|\n"), f"{what}: a name with what no name may have: {name!r}")
    expect(stem[:1] not in ("", "-", "+", "~", ".", " "), f"{what}: a name that begins badly: {name!r}")
    expect(not DEVICE.match(name), f"{what}: a name that is a device: {name!r}")
    expect(unicodedata.is_normalized("NFC", name), f"{what}: a name that is not composed: {name!r}")


def look(rows, what):
    """Names and the manifest agree; returns how many rows were made and how many were not."""
    true_manifest("out", what)
    if not os.path.isfile("out/manifest.jsonl"):
        expect(not os.path.lexists("out"), f"{what}: a folder without a manifest")
        return 0, 0
    with open("out/manifest.jsonl", encoding="utf-8", newline="\n") as f:
        lines = [json.loads(line) for line in f.read().split("\n")[:-1]]
    made = [line["file"] for line in lines if "sha256" in line]
    found = sorted(name for name in tree("out") if name != "manifest.jsonl")
    expect(sorted(made) == found, f"{what}: the manifest has {sorted(made)}, the folder {found}")
    expect(rows is None or [line["row"] for line in lines] == list(range(1, rows + 1)), f"{what}: {len(lines)} rows are told of {rows}")
    for name in found:
        folder, _, file = name.rpartition("/")
        expect(re.fullmatch("(\\d{4})?", folder), f"{what}: a folder of another kind: {name!r}")
        safe_name(file, what)
    return len(made), len(lines) - len(made)


def attack(program, lot, number):
    name, data, rows = draw(lot)
    what = f"round {number}, {name}"
    with open(name, "wb") as f:
        f.write(data)
    command = [program, "batch", name, "--out-dir", "out", "--no-profile", "--parts", "worksheet", "--jobs",
               str(lot.randrange(1, 4)), *["--file-name", lot.choice(TEMPLATES)] * lot.randrange(2), *["--json"] * lot.randrange(2),
               *["--split-dirs"] * (lot.randrange(4) == 0), *["--no-precheck"] * (lot.randrange(4) == 0)]
    code, said, printed = run_json(what, (0, 4, 65), *command)
    made, bad = look(rows if code != 65 else None, what)
    expect(code == 65 or (code == 4) == (bad > 0), f"{what}: code {code} with {bad} bad rows: {said}")
    expect(not printed or len(printed) == made + bad, f"{what}: {len(printed)} lines of JSON for {made + bad} rows")
    before = tree("out")
    if made:
        some = "out/" + lot.choice(sorted(set(before) - {"manifest.jsonl"}))
        actions(some, what)
        metadata(some, what)
    again, _, _ = run_json(what, (code,), *command, "--resume")
    expect(again == 65 or tree("out") == before, f"{what}: --resume makes another folder")
    run_json(what, (0, 4, 65, 66), program, "manifest", "merge", "out", "--out", "-")
    expect(sorted(os.listdir(".")) == sorted({name, "secret.png"} | ({"out"} if os.path.isdir("out") else set())),
           f"{what}: something else was written: {os.listdir('.')}")
    shutil.rmtree("out", ignore_errors=True)
    os.unlink(name)
    return made, bad, code == 65


def main():
    program, rounds, lot = os.path.abspath(sys.argv[1]), int(sys.argv[2]), lots()
    with own_folder() as folder:
        os.makedirs("box/in")
        os.chdir(f"{folder}/box/in")
        open("secret.png", "wb").close()
        total = [attack(program, lot, n) for n in range(rounds)]
        expect(os.listdir("..") == ["in"] and set(os.listdir(folder)) == {"box"}, "something was written outside the folder")
    made, bad, refused = (sum(column) for column in zip(*total))
    expect(made > 0 and bad > 0, f"{made} rows made, {bad} bad: the lists are not hostile, or nothing else")
    print(f"{rounds} lists, {refused} of them refused as a whole: {made} rows made, {bad} told as bad")


if __name__ == "__main__":
    main()
