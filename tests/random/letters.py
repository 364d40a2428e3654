"""Words for names and texts, of all letters that the faces in fonts/ have: by script, composed and in pieces."""
import glob
import os
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(SOURCE, "tests", "tools"))
from fontread import TrueType  # noqa: E402

LATIN = (0x41, 0x5A), (0x61, 0x7A)
# Of each script the letters that the faces have; where a language has few of a block, its alphabet.
RANGES = {
    "latin": LATIN,
    "western": (*LATIN, (0xC0, 0xFF)),
    "extended": (*LATIN, (0x100, 0x24F)),
    "additional": (*LATIN, (0x1E00, 0x1EFF)),
    "greek": ((0x370, 0x3FF),),
    "polytonic": ((0x370, 0x3FF), (0x1F00, 0x1FFF)),
    "cyrillic": ((0x400, 0x45F), (0x490, 0x491)),
    "cyrillic extended": ((0x400, 0x52F),),
    "phonetic": (*LATIN, (0x250, 0x2FF)),
    "every letter": ((0x21, 0x1FFFF),),
}
ALPHABETS = {
    "turkish": "abcçdefgğhıijklmnoöprsştuüvyzâîûABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ",
    "vietnamese": "abcdđeghiklmnopqrstuvxyăâêôơưĐĂÂÊÔƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA))),
    "yoruba": ["a", "à", "á", "b", "d", "e", "è", "é", "ẹ", "ẹ̀", "ẹ́", "f", "g", "gb", "i", "ì", "í", "j", "k", "l", "m", "n",
               "ń", "ǹ", "o", "ò", "ó", "ọ", "ọ̀", "ọ́", "p", "r", "s", "ṣ", "t", "u", "ù", "ú", "w", "y", "Ẹ", "Ọ", "Ṣ"],
}


# The file of the Chinese, Japanese and Korean faces (DGS_FONTS): their names turn up then, and all scripts alike.
FONTS = os.environ.get("DGS_FONTS")
EAST = {"han": "和風堂按摩诊所骨门直診療门診指壓推拿莉中醫上海市浦东新区（），：·、", "kana": "さくらマッサージヴァギュ院ーの指圧と治療「」・ぷぽ",
        "half kana": "ﾏｯｻｰｼﾞﾊﾟ", "hangul": "서울마사지클리닉한글김민수漢陽각힣뷁", "bopomofo": "ㄅㄆㄇㄓㄨㄧㄣ張力"}


def of_names():
    """The other scripts: whole words stand for letters, since not every row of letters is one that a face is made for."""
    with open(os.path.join(SOURCE, "tests", "names", "words.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line[0] != "#"]
    return {row[0].lower(): [word for cell in row[2:] for word in cell.split()] for row in rows}


COMMON = "turkish vietnamese greek cyrillic yoruba western latin latin extended".split()


def of_faces():
    paths = glob.glob(os.path.join(SOURCE, "fonts", "SourceSans3-*.ttf"))  # what the face of titles lacks they set
    sets = []
    for path in paths:
        with open(path, "rb") as f:
            sets.append(set(TrueType(f.read()).characters()))
    return set.intersection(*sets)


class Letters:
    def __init__(self):
        codes = sorted(of_faces())
        kinds = {c: unicodedata.category(chr(c)) for c in codes}
        letters = [c for c in codes if kinds[c] in ("Lu", "Ll", "Lt", "Lo", "Lm")]
        self.scripts = {name: [chr(c) for c in letters if any(a <= c <= b for a, b in ranges)]
                        for name, ranges in RANGES.items()}
        self.scripts.update((name, list(alphabet)) for name, alphabet in ALPHABETS.items())
        self.scripts.update(of_names())
        self.scripts.update((name, list(letters)) for name, letters in EAST.items() if FONTS)
        self.marks = [chr(c) for c in codes if kinds[c] == "Mn"]
        self.punctuation = [chr(c) for c in codes if kinds[c][0] in "PS" and c < 0x2C00]
        self.all = [chr(c) for c in codes if kinds[c][0] in "LNPS"]

    def script(self, draw):
        return draw.choice(COMMON if draw.random() < (0.1 if FONTS else 0.7) else sorted(self.scripts))

    def word(self, draw, script, length=None):
        letters = self.scripts[script]
        return "".join(draw.choice(letters) for _ in range(length or draw.randint(1, 11)))

    def spoil(self, draw, text):
        """Marks on letters that have none of their own, now and then."""
        at = draw.randrange(len(text)) + 1
        return text[:at] + "".join(draw.sample(self.marks, min(len(self.marks), draw.choice((1, 1, 1, 2))))) + text[at:]

    def phrase(self, draw, longest=60, script=None):
        """Words of one script, or of two; one letter to `longest` letters, or a little less."""
        scripts = [script or self.script(draw)] + ([self.script(draw)] if draw.random() < 0.2 else [])
        wanted, words = draw.choice((1, longest, draw.randint(2, longest), draw.randint(2, longest))), []
        while not words or len(" ".join(words)) < wanted:
            words.append(self.word(draw, draw.choice(scripts), 1 if wanted == 1 else None))
            if draw.random() < 0.3:
                words[-1] = words[-1][:1].upper() + words[-1][1:]
        text = " ".join(words)[:wanted].strip()
        if draw.random() < 0.15 and max(text) < "\u0530": # marks of these faces are for letters of these faces
            text = self.spoil(draw, text)
        if draw.random() < 0.25:
            text = self.punctuate(draw, text)
        form = draw.choice(("NFC", "NFC", "NFD", ""))
        return unicodedata.normalize(form, text) if form else text

    def punctuate(self, draw, text):
        """Odd characters between, before and behind the words."""
        for _ in range(draw.randint(1, 4)):
            at = draw.randint(0, len(text))
            while at < len(text) and unicodedata.category(text[at])[0] == "M":  # marks of any script stay on their letters
                at += 1
            odd = draw.choice(self.punctuation if draw.random() < 0.7 else self.all)
            text = text[:at] + draw.choice((odd, odd, f" {odd} ")) + text[at:]
        return text.strip()
