"""The handout as HTML, for the peers that take it. The browser's and WeasyPrint's own ways to break lines and pages."""
import html as entities
import json
import pathlib

FONTS = pathlib.Path(__file__).resolve().parents[2] / "fonts"
FACE = '@font-face { font-family: "Handout"; font-weight: %d; src: url("%s"); }\n'
STYLE = """
@page { size: Letter; margin: 36pt 54pt; }
body { font: 10.5pt/1.3 "Handout", sans-serif; margin: 0; color: #1c1c1c; }
header { display: flex; justify-content: space-between; align-items: center; }
header { border-bottom: 1pt solid COLOR; margin-bottom: 8pt; column-span: all; }
header img { height: 30pt; } header img.code { height: 54pt; }
section { break-before: page; } section:first-of-type { break-before: auto; }
section.article { columns: 2; column-gap: 24pt; }
section.worksheet { font-size: 9pt; line-height: 1.15; } section.worksheet ul { columns: 3; }
h1, h2, h3, h4 { color: COLOR; margin: 6pt 0 2pt; }
h1, h2 { font-size: 18pt; column-span: all; } .guide h2 { font-size: 14pt; }
h3 { font-size: 13pt; } h4 { font-size: 11pt; }
p { margin: 0 0 4pt; } ul { margin: 0 0 4pt; padding-left: 14pt; }
table { border-collapse: collapse; width: 100%; } td { border: .5pt solid COLOR; padding: 0 2pt; }
"""


def marked(runs):
    return "".join(f"<b>{entities.escape(t)}</b>" if bold else entities.escape(t) for t, bold in runs)


def blocks(part):
    out, open_list = [], False
    for block in part:
        is_item = block["kind"] == "li"
        if is_item != open_list:
            out.append("<ul>" if is_item else "</ul>")
            open_list = is_item
        if block["kind"] == "table":
            rows = ("".join(f"<td>{entities.escape(cell)}</td>" for cell in row) for row in block["rows"])
            out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            out.append(f"<{block['kind']}>{marked(block['runs'])}</{block['kind']}>")
    return "".join(out) + ("</ul>" if open_list else "")


class Handouts:
    """What is in `folder`, as words.py wrote it; of(practice) gives a page to print."""

    def __init__(self, folder):
        with open(f"{folder}/words.json", encoding="utf-8") as f:
            parts = json.load(f)
        with open(f"{folder}/practices.json", encoding="utf-8") as f:
            self.practices = json.load(f)
        faces = (FACE % (weight, (FONTS / f"SourceSans3-{face}.ttf").as_uri())
                 for face, weight in (("Regular", 400), ("Bold", 700)))
        self.style = "".join(faces) + STYLE
        self.body = [(name, blocks(part)) for name, part in zip(("guide", "article", "worksheet"), parts)]

    def of(self, practice):
        name, phone, url = (entities.escape(practice[key]) for key in ("name", "phone", "url"))
        header = (f'<header><img src="{practice["logo"]}" alt="{name} logo"><div><b>{name}</b><br>{phone}<br>'
                  f'<a href="{url}">{url}</a></div>'
                  f'<img class="code" src="{practice["qr"]}" alt="booking code"></header>')
        sections = "".join(f'<section class="{kind}">{header}{text}</section>' for kind, text in self.body)
        return (f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{name}</title>'
                f'<style>{self.style.replace("COLOR", practice["color"])}</style>{sections}</html>')
