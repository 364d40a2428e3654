"""Does pdf.js read a handout's words in the order of its tags? `pdfjs.py FILE.pdf...`, with FILE.content beside each.

Its words come page by page, so that a paragraph over a page break is not parted; nothing else may differ. Of a booklet,
where pages lie side by side, it must not lose a word."""
import collections
import json
import os
import subprocess
import sys

from words import FOLDED, compare, content_words

HERE = os.path.dirname(os.path.abspath(__file__))


def fetched():
    """The folder with pdf.js, which npm puts there once."""
    folder = os.path.join(HERE, "..", "..", "build", "pdfjs")
    if not os.path.exists(os.path.join(folder, "node_modules", "pdfjs-dist", "package.json")):
        os.makedirs(folder, exist_ok=True)
        for name in ("package.json", "words.mjs"):
            with open(os.path.join(HERE, "pdfjs", name), "rb") as source, open(os.path.join(folder, name), "wb") as copy:
                copy.write(source.read())
        done = subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--omit=optional"], cwd=folder)
        if done.returncode != 0:
            sys.exit("pdf.js could not be fetched; see above")
    return folder


def main():
    folder = fetched()
    with open(os.path.join(HERE, "pdfjs", "words.mjs"), "rb") as source, \
            open(os.path.join(folder, "words.mjs"), "wb") as copy:
        copy.write(source.read())
    paths = [os.path.abspath(path) for path in sys.argv[1:]]
    out = subprocess.run(["node", os.path.join(folder, "words.mjs"), *paths], stdout=subprocess.PIPE, check=True).stdout
    findings = []
    for line in out.decode("utf-8").splitlines():
        path, found = json.loads(line)
        with open(path.removesuffix(".pdf") + ".content", encoding="utf-8") as f:
            wanted = content_words(f.read())
        lost = collections.Counter(wanted) - collections.Counter(found)
        if not os.path.basename(path).startswith(FOLDED):
            difference = compare(wanted, found, set())
        else:
            difference = f"loses {list(lost)[:8]}" if lost else None
        if difference:
            findings.append(f"{path}: {difference}")
    print("\n".join(findings) if findings else f"pdf.js: {len(paths)} files say all their words")
    sys.exit(1 if findings or not paths else 0)


if __name__ == "__main__":
    main()
