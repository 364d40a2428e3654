"""Words that promise too much, scare for no reason, or are less safe than others: `banned.py FILE...` finds them in any
form, in any text.

What begins with "health" is fine.
"""
import re
import sys

import dumpread

BANNED = {  # the word -> its forms
    "cure": r"cur(?:e|es|ed|ing|able|ative)",
    "heal": r"heal(?:s|ed|er|ers|ing|ings)?",
    "guarantee": r"guarant\w*",
    "toxin": r"toxi\w*",
    "detox": r"de-?tox\w*",
    "flush": r"flush\w*",
    "inflammation": r"(?:anti-?)?inflam\w*",
    "always": r"always",
    "proven": r"(?:un)?prov(?:e|es|ed|en|ing|ably)",
    "best treatment": r"best treatments?",
    "clinically": r"clinical(?:ly)?",
    "diabetic": r"diabetics?",  # people have diabetes
    "name any": r"name any",  # tell us about
    "soon if": r"soon if",  # today, or a visit
}


def main():
    found = False
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as f:
            text = " ".join(dumpread.plain(f.read()).replace("\u00ad", "").split())
        for word, forms in BANNED.items():
            for match in re.finditer(rf"\b(?:{forms})\b", text, re.I):
                found = True
                print(f"{path}: {word}: “{text[max(0, match.start() - 30) : match.end() + 30]}”")
    sys.exit(1 if found or len(sys.argv) < 2 else 0)


if __name__ == "__main__":
    main()
