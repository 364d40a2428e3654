"""Do the judges of random handouts see faults? `planted.py PROGRAM FILE.pdf FOLDER`: FILE.content stands beside FILE.pdf.

Each fault is planted in what is sound, and has to be found as what it is; what is sound must pass.
"""
import os
import re
import subprocess
import sys

import judge
import run

PRIVATE = "Maria Lopez of Springfield"


def sound(program, folder):
    """A handout of our own text, and what it must say."""
    path = os.path.join(folder, "sound.pdf")
    arguments = ["--no-profile", "--practice-name", "Hands that listen"]
    said = subprocess.run([program, *arguments, "--out", path], capture_output=True, encoding="utf-8", check=True)
    content = subprocess.run([program, *arguments, "--dump", "content"], capture_output=True, encoding="utf-8", check=True)
    return path, content.stdout, said.stdout + said.stderr


def changed(text, pattern, to):
    out, count = re.subn(pattern, to, text, count=1)
    assert count == 1, f"nothing matches {pattern}"
    return out


def kinds(path, content, said, **more):
    return {kind for kind, _ in judge.Made(path, content, said, **more).findings()}


def of_handouts(path, content, said):
    """What is planted, the kind as which it must be found, and what was found."""
    name = {"name": "Hands that listen"}
    yield "nothing", set(), kinds(path, content, said, private=[PRIVATE], practice=name)
    yield "a wrong word", {"words as painted", "words by the tags"}, kinds(path, changed(content, "Hold a warm", "Held a warm"), said)
    yield "words in another order", {"words as painted"}, kinds(path, changed(content, "count tea and milk", "count milk and tea"), said)
    yield "a number of pages", {"pages"}, kinds(path, content, changed(said, "4 pages", "5 pages"))
    yield "a client's name", {"private"}, kinds(path, content, said + PRIVATE, private=[PRIVATE])
    yield "another name", {"given"}, kinds(path, content, said, practice={"name": "Hands that hear"})


def of_broken_files(path, folder):
    """Files that breakpdf.py breaks, with the content that is printed beside the sound one."""
    content = run.read(path.removesuffix(".pdf") + ".content").decode()
    names = {"glyph without mapping": {"structure"}, "metadata removed": {"claims"}, "heading skipped": {"structure"}}
    tool = os.path.join(run.TOOLS, "breakpdf.py")
    subprocess.run([sys.executable, tool, path, folder, *names], check=True)
    for name, wanted in names.items():
        yield name, wanted, kinds(os.path.join(folder, name.replace(" ", "-") + ".pdf"), content, ": 0 pages, 0 KB")


def of_refusals():
    good = "dgs-pdf: --note has 201 characters: 200 is the most that fits, so shorten it\n"

    def found(code=65, out="", said=good, left=()):
        return {kind for kind, _ in judge.of_refusal(code, out, said, left, [PRIVATE])}

    yield "a good refusal", set(), found()
    yield "a crash", {"exit", "refusal"}, found(code=-11, said="")
    yield "two sentences", {"refusal"}, found(said=good + good)
    yield "a file that was left", {"refusal"}, found(left=["handout.pdf"])
    yield "a client in a refusal", {"private"}, found(said=f"dgs-pdf: {PRIVATE} is too long: shorten it\n")


def of_validators(path, folder):
    """The whole way: a file among others that both validators refuse is told by its number."""
    broken = os.path.join(folder, "files")
    os.makedirs(broken)
    os.link(path, os.path.join(broken, "0.pdf"))
    os.link(os.path.join(folder, "glyph-without-mapping.pdf"), os.path.join(broken, "1.pdf"))
    told = {0: [], 1: []}
    run.validators(folder, told)
    yield "two validators and a sound file", set(), {kind for kind, _ in told[0]}
    yield "two validators and a broken file", {"verapdf", "page"}, {kind for kind, _ in told[1]}


def main():
    program, matrix, folder = sys.argv[1:]
    faults = [*of_handouts(*sound(program, folder)), *of_broken_files(matrix, folder), *of_refusals(), *of_validators(matrix, folder)]
    wrong = [f"planted: {name}: found {sorted(found)}, not {sorted(wanted)}" for name, wanted, found in faults
             if not wanted <= found or not wanted and found]
    print("\n".join(wrong) if wrong else f"planted: {len(faults)}, each found as what it is")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
