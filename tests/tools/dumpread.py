"""Reads `--dump content` into a tree, and its text into sentences (src/content/content.h describes the format)."""
import re

MARK = re.compile(r" <(?:page #|lang |sign |#|[a-z]+:)[^<>]*>")  # where a link leads, what a number names, a language, a sign
SENTENCE_END = re.compile(r"(?:(?<=[.?!])|(?<=[.?!][”)]))\s+(?=[“(]?[A-Z0-9])")
RUN_IN = re.compile(r"\*\*[^*]+:\*\*\s*")  # "**Why:**" at the head of a paragraph is a heading in its first line
FURNITURE = {"masthead", "imprint"}  # the head and the foot of the pages


class Node:
    def __init__(self, kind, attributes, marked, parent):
        self.kind, self.attributes, self.marked, self.parent = kind, attributes, marked, parent
        self.text = "" if kind == "field" else plain(marked)  # what a field is called is not printed
        self.kids = []
        if parent:
            parent.kids.append(self)

    def walk(self):
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def find(self, kind, *attributes):
        """The nodes of that kind below it, with the attributes."""
        return [n for n in self.walk() if n.kind == kind and set(attributes) <= set(n.attributes)]

    def inside(self, *kinds):
        return self.kind in kinds or self.parent is not None and self.parent.inside(*kinds)

    def ancestors(self):
        """Itself and what it is in, the innermost first."""
        yield self
        if self.parent is not None:
            yield from self.parent.ancestors()

    def next(self):
        """The nodes behind it under the same parent."""
        return self.parent.kids[self.parent.kids.index(self) + 1 :]


def plain(marked):
    return MARK.sub("", marked).replace("**", "").replace("\\n", " ").replace("\u00a0", " ")


def read(path):
    """The root."""
    with open(path, encoding="utf-8") as f:
        return read_text(f.read())


def read_text(dump):
    stack = []
    for line in dump.split("\n")[:-1]:
        head, _, text = line.partition(": ")
        depth = (len(head) - len(head.lstrip())) // 2
        kind, *attributes = head.rstrip(":").split()
        del stack[depth:]
        stack.append(Node(kind, attributes, text, stack[-1] if stack else None))
    return stack[0]


def is_body(node):
    """Sentences to read: no heading, box to check off, table, label, line to write on or page furniture."""
    kind = node.kind in ("para", "caption") or node.kind == "item" and "tick" not in node.parent.attributes
    return kind and not node.inside(*FURNITURE)


def sentences(node):
    return [s for s in SENTENCE_END.split(plain(RUN_IN.sub("", node.marked)).strip()) if s]


def words(text):
    return [w for w in text.split() if re.search(r"\w", w)]
