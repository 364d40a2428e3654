"""The items of PEMAT-P (AHRQ) that a program can judge: `pemat.py FILE.content...` (--dump content).

Each rule's docstring begins with the numbers of its items; "CDC" is an item of the Clear Communication Index. Prints
one line for each finding, "FILE: RULE: sentence". What belongs to one part is asked of handouts with that part.
"""
import re
import sys

import dumpread
from dumpread import sentences, words

# A medical term -> words that its own or a neighbouring sentence must say where it first stands.
TERMS = {
    r"deep gluteal|DGS": ["butt(?:ock)?", "nerve"],
    r"gluteal|gluteus": ["butt(?:ock)?"],
    r"piriformis": ["muscle", "hip|buttock"],
    r"sciatica?": ["nerve|pain", "leg"],
    r"sacrum|sacral": ["base of the spine"],
    r"scoliosis": ["spine", "curve"],
    r"steroids?": ["drugs?|medicines?"],
    r"calf|calves": ["lower leg"],
}
# Words of the trade that no patient needs -> what to say.
HARD = {
    r"abnormalit(y|ies)": "something unusual", r"acute": "sudden", r"adequate|sufficient": "enough",
    r"administer": "give", r"alleviate|ameliorate": "ease", r"analgesics?": "pain pills", r"anterior": "front",
    r"anticoagulants?": "blood thinner", r"approximately": "about", r"bilateral": "both",
    r"cauda equina": "nerves low in the spine", r"chronic": "lasting", r"commence": "start", r"consume": "eat, drink",
    r"contraindicat\w+": "do not", r"diagnos\w+": "check, find", r"discomfort": "pain", r"dysfunction\w*": "trouble",
    r"elevated?": "high, raise", r"embolism|thrombosis|DVT": "blood clot", r"entrap\w+|imping\w+|compress(ed|ion)": "press on",
    r"exacerbat\w+|aggravat\w+": "make worse", r"facilitate": "help", r"fluids?": "drinks", r"fractur\w+": "broken bone",
    r"frequently": "often", r"genitals?|genitalia": "private parts", r"hydrat\w+": "drink",
    r"incontinen\w+": "trouble holding pee", r"initiate": "start", r"lateral|medial|posterior": "side, middle, back",
    r"lumbar": "low back", r"medications?": "medicines", r"modif(y|ication)\w*": "change", r"musculoskeletal": "muscle",
    r"neuropath\w+|radiculopath\w+": "nerve pain", r"numerous": "many", r"obtain": "get", r"occupation\w*": "work",
    r"osteoporosis": "weak bones", r"palpat\w+": "feel", r"participate": "take part", r"prior to": "before",
    r"prognosis": "how it will go", r"purchase": "buy", r"radiat\w+": "run down", r"regarding": "about",
    r"rehabilitat\w+": "getting better", r"sedentary": "sitting", r"subsequent\w*": "next", r"symptoms?": "signs, pain",
    r"syndrome(?<!deep gluteal syndrome)": "its plain name", r"terminate": "stop", r"therap(y|ies|eutic)": "care",
    r"trochanter\w*|ischi\w+|femur|ilium|gemell\w+|obturator|quadratus": "its plain name",
    r"urin\w+|void": "pee", r"util[is]z\w+|utilis\w+": "use",
}
UNITS = (r"(?:cups?|drinks?|hours?|minutes?|days?|weeks?|months?|years?|times?|steps?|breaks?|uses?|pages?|muscles?|signs?|"
         r"feet|inch(?:es)?|visits?)\b")
NUMBER_WORDS = (r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|"
                r"hundred|dozen|half|twice|thrice")
CALCULATION = r"total|add (?:up|together|the|your|all|both|\d)\w*|sums?|multipl\w+|divid\w+|subtract\w*|averages?|calculat\w+|per ?cent\w*"
VERBS = set(
    "aim ask avoid begin book bring build call change check choose come do drink eat empty find get give go have hold keep "
    "lie limit look make move name note pick plan put read rest say see sit sleep stand start stay stop stretch take talk "
    "tell try turn use walk wear wrap write".split()
)
BE = r"(?:am|is|are|was|were|be|been|being|get|gets|got)"
PARTICIPLES = (r"\w+ed|born|broken|brought|built|caught|chosen|done|drawn|driven|eaten|felt|found|given|held|hurt|kept|known|"
               r"led|left|lost|made|meant|put|read|said|seen|sent|set|shown|taken|told|thought|worn|written|swollen")
