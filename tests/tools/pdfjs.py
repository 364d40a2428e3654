"""Does pdf.js read a handout's words in the order of its tags? `pdfjs.py FILE.pdf...`, with FILE.content beside each.

Its words come page by page, and of each page in the order of the tags; so where the order of the tags goes back to an
earlier page, the words are held beside those of the pages by --dump layout, in FILE.layout. Of a booklet, where pages lie
side by side, it must not lose a word."""
import collections
import json
import os
import shutil
import subprocess
import sys

from words import FOLDED, compare, content_words, heard, heard_by_page, without_names

HERE = os.path.dirname(os.path.abspath(__file__))


def read(*names):
    """A file's bytes; nothing where it is not there."""
    try:
        with open(os.path.join(*names), "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def fetched():
    """The folder with pdf.js, which npm puts there once, and again where another version is wanted; and our scripts."""
    folder = os.path.join(HERE, "..", "..", "build", "pdfjs")
    os.makedirs(folder, exist_ok=True)
    done = os.path.join(folder, "fetched")
    if read(done) != read(HERE, "pdfjs", "package.json"):
        shutil.copy(os.path.join(HERE, "pdfjs", "package.json"), folder)
        run = subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--omit=optional"], cwd=folder)
        if run.returncode != 0:
            sys.exit("pdf.js could not be fetched; see above")
        shutil.copy(os.path.join(HERE, "pdfjs", "package.json"), done)
    for name in ("words.mjs", "older.mjs", "fill.mjs", "pdflib.mjs"):
        shutil.copy(os.path.join(HERE, "pdfjs", name), folder)
    return folder


def words_of(paths):
    """Path and words of each file."""
    script = os.path.join(fetched(), "words.mjs")
    out = subprocess.run(["node", script, *map(os.path.abspath, paths)], stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in out.decode("utf-8").splitlines()]


def main():
    paths = sys.argv[1:]
    findings = []
    for path, found in words_of(paths):
        dump, layout = (read(path.removesuffix(".pdf") + end).decode("utf-8") for end in (".content", ".layout"))
        if os.path.basename(path).startswith("fillable"):
            dump = without_names(dump)
        wanted = content_words(heard(dump, lambda words: words in " ".join(found)))
        lost = collections.Counter(w for w in wanted if len(w) <= 30) - collections.Counter(found)
        if not os.path.basename(path).startswith(FOLDED):
            difference = compare(wanted, found, set())
            if difference:
                difference = compare(heard_by_page(dump, layout), found, set())
                difference = difference or (f"loses {list(lost)[:8]}" if lost else None)
        else:
            difference = f"loses {list(lost)[:8]}" if lost else None
        if difference:
            findings.append(f"{path}: {difference}")
    print("\n".join(findings) if findings else f"pdf.js: {len(paths)} files say all their words")
    sys.exit(1 if findings or not paths else 0)


if __name__ == "__main__":
    main()
