"""Content folders with every construct of Markdown that the program takes (see assets/handouts/README.md)."""
import os
import re

import pictures

WORDS = """a the of and your back hip pain walk sit stand warm sleep water cup minutes days office affluent fjord waffle
shuffle muscle nerve doctor therapist visit may help often can move pillow knee knees heat towel slowly well rest 14 2 30
DGS NHS left right after before day night – — “quoted” (aside) don’t re-read either/or x2 50%""".split()
ICONS = ["water-and-tea.svg", "side-lying.svg", "warm-pack.svg", "walking.svg", "massage-table.svg"]


class Writer:
    def __init__(self, draw, alphabet, folder):
        self.draw, self.alphabet, self.folder = draw, alphabet, folder
        self.anchors, self.number = [], 0

    def words(self, low, high):
        """Plain words, with one in another script now and then; nothing that Markdown would read as its own."""
        words = [self.draw.choice(WORDS) for _ in range(self.draw.randint(low, high))]
        if self.draw.random() < 0.3:
            foreign = self.alphabet.phrase(self.draw, 14)
            words.insert(self.draw.randint(0, len(words)), re.sub(r"[]\\`*_{}<>#|&!+~^[-]|^\d+[.)]|http|www", "", foreign) or "x")
        return re.sub(r"^([-+=>#–—]|\d+[.)])", "Then \\1", " ".join(words))

    def inline(self, low, high):
        pieces = [self.words(low, high)]
        for _ in range(self.draw.choice((0, 0, 1, 1, 2))):
            pieces.append(self.mark() + self.draw.choice(("", ".", ", too")))
            pieces.append(self.words(1, 6))
        return " ".join(pieces)

    def mark(self):
        kinds = [
            lambda: f"**{self.words(1, 4).strip()}**", lambda: f"*{self.words(1, 3).strip()}*",
            lambda: f"[{self.words(1, 14)}](https://example.org/{self.draw.randrange(999)}?a=1&b=2)",
            lambda: "[write](mailto:anna@example.org)", lambda: "[call](tel:+15550100)",
            lambda: "[une phrase](lang:fr)", lambda: "[*otra* cosa](lang:es)",
            lambda: "{{practice.name|us}}", lambda: "{{practice.phone}}", lambda: "{{client.name|you}}",
            lambda: "{{practice.address|our rooms}}",
        ]
        if self.anchors:
            kinds += [lambda: "see [there](#{0}) on page {{{{page #{0}}}}}".format(self.draw.choice(self.anchors))] * 3
        return self.draw.choice(kinds)()

    def title(self):
        """A heading's words: a number makes them the only ones; later text may lead to them."""
        self.number += 1
        plain = " ".join(self.draw.choice(("Sleep", "Walk", "Heat", "About", "your", "day")) for _ in range(self.draw.randint(1, 5)))
        if self.draw.random() < 0.3:
            return f"{self.words(1, 4)} {self.number}"
        self.anchors.append(f"{plain} {self.number}".lower().replace(" ", "-"))
        return f"{plain} {self.number}"

    def paragraph(self):
        text = self.inline(3, self.draw.choice((8, 30, 30, 120)))
        return text + ("\\\n" + self.inline(2, 9) if self.draw.random() < 0.15 else "")

    def bullets(self, depth=0):
        lines = []
        for _ in range(self.draw.randint(1, 5)):
            lines.append("  " * depth + "- " + self.inline(1, 16))
            if depth < 3 and self.draw.random() < 0.2:
                lines += self.bullets(depth + 1).split("\n")
        return "\n".join(lines)

    def numbers(self):
        return "\n".join(f"{i + 1}. {self.inline(1, 12)}" for i in range(self.draw.randint(1, 12)))

    def ticks(self):
        return "\n".join(f"- [{self.draw.choice(' x')}] {self.words(1, 6)}" for _ in range(self.draw.randint(1, 7)))

    def table(self):
        columns = self.draw.randint(2, 5)  # of short words: one that is wider than its column is broken
        rows = [["Day"] + [f"Col {self.draw.choice('ABCDEFG')}{i}" for i in range(1, columns)], ["---"] * columns]
        for i in range(self.draw.randint(1, 16)):
            rows.append([str(i) if i else "Example"] + [self.draw.choice(("[ ]", "[x]", "", "4", "**five**", self.draw.choice(WORDS)))
                                                        for _ in range(1, columns)])
        return "\n".join("| " + " | ".join(row) + " |" for row in rows)

    def picture(self):
        caption = self.words(2, 12) + "." if self.draw.random() < 0.7 else ""
        if self.draw.random() < 0.4:
            labels = "\n\n- [Piriformis muscle](#piriformis)\n- [Sciatic nerve](#sciatic-nerve)\n\n* [Tailbone](#sacrum)"
            return f"![A right hip from behind.](piriformis.svg)\n{caption or 'A hip.'}" + labels
        name = os.path.basename(self.draw.choice((pictures.png, pictures.jpeg))(self.draw, os.path.join(self.folder, f"p{self.number}")))
        self.number += 1
        return f"![A picture of {self.words(1, 5)} in stripes.]({name})\n{caption}".strip()

    def box(self):
        head = self.draw.choice(("", "> [!NOTE]\n>\n", "> [!KEY]\n>\n"))
        if self.draw.random() < 0.6:
            head += f"> ## {self.title()}\n>\n"
        return head + "\n".join(f"> {line}" for line in self.draw.choice((self.paragraph, self.bullets))().split("\n"))

    def blank(self):
        return self.draw.choice(("___", f"{self.words(1, 3)} ___", "___\n\n___"))

    def block(self):
        return self.draw.choice((self.paragraph, self.paragraph, self.paragraph, self.bullets, self.numbers, self.ticks,
                                 self.table, self.picture, self.box, self.blank))()

    def blocks(self, most):
        """A list is never next to another one: Markdown would make one of both."""
        out = []
        for _ in range(self.draw.randint(1, most)):
            out.append(self.block())
            if re.match(r"-|\d+\.", out[-1]) or "\n\n- " in out[-1]:
                out.append(self.paragraph())
        return out

    def sections(self, most):
        out, level = [], 1
        for _ in range(self.draw.randint(1, most)):
            level = self.draw.randint(2, min(4, level + 1))
            out += [f"{'#' * level} {self.title()}", *self.blocks(4)]
        return out

    def article(self):
        book = ["> [!BOOK]\n>\n> ## Book here\n>\n> Come soon."] if self.draw.random() < 0.5 else []
        doctor = ["## See a doctor soon if", "- It gets worse.\n- It does not go away."]
        return ["# " + self.words(1, 8).strip(), *self.blocks(3), *self.sections(7), *book, *doctor]

    def guide(self):
        steps = []
        for icon in ICONS:
            steps += [f"## ![]({icon}) {self.title()}", self.inline(3, 20), f"**Why:** {self.words(2, 9)}.",
                      f"**Take care:** {self.words(2, 14)}."]
        return ["# " + self.words(2, 6).strip(), self.inline(4, 20), *steps]

    def worksheet(self):
        return ["# " + self.words(2, 6).strip(), "## Find your triggers", *self.blocks(4), *self.sections(3), "## Your 14 days",
                self.words(4, 12), self.table(), self.blank(), "> [!BOOK]\n>\n> ## Book your next massage\n>\n> Bring this page."]


def folder(draw, alphabet, path):
    """Some of the files; what is missing comes from the built-in text."""
    os.makedirs(path)
    for name in draw.choice((["article"], ["article"], ["guide"], ["worksheet"], ["article", "worksheet"],
                             ["article", "guide", "worksheet"])):
        writer = Writer(draw, alphabet, path)
        if draw.random() < 0.9:
            writer.anchors.append("see-a-doctor-soon-if")
        with open(os.path.join(path, name + ".md"), "w", encoding="utf-8") as f:
            f.write("\n\n".join(getattr(writer, name)()) + "\n")