ADVERB = r"(?:not|always|also|just|often|still|then|\w+ly)"
PASSIVES_ALLOWED = {"is built", "is swollen", "is pushed"}  # how a body is, not what somebody does
WHY = r"your whole body needs it|can make pain|may ease|can set off|feel relief"
PROMOTION = r"\bbook\b.*\b(?:massage|visit)|healthier version"


class Text:
    def __init__(self, path):
        self.doc = dumpread.read(path)
        self.nodes = list(self.doc.walk())
        self.body = [(n, s) for n in self.nodes if dumpread.is_body(n) for s in sentences(n)]
        self.headings = [n for n in self.nodes if n.kind == "heading"]
        self.steps = self.doc.find("step")

    def part(self, name):
        return next(iter(self.doc.find("part", name)), None)

    def said(self):
        """(beside the text?, sentence) in reading order: all that a reader reads or hears."""
        for node in self.nodes:
            if node.text and node.kind not in ("doc", "logo") and not node.inside("masthead", "imprint", "contacts"):
                box = any("emergency-short" in n.attributes for n in (node.parent, node.parent.parent) if n)
                for sentence in sentences(node):
                    yield box or node.kind == "heading", sentence


def search(pattern, text, flags=re.I):
    return re.search(rf"(?<![\w-])(?:{pattern})(?![\w-])", text, flags)


def purpose(text):
    """1: title and purpose are the first 60 words."""
    guide = text.part("guide")
    if guide is None:
        return
    first = " ".join(words(" ".join(n.text for n in guide.walk() if n.text))[:60])
    if not search("steps? to better health", first):
        yield "the title is not among the first 60 words"
    if not search(r"(?:may|can) (?:help|ease)", first) or not search("deep gluteal syndrome", first):
        yield "the first 60 words do not say what the handout may help with"


def promotion(text):
    """2: at most a tenth of the words praise or sell."""
    sold = sum(len(words(s)) for _, s in text.body if search(PROMOTION, s))
    every = sum(len(words(s)) for _, s in text.body)
    if text.part("article") and sold > every / 10:
        yield f"{sold} of {every} words promote"


def common(text):
    """3: everyday words."""
    for _, sentence in text.said():
        for hard, plain in HARD.items():
            if found := search(hard, sentence):
                yield f"'{found[0]}', say: {plain}: {sentence}"


def terms(text):
    """4: a medical term is explained where it first stands; a heading's term in the first sentence below."""
    said = list(text.said())
    for term, explanation in TERMS.items():
        place = next((i for i, (_, s) in enumerate(said) if search(term, s)), None)
        if place is None:
            continue
        before = [s for beside, s in said[:place] if not beside][-1:]
        after = [s for beside, s in said[place + 1 :] if not beside][:1]
        near = " ".join(before + [said[place][1]] + after)
        missing = [w for w in explanation if not search(w.replace("curve", r"curve\w*"), near)]
        if missing:
            yield f"'{term}' is not explained ({', '.join(missing)}): {said[place][1]}"


def short_forms(text):
    """4: capital letters that stand for words come in brackets behind the words. Sources keep their names."""
    known = set()
    for node, sentence in text.body:
        if "<https:" in node.marked:
            continue
        for form in re.findall(r"\b[A-Z]{2,}\b", sentence):
            initials = r"\W+".join(rf"{letter}\w*" for letter in form)
            if form not in known and not re.search(rf"{initials} \({form}\)", sentence, re.I):
                yield f"'{form}' comes without its words: {sentence}"
            known.add(form)


