"""Command lines for both programs, one JSON object a line, {"cwd", "args", "env", "input"}.

    cases.py corpora|random FOLDER [COUNT]   with the files that they name in FOLDER; what is written goes to out.pdf
    cases.py logos FOLDER                    a handout with each file of FOLDER as its logo
    cases.py recorded FILE                   those that record.sh has written down"""
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TESTS = os.path.dirname(HERE)
sys.path.insert(0, os.path.join(TESTS, "random"))
import cases  # noqa: E402

CONTENT = ["guide.md", "article.md", "worksheet.md", "emergency.md", "strings.md", "handout.md"]  # of fuzz_content.c
HARMFUL = ("--logo", "--pro", "--con", "--out", "--no-s")  # options that a corpus has no say in
MARK = b"\x1c"


def put(folder, name, data):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as f:
        f.write(data)


def of_logo(folder, data):
    put(folder, "logo", data)
    return ["--no-profile", "--practice-name", "Willow Creek Massage", "--logo", "logo", "--parts", "guide"], None


def of_profile(folder, data):
    put(folder, "practice.ini", data)
    return ["--profile", "practice.ini"], None


def of_content(folder, data):
    for name, part in zip(CONTENT, data.split(MARK)):
        if part:
            put(os.path.join(folder, "content"), name, part)
    os.makedirs(os.path.join(folder, "content"), exist_ok=True)
    return ["--no-profile", "--content", "content"], None


def of_handout(folder, data):
    options, profile, client, guide, strings, logo, *_ = data.split(MARK) + [b""] * 6
    words = [os.fsdecode(o) for o in options.split(b"\n") if o.startswith(b"--") and len(o) > 2 and b"\0" not in o]
    args = [w for w in words if w.startswith("--logo-alt") or not w.startswith(HARMFUL)]
    if profile:
        put(folder, "practice.ini", profile)
    args.append("--profile=practice.ini" if profile else "--no-profile")
    if logo:
        put(folder, "logo", logo)
        args.append("--logo=logo")
    for name, part in ("guide.md", guide), ("strings.md", strings):
        if part:
            put(os.path.join(folder, "content"), name, part)
    if guide or strings:
        args.append("--content=content")
    return args, client


KINDS = {"png": of_logo, "jpeg": of_logo, "webp": of_logo, "svg": of_logo, "profile": of_profile, "content": of_content,
         "handout": of_handout}


def corpora(where):
    for kind, make in KINDS.items():
        corpus = os.path.join(TESTS, "fuzz", "corpus", kind)
        for name in sorted(os.listdir(corpus)):
            with open(os.path.join(corpus, name), "rb") as f:
                data = f.read()[:-2]  # which say how a fuzz target treats it
            folder = os.path.join(where, kind, name)
            os.makedirs(folder)
            args, client = make(folder, data)
            if client:
                args = [*args, "--client-stdin"]
            yield {"cwd": folder, "args": args, "env": {}, "input": (client or b"").decode("latin-1")}


def at_random(where, count):
    for number in range(count):
        folder = os.path.join(where, str(number))
        case = cases.Case("web", number, folder)
        lines = [case.row_arguments(row, None) for row in range(len(case.rows))] or [case.arguments()]
        for args in lines:
            given = (case.input or "").encode().decode("latin-1")
            yield {"cwd": folder, "args": args, "env": case.environment, "input": given}


def logos(where):
    for name in sorted(os.listdir(where)):
        yield {"cwd": where, "args": ["--no-profile", "--practice-name", "Willow Creek Massage", "--parts", "guide", "--logo", name], "env": {},
               "input": ""}


def recorded(file):
    with open(file, "rb") as f:
        words = [w.decode() for w in f.read().split(b"\0")]
    while len(words) > 2:
        folder, date, count, *words = words
        args, words = words[:int(count)], words[int(count):]
        if args[0] != "init":  # which has written its files already
            yield {"cwd": folder, "args": args, "env": {"SOURCE_DATE_EPOCH": date} if date else {}, "input": ""}


def main():
    what, where, *count = sys.argv[1:]
    if what == "recorded":
        print("\n".join(map(json.dumps, recorded(where))))
        return
    for case in {"corpora": corpora, "logos": logos}[what](where) if what != "random" else at_random(where, int(count[0])):
        case["args"] = ["--out", "out.pdf", *case["args"]]
        print(json.dumps(case))


main()
