"""Is the text easy to read? `readability.py FILE.content` (--dump content); grades by GNU style, sentences counted here.

Bullets and captions count as sentences; headings, boxes to check off, tables, labels and page furniture do not count.
"""
import re
import subprocess
import sys

import dumpread

GRADE, AVERAGE, LONGEST = 5.0, 12.0, 20
TERMS = re.compile(r"\b(deep gluteal syndrome|piriformis|sciatic)\b ?", re.I)  # the words that the subject needs


def for_style(sentence):
    """GNU style takes a colon for an end, and knows ASCII only: an end has to be ours, and each one plain."""
    for odd, even in {"’": "'", "“": '"', "”": '"', "–": "-", ":": ","}.items():
        sentence = sentence.replace(odd, even)
    return re.sub(r"\W*$", "", sentence) + ".\n\n"


def style(sentences):
    """What GNU style says: Kincaid's grade, sentences, words a sentence."""
    text = "".join(for_style(s[0].upper() + s[1:]) for s in sentences)
    said = subprocess.run(["style"], input=text, capture_output=True, check=True, encoding="utf-8").stdout
    kincaid = float(re.search(r"Kincaid: (-?[\d.]+)", said)[1])
    count, average = re.search(r"(\d+) sentences, average length ([\d.]+) words", said).groups()
    return kincaid, int(count), float(average)


def main():
    body = [s for n in dumpread.read(sys.argv[1]).walk() if dumpread.is_body(n) for s in dumpread.sentences(n)]
    lengths = [len(dumpread.words(s)) for s in body]
    grade, seen, average = style(body)
    findings = [f"a sentence of {n} words: {s}" for n, s in zip(lengths, body) if n > LONGEST]
    if len(body) < 20 or abs(seen - len(body)) > 0.02 * len(body):
        findings.append(f"GNU style sees {seen} sentences, not {len(body)}")
    if grade > GRADE:
        findings.append(f"Flesch-Kincaid grade {grade}, {GRADE} is allowed")
    if max(average, sum(lengths) / len(body)) > AVERAGE:
        findings.append(f"{average} words in an average sentence, {AVERAGE} are allowed")
    bare = style([TERMS.sub("", s) or s for s in body])[0]
    print("\n".join(findings) if findings else f"grade {grade} ({bare} without the medical names), "
          f"{len(body)} sentences of {average} words, the longest of {max(lengths)}")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