def passive(text):
    """5, CDC 6: active voice."""
    for _, sentence in text.said():
        for found in re.finditer(rf"\b({BE})(?: {ADVERB})* ({PARTICIPLES})\b", sentence, re.I):
            if f"{found[1]} {found[2]}".lower() not in PASSIVES_ALLOWED:
                yield f"'{found[0]}': {sentence}"


def numbers(text):
    """6: digits with a unit; no decimals, no percent."""
    for node, sentence in text.body:
        if "<https:" in node.marked:
            continue
        if found := re.search(r"\d+[.,]\d+|\d+ ?%|\d+/\d+", sentence):
            yield f"'{found[0]}' is hard to read: {sentence}"
        if found := search(NUMBER_WORDS, sentence):
            yield f"'{found[0]}' is not in digits: {sentence}"
        sentence = re.sub(r"^(\d+ · )+\d+\s*", "", sentence)  # a scale to mark, whose ends the words after it name
        sentence = re.sub(r"(?<=worst pain), 0 to 10\b", "", sentence)  # the same scale
        for found in re.finditer(r"\d+", sentence):
            before, after = sentence[: found.start()], sentence[found.end() :]
            unit = re.match(rf"(?: to \d+)? {UNITS}", after) or re.search(r"\b(?:page|Pain) $", before)
            scale = re.match(r" \(\w+\)", after)  # 0 (none), which says what the number means
            if not unit and not scale and found[0] != "911":
                yield f"'{found[0]}' has no unit: {sentence}"


def calculation(text):
    """7, CDC 17: nothing to work out."""
    for _, sentence in text.said():
        if found := search(CALCULATION, sentence) or re.search("[%×÷=]", sentence):
            yield f"'{found[0]}': {sentence}"


def chunks(text):
    """8: paragraphs of 4 sentences at most (one story), lists of 7 items at most; "Water: 6 cups. Sleep: 7 hours." is a list,
    and a question is one with its answer."""
    for node in text.nodes:
        said = [s for s in sentences(node) if not s.endswith("?")]
        listed = all(re.match(r"\w+: ", s) for s in sentences(node))
        if node.kind in ("para", "caption", "item") and len(said) > (7 if listed else 4):
            yield f"{len(said)} sentences in a {node.kind}: {node.text}"
        if node.kind == "list" and len(node.kids) > 7:
            yield f"{len(node.kids)} items in the list from: {node.kids[0].text}"


def headings(text):
    """9: every part, section, step and box begins with a heading of a few words; none stands without a text. Key points
    side by side each begin with strong words in place of one."""
    for node in text.nodes:
        needs = node.kind in ("part", "section", "step") or node.kind == "box" and "note" not in node.attributes
        first = node.kids[0].kind if node.kids else None
        if "key" in node.attributes and all(n.kind == "para" and n.marked.startswith("**") for n in node.kids):
            continue
        if needs and first != "heading" and not (node.kind == "part" and first == "box"):
            yield f"a {' '.join([node.kind] + node.attributes)} has no heading"
    for node in text.headings:
        if not 1 <= len(words(node.text)) <= 11:
            yield f"a heading of {len(words(node.text))} words: {node.text}"
        if not node.next():
            yield f"nothing stands below the heading: {node.text}"


def key_points(text):
    """11, CDC 10: the first page is the summary: five steps, each begun with what to do in a few words."""
    if text.part("guide") is None:
        return
    if len(text.steps) != 5:
        yield f"{len(text.steps)} steps"
    for step in text.steps:
        first = next((sentences(n)[0] for n in step.kids if n.kind == "para"), "")
        if not 0 < len(words(first)) <= 20:
            yield f"a step begins with {len(words(first))} words: {first}"


