"""Fillable handouts, filled in and saved by poppler, mupdf, pdf.js and pdf-lib: `filled.py FILE.pdf...`. What was typed comes
back by its field's name, and stands on the page for whoever looks at the saved file."""
import os
import subprocess
import sys
import tempfile

from fields import fields
from pdfjs import HERE, fetched

WORDS = "Zoë’s garden: 2 hours"  # beyond ASCII, within what the form's font has
FILLERS = {
    # Debian's Python has the binding, whatever other one is found first.
    "poppler": lambda folder: ["/usr/bin/python3", os.path.join(HERE, "fillpoppler.py")],
    "mupdf": lambda folder: ["mutool", "run", os.path.join(HERE, "fillmupdf.js")],
    "pdf.js": lambda folder: ["node", os.path.join(folder, "fill.mjs")],
    "pdf-lib": lambda folder: ["node", os.path.join(folder, "pdflib.mjs")],
}


def wanted(field):
    page, kind, name, label, value = field
    return page, kind, name, label, "Yes" if kind == "/Btn" else "10" if label.endswith(" 0 to 10") else WORDS


def findings(path, saved):
    asked, found = [wanted(field) for field in fields(path)], list(fields(saved))
    if sorted(asked) != sorted(found):
        yield next(f"{a} came back as {b}" for a, b in zip(sorted(asked), sorted(found) + [None] * len(asked)) if a != b)
    text = subprocess.run(["pdftotext", saved, "-"], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    lines = sum(field[4] == WORDS for field in asked)
    if text.count(WORDS) < lines:
        yield f"{text.count(WORDS)} of {lines} lines are seen"


def main():
    bad, folder = 0, fetched()
    with tempfile.TemporaryDirectory() as tmp:
        for path in sys.argv[1:]:
            for name, command in FILLERS.items():
                saved = os.path.join(tmp, name + ".pdf")
                subprocess.run([*command(folder), path, saved, WORDS], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, check=True)
                for finding in findings(path, saved):
                    print(f"{os.path.basename(path)}: {name}: {finding}")
                    bad = 1
    if not bad:
        print(f"filled: {len(sys.argv) - 1} forms keep what is typed with {', '.join(FILLERS)}")
    return bad


if __name__ == "__main__":
    sys.exit(main())
