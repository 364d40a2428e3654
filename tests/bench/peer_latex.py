"""pdfLaTeX: `peer_latex.py FOLDER N` makes N handouts, a process each: it writes one file and ends."""
import json
import os
import subprocess
import sys

HEAD = r"""\documentclass[10pt]{article}
\usepackage[T1]{fontenc}
\usepackage[utf8]{inputenc}
\usepackage{lmodern,graphicx,xcolor,multicol,array}
\usepackage[letterpaper,margin=54bp,top=36bp,bottom=36bp]{geometry}
\usepackage[hidelinks]{hyperref}
\renewcommand\familydefault{\sfdefault}
\setlength\parindent{0pt}\setlength\parskip{3pt}\pagestyle{empty}
"""
SIZES = {"h1": r"\LARGE", "h2": r"\Large", "h3": r"\large", "h4": r"\normalsize"}
SIGNS = {c: "\\" + c for c in "&%$#_{}"} | {"~": r"\textasciitilde{}", "\\": r"\textbackslash{}"}


def plain(text):
    return "".join(SIGNS.get(c, c) for c in text)


def marked(runs):
    return "".join(rf"\textbf{{{plain(t)}}}" if bold else plain(t) for t, bold in runs)


def blocks(part):
    out, in_list = [], False
    for block in part:
        is_item = block["kind"] == "li"
        if is_item != in_list:
            edge = r"\begin{itemize}\setlength\itemsep{0pt}\setlength\parskip{0pt}" if is_item else r"\end{itemize}"
            out.append(edge)
            in_list = is_item
        if block["kind"] == "table":
            n = len(block["rows"][0])
            rows = r"\\\hline ".join("&".join(map(plain, row)) for row in block["rows"])
            column = rf"|p{{{0.7 / n:.3f}\linewidth}}"
            out.append(rf"\begin{{tabular}}{{*{{{n}}}{{{column}}}|}}\hline {rows}\\\hline\end{{tabular}}")
        elif is_item:
            out.append(r"\item " + marked(block["runs"]))
        elif block["kind"] == "p":
            out.append(marked(block["runs"]) + r"\par")
        else:
            out.append(rf"{{{SIZES[block['kind']]}\bfseries\color{{brand}} {marked(block['runs'])}\par}}")
    return "\n".join(out) + (r"\end{itemize}" if in_list else "")


def source_of(parts, practice):
    name, phone, url = (plain(practice[key]) for key in ("name", "phone", "url"))
    head = (rf"\includegraphics[height=30bp]{{{practice['logo']}}}\hfill\parbox{{200bp}}{{\textbf{{{name}}}\\{phone}\\"
            rf"\href{{{url}}}{{{url}}}}}\hfill\includegraphics[height=50bp]{{{practice['qr']}}}\par"
            r"{\color{brand}\hrule}")
    one, *two = map(blocks, parts)
    texts = [one] + [rf"\begin{{multicols}}{{2}}\raggedright {text}\end{{multicols}}" for text in two]
    pages = r"\newpage ".join(head + text for text in texts)
    return (HEAD + rf"\hypersetup{{pdftitle={{{name}}}}}"
            rf"\definecolor{{brand}}{{HTML}}{{{practice['color'][1:].upper()}}}"
            rf"\begin{{document}}{pages}\end{{document}}")


def main():
    folder, n = sys.argv[1], int(sys.argv[2])
    with open(f"{folder}/words.json", encoding="utf-8") as f:
        parts = json.load(f)
    with open(f"{folder}/practices.json", encoding="utf-8") as f:
        practices = json.load(f)
    for i, practice in enumerate(practices[:n]):
        with open(os.path.join(folder, f"latex{i}.tex"), "w", encoding="utf-8") as f:
            f.write(source_of(parts, practice))
        command = ["pdflatex", "-interaction=batchmode", "-halt-on-error", f"latex{i}.tex"]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
