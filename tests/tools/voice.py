"""How the text speaks: `voice.py PART=FILE.content...` (--dump content of the part alone, and of all as "all").

Each part but the worksheet: Flesch-Kincaid at most 5, an average sentence of its own paragraphs of 8 to 14 words, "we", "us"
or "our" somewhere. The guide: one sentence that the reader is not alone, one about the outlook; the warnings on its page
in at most 120 words. All together: each fact of the practice's article is told.
"""
import re
import sys

import dumpread
import readability

OURS = r"\b(we|us|our|ours)\b"
CARDS = ("emergency", "emergency-short", "today", "limits")  # said in each choice of parts, in words of their own
WARNINGS, GRADE, SENTENCE = 120, 5.0, (8, 14)
FACTS = {  # what the practice's own article says: words that tell it
    "pain in the low back, the buttock, down the leg": r"low back or deep in the buttock. It may go down the back of one leg",
    "deep muscles press on the nerve": r"tight muscle may press on the sciatic nerve",
    "they help turn the hip": r"help turn your hip",
    "piriformis is one of them": r"piriformis is one of them",
    "small muscles work extra hard": r"small ones work extra hard",
    "sitting: wallet": r"wallet in a back pocket",
    "sitting: feet": r"Feet tucked under",
    "sitting: legs": r"Crossed legs",
    "sitting: car": r"Long car trips",
    "sitting: chair": r"wrong chair or desk height",
    "little movement": r"Little movement",
    "exercise": r"more exercise than usual",
    "tensing": r"Tensing without noticing",
    "an old injury": r"Protecting an old injury",
    "scoliosis": r"scoliosis",
    "leg length": r"One leg longer",
    "an unusual muscle": r"muscle of unusual shape",
    "find the cause": r"cause of your pain",
    "nobody finds it": r"nobody found the cause",
    "when does it hurt": r"When does it hurt most",
    "what were you doing": r"What (?:were you doing|did you do) (?:just )?before",
    "how are most days": r"How do you spend most days",
    "what can change": r"What could you change",
    "try massage to know": r"Nobody knows until you try",
    "many were helped, some at once": r"Many people say that it helps them, some at once",
    "part of a balanced life": r"one part of a balanced, healthy life",
    "not magic": r"not magic",
    "easier said than done": r"easier said than done",
    "not exciting": r"not exciting",
    "the title's joke": r"A pain in the butt\?",
    "book": r"Book your next massage",
    "a healthier version of yourself": r"healthier version of yourself",
}


def own(root):
    """The nodes of a part that are its own."""
    return [n for n in root.walk() if not n.inside("masthead", "imprint") and not in_card(n)]


def in_card(node):
    while node:
        if node.kind == "box" and node.attributes and node.attributes[0] in CARDS and node.parent.kind == "part":
            return True
        node = node.parent
    return False


def length(sentences):
    return sum(len(dumpread.words(s)) for s in sentences)


def speaks(part, root):
    nodes = own(root) if part != "care" else list(root.walk())
    body = [s for n in nodes if dumpread.is_body(n) for s in dumpread.sentences(n)]
    paras = [s for n in nodes if n.kind == "para" and dumpread.is_body(n) for s in dumpread.sentences(n)]
    grade = readability.style(body)[0]
    average = length(paras) / len(paras)
    if grade > GRADE:
        yield f"Flesch-Kincaid grade {grade}, {GRADE} is allowed"
    if part != "worksheet" and not SENTENCE[0] <= average <= SENTENCE[1]:
        yield f"an average sentence has {average:.1f} words, not 8 to 14"
    if part != "worksheet" and not any(re.search(OURS, s, re.I) for s in paras):
        yield "nobody says we, us or our"


def guides(root):
    words = " ".join(n.text for n in own(root))
    if not re.search(r"you are not alone", words):
        yield "nobody says that the reader is not alone"
    if not re.search(r"Many people get better without surgery", words):
        yield "nobody says how it will go"
    warnings = [n.kids[-1].text for n in root.find("step") if len([k for k in n.kids if k.kind == "para"]) > 1]
    emergency = [n for n in root.find("box", "emergency")][0]
    warnings += [n.text for n in emergency.walk() if n.text]
    n = len(dumpread.words(" ".join(warnings).replace("A small ache is fine.", "")))
    if n > WARNINGS:
        yield f"{n} words of warnings on page 1, {WARNINGS} are allowed"


def facts(root):
    words = " ".join(n.text for n in root.walk())
    for fact, told in FACTS.items():
        if not re.search(told, words, re.I):
            yield f"the article's fact is not told: {fact}"


def main():
    found = []
    for argument in sys.argv[1:]:
        part, _, path = argument.partition("=")
        root = dumpread.read(path)
        said = list(facts(root)) if part == "all" else list(speaks(part, root))
        said += list(guides(root)) if part == "guide" else []
        found += [f"{part}: {words}" for words in said]
    print("\n".join(found), end="\n" if found else "")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
