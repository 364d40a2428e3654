"""Random practices and how to print them. A case is made by its seed and number alone, in a folder of its own."""
import csv
import json
import os
import random
import shlex

import contents
import letters
import pictures

ALPHABET = letters.Letters()
PAPERS = ["letter", "a4", "legal", "a5", "half-letter", "phone"]
PARTS = ["guide", "article", "care", "worksheet", "guide,article", "guide,care", "guide,worksheet", "article,worksheet"]
PHONES = ["(503) 555-0142", "+44 20 7946 0991", "503.555.0142", "555 0101", "+1 (503) 555-0142"]
ODD_PHONES = ["1-800-RELAX", "call me"]
# What the first cases of a run are about, so that a handful has something of everything.
THEMES = ["name", "content", "batch", "booklet", "client", "press", "large", "logo", "stdin", "grey", "content", "name"]


class Case:
    """What to run, in `folder`: options, standard input, or a batch's rows."""

    def __init__(self, seed, number, folder):
        self.seed, self.number, self.folder = seed, number, folder
        self.draw = random.Random(f"{seed}/{number}")
        self.theme = THEMES[number % len(THEMES)] if number < len(THEMES) else self.draw.choice(THEMES)
        self.options, self.practice, self.private, self.input, self.rows = [], {}, [], None, []
        self.environment = {}
        os.makedirs(folder)
        self.compose()

    def chance(self, likely, *themes):
        return self.theme in themes or self.draw.random() < likely

    def text(self, longest):
        return ALPHABET.phrase(self.draw, longest)

    def compose(self):
        self.printing()
        if self.theme == "batch":
            self.list()
        else:
            self.practice = self.one_practice(self.draw.random() < 0.1)
            self.give(self.practice)
            if self.chance(0.1, "client", "stdin"):
                self.client()
        if self.chance(0.06, "content"):
            contents.folder(self.draw, ALPHABET, os.path.join(self.folder, "content"))
            self.options += ["--content", "content"]

    def printing(self):
        draw = self.draw
        if letters.FONTS:
            self.options += ["--fonts", letters.FONTS]
        booklet = self.chance(0.04, "booklet")
        fitting = booklet and draw.random() < 0.97  # now and then what cannot be had together, which is refused
        if booklet:
            self.options.append("--booklet")
        if draw.random() < 0.6:
            self.options += ["--paper", draw.choice(["letter", "a4"] if fitting else PAPERS)]
        if draw.random() < 0.3:
            self.options += ["--parts", draw.choice(PARTS)]
        for option, likely, theme in ("--large-print", 0.15, "large"), ("--ink=saver", 0.12, ""), ("--ink=gray", 0.1, "grey"):
            if self.chance(likely, theme):
                self.options.append(option)
        if self.chance(0.05, "press") and not fitting:
            self.options += ["--bleed", draw.choice(("3mm", "0.125in", "5mm", "9pt"))]
        if self.chance(0.05, "press") and not fitting:
            self.options.append("--crop-marks")
        if draw.random() < 0.15:
            self.options += ["--labels", "clinical"]
        if draw.random() < 0.1:
            self.environment["SOURCE_DATE_EPOCH"] = str(draw.randrange(4102444800))

    def one_practice(self, nothing=False):
        draw, data = self.draw, {}
        if nothing:
            return data
        makers = {
            "name": (0.9, lambda: self.text(draw.choice((20, 40, 80, 150)))), "tagline": (0.4, lambda: self.text(90)),
            "therapist": (0.35, lambda: self.text(60)), "license": (0.2, lambda: self.text(20)),
            "welcome": (0.25, lambda: self.text(draw.choice((30, 120, 200)))),
            "phone": (0.5, lambda: draw.choice(PHONES if draw.random() < 0.97 else ODD_PHONES)), "email": (0.4, self.email), "website": (0.4, self.address_on_the_web),
            "booking_url": (0.4, self.address_on_the_web),
            "address": (0.5, lambda: "\n".join(self.text(50) for _ in range(draw.randint(1, 6)))),
            "hours": (0.3, lambda: "\n".join(self.text(40) for _ in range(draw.randint(1, 7)))),
            "footer_note": (0.3, lambda: self.text(100)), "color": (0.6, self.color), "accent": (0.25, self.color),
        }
        for key, (likely, make) in makers.items():
            if draw.random() < likely:
                data[key] = make()
        if self.chance(0.35, "logo"):
            data["logo"] = pictures.logo(draw, self.folder, f"logo{len(self.rows)}")
            if draw.random() < 0.3:
                data["logo_alt"] = self.text(80)
        return data

    def color(self):
        named = ("teal", "navy", "#123", "reddish", "yellow", "black", "white")
        return pictures.color(self.draw) if self.draw.random() < 0.95 else self.draw.choice(named)

    def email(self):
        word = lambda: ALPHABET.word(self.draw, "latin", self.draw.randint(1, 14)).lower()  # noqa: E731
        return f"{'.'.join(word() for _ in range(self.draw.randint(1, 4)))}@{word()}.example"

    def address_on_the_web(self):
        word = lambda: ALPHABET.word(self.draw, "latin", self.draw.randint(1, 18)).lower()  # noqa: E731
        path = "".join(f"/{word()}" for _ in range(self.draw.choice((0, 0, 1, 2, 6))))
        query = self.draw.choice(("", "", "?x=1&y=2", "?a=%C3%A9", "#top"))
        return f"{self.draw.choice(('', 'https://', 'http://'))}{word()}.example{path}{query if path else ''}"

    def give(self, data):
        """As options, as a profile, or some of both."""
        share = self.draw.choice((0, 0, 1, 0.5))
        profile = [key for key in data if self.draw.random() < share]
        self.options += options_of({k: v for k, v in data.items() if k not in profile})
        if not profile:
            self.options.append("--no-profile")
            return
        with open(os.path.join(self.folder, "practice.ini"), "w", encoding="utf-8") as f:
            f.writelines(f"{key} = " + data[key].replace("\n", "\n    ") + "\n" for key in profile)
        self.options += ["--profile", "practice.ini"]

    def client(self):
        draw = self.draw
        data = [("client", self.text(draw.choice((20, 40, 80))))]
        for key, longest, likely in ("date", 30, 0.5), ("next_visit", 70, 0.5):
            if draw.random() < likely:
                data.append((key, self.text(longest)))
        data += [("note", self.text(190)) for _ in range(draw.choice((0, 0, 1, 2, 3)))]
        if draw.random() < 0.4:
            data.append(("focus", draw.choice(("1", "1,4", "5,2,3"))))
        self.private = [value for key, value in data if key != "focus"]
        if self.theme == "stdin":
            self.input = "".join(f"{key} = {value}\n" for key, value in data)
            self.options.append("--client-stdin")
        else:
            self.options += [word for key, value in data for word in ("--" + key.replace("_", "-"), value)]

    def list(self):
        """A list of rows, as CSV of any kind or as JSON Lines."""
        draw = self.draw
        for _ in range(draw.randint(2, 6)):
            self.rows.append(self.one_practice())
        self.options.append("--no-profile")
        keys = sorted({key for row in self.rows for key in row}) or ["name"]
        self.list_name = draw.choice(("list.csv", "list.csv", "list.jsonl"))
        bom, comma = draw.choice(("", "\ufeff")), draw.choice(",;\t")
        with open(os.path.join(self.folder, self.list_name), "w", encoding="utf-8", newline="") as f:
            if self.list_name == "list.jsonl":
                f.writelines(json.dumps(row, ensure_ascii=draw.random() < 0.5) + "\n" for row in self.rows)
                return
            f.write(bom)
            out = csv.DictWriter(f, keys, delimiter=comma, lineterminator=draw.choice(("\n", "\r\n")))
            out.writeheader()
            out.writerows(self.rows)

    def arguments(self, out=None):
        """Of the one handout, or of a batch's row with all that goes for each of them."""
        return [*(["--out", out] if out else []), *self.options]

    def row_arguments(self, row, out):
        return [*self.arguments(out), *options_of(self.rows[row])]

    def batch_arguments(self, folder):
        return ["batch", self.list_name, "--out-dir", folder, "--file-name", "{n}.pdf", "--jobs", str(1 + self.number % 2), *self.options]

    def command(self):
        words = self.batch_arguments("made") if self.rows else self.arguments("handout.pdf")
        fed = f"printf %s {shlex.quote(self.input)} | " if self.input else ""
        clock = "".join(f"{key}={value} " for key, value in self.environment.items())
        return f'cd "$(dirname "$0")" && {fed}{clock}"${{DGS_PDF:-dgs-pdf}}" {shlex.join(words)}\n'


def options_of(data):
    out = []
    for key, value in data.items():
        option = "--practice-name" if key == "name" else "--" + key.replace("_", "-")
        out += [option, value.replace("\n", "\\n")]
    return out
