"""Lets calls fail in a handout or a batch, `faults.py PROGRAM SHIM single|batch CALL ERRNO FIRST LAST STEP`, and holds
every run against what must hold: SHIM is tests/tools/faults.c, built. Runs in the current folder, which is to be empty.

The N-th call of that name fails, for N from FIRST to LAST (0: to the last call there is); then the N-th and all later
ones. One handout: the exit code is 0 and the new file whole, or it is that of the fault and the old file untouched. A
batch: the manifest is true, and --resume ends in the folder of a run without faults. In both: one sentence on standard
error, no file left behind.
"""
import hashlib
import json
import os
import shutil
import subprocess
import sys

PASSING = {0, 75}  # what ends, as memory and descriptors do, may be there the next time
CODES = {("malloc", "12"): PASSING, ("open", "24"): PASSING}
OTHER_CODES = {0, 4, 66, 73, 74, 75}  # 4: rows that are told to be bad, where a logo cannot be read
ROWS = 5


class Broken(Exception):
    pass


def expect(good, sentence):
    if not good:
        raise Broken(sentence)


def read(path):
    with open(path, "rb") as f:
        return f.read()


def tree(folder):
    return {os.path.relpath(os.path.join(at, f), folder): read(os.path.join(at, f))
            for at, _, files in os.walk(folder) for f in files}


def run(program, arguments, shim=None, order=None):
    extra = {"LD_PRELOAD": shim, "DGS_FAULT": order} if order else {}
    done = subprocess.run([program, *arguments], env={**os.environ, **extra}, capture_output=True, timeout=600)
    return done.returncode, done.stderr.decode("utf-8")


class Single:
    arguments = ["-q", "--out", "box/handout.pdf", "--profile", "practice.ini"]

    def __init__(self, program):
        self.program = program
        os.mkdir("box")
        code, words = run(program, self.arguments)
        expect(code == 0, words)
        self.wanted = read("box/handout.pdf")

    def before(self):
        with open("box/handout.pdf", "wb") as f:
            f.write(b"an old handout")

    def after(self, code, words):
        expect(os.listdir("box") == ["handout.pdf"], f"left behind: {os.listdir('box')}")
        now = read("box/handout.pdf")
        expect(now == (self.wanted if code == 0 else b"an old handout"), f"the handout has {len(now)} bytes")
        expect(words.count("\n") == (code != 0), f"these words: {words}")


class Batch:
    arguments = ["batch", "list.csv", "--out-dir", "out", "--jobs", "1", "--parts", "guide"]

    def __init__(self, program):
        self.program = program
        code, words = run(program, self.arguments)
        expect(code == 0, words)
        self.wanted = tree("out")

    def before(self):
        shutil.rmtree("out", ignore_errors=True)

    def after(self, code, words):
        files = tree("out")
        expect((files == self.wanted) if code == 0 else words.endswith("\n"), f"these words: {words}")
        left = [name for name in files if name not in self.wanted]
        expect(not left, f"left behind: {left}")
        expect(all(files[name] == self.wanted[name] for name in files if name != "manifest.jsonl"), "half a handout")
        lines = files.get("manifest.jsonl", b"").split(b"\n")
        expect(lines.pop() == b"", "the manifest ends within a line")
        for line in map(json.loads, lines):
            name = line["file"]
            expect("error" in line or hashlib.sha256(files.get(name, b"")).hexdigest() == line["sha256"],
                   f"the manifest is not true of {name}")
        code, words = run(self.program, [*self.arguments, "--resume"])
        expect(code == 0 and tree("out") == self.wanted, f"--resume ends with {code}: {words}")


def prepare(tools):
    with open("practice.ini", "w", encoding="utf-8") as f:
        f.write("name = Willow Creek Massage\nphone = (503) 555-0142\nlogo = logo.png\n"
                "booking_url = https://willowcreek.example/book\n")
    subprocess.run([sys.executable, f"{tools}/makepng.py", "rgb-alpha8", "logo.png", "40", "30"], check=True)
    rows = subprocess.run([sys.executable, f"{tools}/rows.py", str(ROWS), "--logo", "logo.png"], check=True,
                          capture_output=True)
    with open("list.csv", "wb") as f:
        f.write(rows.stdout)


def calls_of(program, arguments, shim):
    """How many allocations a run without faults has."""
    os.environ["DGS_FAULT_COUNT"] = "count"
    run(program, arguments, shim, "none 0 1")
    del os.environ["DGS_FAULT_COUNT"]
    return int(read("count"))


def main():
    program, shim, kind, call, errno, first, last, step = sys.argv[1:]
    prepare(os.path.dirname(os.path.abspath(__file__)))
    what = {"single": Single, "batch": Batch}[kind](program)
    most = int(last) or calls_of(program, what.arguments, shim)
    found, runs, codes = 0, 0, {}
    for n in range(int(first), most + 1, int(step)):
        for order in (f"{call} {errno} {n}", f"{call} {errno} {n}+"):
            what.before()
            code, words = run(program, what.arguments, shim, order)
            try:
                expect(code in CODES.get((call, errno), OTHER_CODES), f"exit code {code}: {words}")
                what.after(code, words)
            except Broken as broken:
                print(f"{kind}, {order}: {broken}")
                found += 1
            runs += 1
            codes[code] = codes.get(code, 0) + 1
    told = ", ".join(f"{n} with code {code}" for code, n in sorted(codes.items()))
    print(f"{kind}: {call} {errno}: {runs} runs, {told}; {found} broken")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