def cues(text):
    """12, CDC 3: boxes around what matters most, strong words in it."""
    if not text.doc.find("box", "emergency") and not text.doc.find("box", "emergency-short"):
        yield "no emergency box"
    for part in [p for p in text.doc.find("part") if "worksheet" not in p.attributes]:
        strong = sum(n.marked.count("**") // 2 for n in part.walk())
        if strong < 3:
            yield f"{part.attributes[0]}: {strong} strong words"


def pictures(text):
    """15, 17, 18, 26: an icon beside each step, figures with captions, not crowded with labels."""
    figures = text.doc.find("figure")
    if text.part("article") and not figures:
        yield "no figure"
    for step in text.steps:
        if not any(a.endswith(".svg") for a in step.attributes):
            yield f"no icon beside the step: {step.kids[0].text}"
    for figure in figures:
        name = " ".join(figure.attributes)
        headed = figure.parent.kids[0].kind == "heading" and len(figure.parent.kids) == 2  # which says what it is for
        if not headed and not any(n.text for n in figure.find("caption")):
            yield f"no caption below the figure {name}"
        if len(figure.find("label")) > 9:
            yield f"{len(figure.find('label'))} labels at the figure {name}"


def actions(text):
    """20, CDC 5, 12: each step begins with a command, in its heading and in one of its first two sentences."""
    for step in text.steps:
        for node in [n for n in step.kids if n.kind in ("heading", "para")][:2]:
            firsts = [words(s)[0] for s in sentences(node)[:2]]
            if not any(first.lower() in VERBS for first in firsts):
                yield f"'{firsts[0]}' is no command: {node.text}"


def you(text):
    """21: it speaks to the reader, everywhere; nobody is 'the patient'."""
    for part in text.doc.find("part"):
        every = words(" ".join(n.text for n in part.walk() if dumpread.is_body(n) or n.kind == "heading"))
        direct = [w for w in every if search("you|your|yourself", w)]
        if len(direct) * 40 < len(every):
            yield f"{part.attributes[0]}: 'you' and 'your' are {len(direct)} of {len(every)} words"
    for _, sentence in text.said():
        if found := search("the (?:patient|client|reader|user)s?|patients|clients", sentence):
            yield f"'{found[0]}': {sentence}"


def steps(text):
    """22, CDC 13, 19: numbered steps, each with what to do and why, and at most a line of care after it."""
    numbers_found = [a for s in text.steps for a in s.attributes if a.isdigit()]
    if text.part("guide") and numbers_found != ["1", "2", "3", "4", "5"]:
        yield f"the steps are numbered {numbers_found}"
    for step in text.steps:
        told = [n for n in step.kids if n.kind == "para"]
        if not told or not search(WHY, told[0].text):
            yield f"no reason: {step.kids[0].text}"
        if len(told) > 2 or any(len(sentences(care)) > 2 for care in told[1:]):
            yield f"more than a line of care: {step.kids[0].text}"


def tools(text):
    """23: questions with boxes to check off, lines to write on, and a tracker of 14 days."""
    sheet = text.part("worksheet")
    if sheet is None:
        return
    if len(sheet.find("list", "tick")) < 3 or not sheet.find("blank"):
        yield "no questions to answer"
    days = [n.text.removeprefix("Day ") for n in sheet.find("heading") if re.fullmatch(r"Day \d+", n.text)]
    if days != [str(n) for n in range(1, 15)]:
        yield f"the tracker has the days {' '.join(days)}"


def tracker(text):
    """25: a line says how to use the tracker, and what a check means."""
    for found in text.doc.find("days"):
        before = " ".join(n.text for n in found.parent.kids if n.kind == "para")
        if not search("check off|tick", before) or not search("write", before) or not search("a check means", before):
            yield "no line says how to use it"


def evidence(text):
    """CDC 11: what experts know and what they do not."""
    if text.part("article") and not any(search("know", s) and search("not(?: yet)?", s) for _, s in text.body):
        yield "no sentence says what is known and what is not"


RULES = [purpose, promotion, common, terms, short_forms, passive, numbers, calculation, chunks, headings, key_points, cues,
         pictures, actions, you, steps, tools, tracker, evidence]


def main():
    findings = []
    for path in sys.argv[1:]:
        text = Text(path)
        findings += [f"{path}: {rule.__name__}: {finding}" for rule in RULES for finding in rule(text)]
    print("\n".join(findings) if findings else f"{len(RULES)} rules, no breach")
    sys.exit(1 if findings or len(sys.argv) < 2 else 0)


if __name__ == "__main__":
    main()
