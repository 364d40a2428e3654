"""The English that users read: `english.py ROOT` looks in messages, help, documents, the page and the comments of headers for
the words of english.txt, each of which has a better form.

Prints one line for each breach, `file:line: sentence`, and ends with 1 when there was any.
"""
import glob
import html.parser
import os
import re
import sys

DOCUMENTS = ("README.md", "CHANGES", "src/README.md", "tests/README.md", "assets/README.md", "assets/docs/*.md",
             "assets/handouts/README.md")
HEADERS = ("src/**/*.h",)
WRITTEN_FOR_MACHINES = ("src/bake", "src/web/shim/")
STRING = r'"(?:[^"\\\n]|\\.)*"'
QUOTED = re.compile(r"""//[^\n]*|/\*.*?\*/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`""", re.S)


def read_words(path):
    """[(pattern, better form)]; each pattern must find its example and not its better form."""
    words = []
    for line in open(path, encoding="utf-8").read().splitlines():
        if line.startswith("#") or not line:
            continue
        pattern, example, better = re.split(r" \| ", line)
        pattern = re.compile(pattern, re.I)
        if not pattern.search(example) or pattern.search(better):
            sys.exit(f"{path}: {pattern.pattern} finds not '{example}', or '{better}' too")
        words.append((pattern, example, better))
    return words


def of_c(text):
    """The strings of C, adjacent ones joined; those that list other names of a key have bars."""
    bare = re.sub(rf"({STRING})|'(?:[^'\\]|\\.)'|//[^\n]*", lambda m: m[1] or " " * len(m[0]), text)
    for found in re.finditer(rf"{STRING}(?:\s*(?:[A-Z_a-z]+\s*)?{STRING})*", bare):
        joined = "".join(part[1:-1] for part in re.findall(STRING, found[0]))
        if "|" not in joined:
            yield text.count("\n", 0, found.start()) + 1, joined


def of_script(text):
    """The strings of JavaScript, without those in comments."""
    for found in QUOTED.finditer(text):
        if found[0][0] != "/":
            yield text.count("\n", 0, found.start()) + 1, " ".join(found[0][1:-1].split())


class Page(html.parser.HTMLParser):
    """The words of an HTML file: text, and attributes that are shown or read out."""

    def __init__(self, text):
        super().__init__()
        self.found, self.skipped = [], False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.skipped = tag in ("script", "style")
        for name, value in attributes:
            if name in ("title", "alt", "aria-label", "placeholder", "content") and value:
                self.found.append((self.getpos()[0], value))

    def handle_endtag(self, tag):
        self.skipped = False

    def handle_data(self, data):
        if not self.skipped and data.strip():
            self.found.append((self.getpos()[0], " ".join(data.split())))


def of_document(text):
    """The paragraphs of Markdown, each with the number of its first line; code stays as it is."""
    start, lines = 1, []
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if line.strip() and not re.match(r"\s*([-*|#>]|\d+\.) ", line):
            lines.append(line.strip())
            continue
        if lines:
            yield start, " ".join(lines)
        start, lines = number, [line.strip()] if line.strip() else []
        start = number if lines else number + 1


def of_header(text):
    """The comments of a C header, those that follow each other joined."""
    for found in re.finditer(r"(?:^[^\n\"]*?//[^\n]*\n)+", text, re.M):
        words = " ".join(re.sub(r"^.*?//", "", line).strip() for line in found[0].splitlines())
        yield text.count("\n", 0, found.start()) + 1, words


def machine_made(path, root):
    return os.path.relpath(path, root).startswith(WRITTEN_FOR_MACHINES)


def sources(root):
    """(file below root, what reads it)."""
    def below(*names):
        return sorted(found for name in names for found in glob.glob(os.path.join(root, name), recursive=True))

    yield from ((path, of_c) for path in below("src/**/*.[ch]") if not machine_made(path, root))
    yield from ((path, of_script) for path in below("src/web/page/*.js"))
    yield from ((path, lambda text: Page(text).found) for path in below("src/web/page/*.html"))
    yield from ((path, of_document) for path in below(*DOCUMENTS))
    yield from ((path, of_header) for path in below(*HEADERS) if not machine_made(path, root))


def main(root):
    words = read_words(os.path.join(os.path.dirname(os.path.abspath(__file__)), "english.txt"))
    breaches, read = 0, 0
    for path, reader in sources(root):
        for line, text in reader(open(path, encoding="utf-8").read()):
            read += 1
            for pattern, example, better in words:
                found = pattern.search(text)
                if found:
                    print(f"{os.path.relpath(path, root)}:{line}: '{found[0]}': instead of \"{example}\" write \"{better}\"")
                    breaches += 1
    if not read:
        sys.exit(f"{root}: nothing to read")
    return breaches > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
