"""ReportLab: `peer_reportlab.py FOLDER N` makes N handouts in one process."""
import html
import json
import os
import sys

from reportlab.lib import colors, pagesizes, styles
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.platypus import (BaseDocTemplate, Frame, ListFlowable, ListItem, NextPageTemplate, PageBreak,
                                PageTemplate, Paragraph, Table)

FONTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "fonts")
SIZES = {"h1": 18, "h2": 15, "h3": 13, "h4": 11}


def styles_of(color):
    out = {key: styles.ParagraphStyle(key, fontName="Sans-Bold", fontSize=size, leading=size * 1.3, textColor=color,
                                      spaceBefore=6) for key, size in SIZES.items()}
    for key in "p", "li":
        out[key] = styles.ParagraphStyle(key, fontName="Sans", fontSize=10.5, leading=13.6, spaceAfter=3)
    return out


def story_of(part, style, color, width):
    story, items = [], []

    def close():
        if items:
            story.append(ListFlowable(list(items), bulletType="bullet", bulletFontSize=8, leftIndent=12))
            items.clear()

    for block in part:
        if block["kind"] == "table":
            close()
            n = len(block["rows"][0])
            grid = [("GRID", (0, 0), (-1, -1), 0.5, color), ("FONT", (0, 0), (-1, -1), "Sans", 9)]
            story.append(Table(block["rows"], colWidths=[width / n] * n, style=grid))
            continue
        text = "".join(f"<b>{html.escape(t)}</b>" if bold else html.escape(t) for t, bold in block["runs"])
        if block["kind"] == "li":
            items.append(ListItem(Paragraph(text, style["li"])))
        else:
            close()
            story.append(Paragraph(text, style[block["kind"]]))
    close()
    return story


def make(folder, parts, practice, path):
    width, height = pagesizes.letter
    color = colors.HexColor(practice["color"])
    style = styles_of(color)

    def head(canvas, _):
        canvas.drawImage(os.path.join(folder, practice["logo"]), 54, height - 60, 54, 36)
        canvas.drawImage(os.path.join(folder, practice["qr"]), width - 110, height - 72, 56, 56)
        canvas.setFillColor(color)
        canvas.setFont("Sans-Bold", 12)
        canvas.drawString(120, height - 36, practice["name"])
        canvas.setFont("Sans", 10)
        canvas.drawString(120, height - 50, f"{practice['phone']}  {practice['url']}")
        canvas.linkURL(practice["url"], (120, height - 54, 400, height - 38))

    column = (width - 132) / 2
    one = [Frame(54, 40, width - 108, height - 120, 0, 0, 0, 0)]
    two = [Frame(54 + i * (column + 24), 40, column, height - 120, 0, 0, 0, 0) for i in range(2)]
    templates = [PageTemplate("one", one, onPage=head), PageTemplate("two", two, onPage=head)]
    document = BaseDocTemplate(path, pagesize=(width, height), pageTemplates=templates, title=practice["name"])
    story = story_of(parts[0], style, color, width - 108)
    for part, template in (parts[1], "two"), (parts[2], "two"):
        story += [NextPageTemplate(template), PageBreak()] + story_of(part, style, color, column)
    document.build(story)


def main():
    folder, n = sys.argv[1], int(sys.argv[2])
    for face in "Regular", "Bold":
        name = "Sans" if face == "Regular" else "Sans-Bold"
        pdfmetrics.registerFont(ttfonts.TTFont(name, f"{FONTS}/SourceSans3-{face}.ttf"))
    pdfmetrics.registerFontFamily("Sans", normal="Sans", bold="Sans-Bold", italic="Sans", boldItalic="Sans-Bold")
    with open(f"{folder}/words.json", encoding="utf-8") as f:
        parts = json.load(f)
    with open(f"{folder}/practices.json", encoding="utf-8") as f:
        practices = json.load(f)
    for i, practice in enumerate(practices[:n]):
        make(folder, parts, practice, os.path.join(folder, f"reportlab{i}.pdf"))


if __name__ == "__main__":
    main()
