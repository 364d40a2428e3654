"""Letters whose glyphs are parts of other letters' glyphs, as the fonts themselves tell: the dotless i of an i.

`letters.py lines`: a line for each handful of them: the parts, a tab, and letters that they are parts of.
`letters.py markdown`: all of the latter as a section for a content folder, in every face that it has.
`letters.py shown FILE.pdf...`: in these files together, each part is shown in each face that a row has, and says what it is.
"""
import glob
import os
import sys
import unicodedata

from fontread import TrueType
from structcheck import Checker

TITLES = "Fraunces-SemiBold.ttf"  # which has not all letters: what holds one that it lacks is set in the other faces
LACKING = "Ж"
STRONG = "SourceSans3-SemiBold.ttf"  # of the content's strong words only: nothing of a row is set in it
FONTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "fonts", "*.ttf")
WORD, LINE = 6, 48


def written(code):
    """A character as it may stand in a name, or None for what composing turns into another one and for ligatures, whose
    glyphs say their letters."""
    c = chr(code)
    ligature = len(unicodedata.normalize("NFKC", c)) > 1 and unicodedata.category(c) == "Ll"
    if unicodedata.normalize("NFC", c) != c or unicodedata.category(c) in ("Cf", "Co", "Zs") or ligature:
        return None
    return "q" + c if unicodedata.combining(c) else c


def pairs(path):
    """For each letter that is a part, one that it is a part of, or "" where no character is written so."""
    with open(path, "rb") as f:
        font = TrueType(f.read())
    letters = {}
    for code, glyph in sorted(font.characters().items()):
        if written(code):
            letters.setdefault(glyph, written(code))
    out = {}
    for whole, parts in sorted(font.parts().items()):
        for part in parts:
            if part in letters:
                out[letters[part]] = out.get(letters[part]) or letters.get(whole, "")
    return out


def words(letters):
    """A few letters a word; an accent that composes with none ends one, since readers see a gap behind it."""
    out = [""]
    for c in filter(None, letters):
        out[-1] += c
        if len(c) > 1 or len(out[-1]) >= WORD:
            out.append("")
    return " ".join(out).strip()


def characters(path):
    """The code points that a font has."""
    with open(path, "rb") as f:
        return set(TrueType(f.read()).characters())


OF_TITLES = characters(os.path.join(os.path.dirname(FONTS), TITLES))


def of_titles(letters):
    return all(ord(c) in OF_TITLES for c in letters)


def shown(paths, parts):
    """The letters that each face shows, by the files' own maps; what is wrong with those files."""
    faces, findings = {}, []
    for path in paths:
        with open(path, "rb") as f:
            checker = Checker(f.read())
        findings += [f"{path}: {rule}: {sentence}" for rule, sentence in checker.run()]
        for font, cids in checker.fonts_shown.items():
            face = str(checker.pdf.at(font, "BaseFont")).partition("+")[2]
            faces.setdefault(face, set()).update(checker.unicode[font].get(cid, "") for cid in cids)
    for path in glob.glob(FONTS):
        name = os.path.basename(path)
        if name == STRONG:
            continue
        missing = [c for c in parts if c[-1] not in faces.get(name.removesuffix(".ttf"), ()) and (name != TITLES or of_titles(c))]
        findings += [f"{name}: no file shows {words(missing)}"] * bool(missing)
    return findings


def main():
    all_pairs = [pairs(path) for path in glob.glob(FONTS)]
    parts = sorted({part: whole for each in all_pairs for part, whole in each.items()}.items())
    if sys.argv[1] == "lines":
        for i in range(0, len(parts), LINE):
            print(words(p for p, _ in parts[i : i + LINE]), LACKING + " " + words(w for _, w in parts[i : i + LINE]), sep="\t")
            print(LACKING + " " + words(p for p, _ in parts[i : i + LINE]), words(p for p, _ in parts[i : i + LINE] if of_titles(p)) or "a", sep="\t")
    elif sys.argv[1] == "markdown":
        entities = ["".join(f"&#{ord(c)};" for c in w) for w in words(w for _, w in parts).split()]
        print("\n## Letters", " ".join(entities), "", " ".join(entities), "", f"**{' '.join(entities)}**", sep="\n\n")
    else:
        findings = shown(sys.argv[2:], [p for p, _ in parts])
        print("\n".join(findings) if findings else f"letters: {len(parts)} in {len(all_pairs)} faces, each as itself")
        sys.exit(bool(findings))


if __name__ == "__main__":
    main()
