"""The figures of one handout and of a batch, beside those of other programs that are found here, and beside what the
machine allows: `bench.py PROGRAM FOLDER [RUNS]`. No pass or fail.

FOLDER keeps bench.txt with all of it, callgrind's profile, and a handout of each program; it may hold node_modules with
Typst's compiler.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
PRACTICES = 100  # as many handouts as a peer makes in one process, at most
PEER_RUNS = 5
TYPST = os.path.join("node_modules", "@myriaddreamin", "typst-ts-node-compiler")


class Bench:
    """Runs and prints; everything happens in the current folder, which words.py has filled."""

    def __init__(self, program, folder, runs):
        self.program, self.folder, self.runs = program, folder, runs
        self.empty = self.ours = 0.0
        self.report = open(os.path.join(folder, "bench.txt"), "w", encoding="utf-8")

    def say(self, line=""):
        print(line, flush=True)
        print(line, file=self.report)

    def measure(self, runs, command):
        """Median ms, ms of processor time, peak KB of the largest process; None where it fails."""
        done = subprocess.run(["./bench", str(runs), *command], capture_output=True, encoding="utf-8")
        return None if done.returncode != 0 else [float(x) for x in done.stdout.split()]

    def row(self, name, command, made=None, runs=None):
        got = self.measure(runs or self.runs, command)
        if got is None:
            self.say(f"{name:34} fails: {' '.join(command)}")
            return 0.0
        ms, _, peak = got
        self.empty = self.empty or ms
        size = pages = tagged = "-"
        if made:
            shutil.copy(made, self.folder)
            size = f"{os.path.getsize(made) / 1024:.0f}"
            pages, tagged = told_of(made, "Pages"), told_of(made, "Tagged")
        ratio = f"{ms / self.ours:.1f}" if self.ours else "-"
        times = f"{ms:9.2f} {ms / self.empty:9.1f} {ratio:>8}"
        self.say(f"{name:34} {times} {peak / 1024:8.1f} {size:>8} {pages:>6} {tagged:>7}")
        return ms


def told_of(path, key):
    told = subprocess.run(["pdfinfo", path], capture_output=True, encoding="utf-8", errors="replace").stdout
    return next((line.split()[1] for line in told.splitlines() if line.startswith(key + ":")), "-")


def python_with(module):
    for python in filter(None, (shutil.which("python3"), "/usr/bin/python3")):
        if subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode == 0:
            return python
    return None


def build_pango():
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "pangocairo"], capture_output=True, encoding="utf-8")
    if flags.returncode != 0:
        return None
    source = os.path.join(HERE, "peer_pango.c")
    subprocess.run(["cc", "-O2", "-D_GNU_SOURCE", "-o", "pango", source, *flags.stdout.split()], check=True)
    with open("fonts.conf", "w", encoding="utf-8") as f:
        f.write(f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{SOURCE}/fonts</dir>'
                f"<cachedir>{os.getcwd()}/fontcache</cachedir></fontconfig>")
    return [shutil.which("env"), f"FONTCONFIG_FILE={os.getcwd()}/fonts.conf", "./pango"]


def peers(folder):
    """(name, key, handouts in one process, the command before or None, arguments after, where it comes from)"""
    def script(interpreter, name):
        return interpreter and [interpreter, os.path.join(HERE, name)]

    typst = os.path.join(folder, TYPST)
    node, chromium, latex = shutil.which("node"), shutil.which("chromium"), shutil.which("pdflatex")
    yield ("WeasyPrint", "weasyprint", 5, script(python_with("weasyprint"), "peer_weasyprint.py"), [],
           "Debian package weasyprint")
    yield ("Chromium", "chromium", 20, script(chromium and sys.executable, "peer_chromium.py"), [chromium],
           "Debian package chromium")
    yield ("Typst", "typst", 100, script(node if os.path.isdir(typst) else None, "peer_typst.mjs"), [typst],
           f"npm install --prefix {os.path.relpath(folder, SOURCE)} @myriaddreamin/typst-ts-node-compiler")
    yield ("pdfLaTeX (a process each)", "latex", 5, script(latex and sys.executable, "peer_latex.py"), [],
           "Debian packages texlive-latex-recommended, lmodern")
    yield ("ReportLab", "reportlab", 50, script(python_with("reportlab"), "peer_reportlab.py"), [],
           "Debian package python3-reportlab")
    yield "Pango and cairo", "pango", 100, build_pango(), [], "Debian package libpango1.0-dev"


def one_handout(bench, found):
    bench.say(f"One handout: medians of {bench.runs} whole processes (other programs: {PEER_RUNS})\n")
    bench.say(f"{'what':34} {'ms':>9} {'x empty':>9} {'x ours':>8} {'peak MB':>8} {'file KB':>8} {'pages':>6} {'tagged':>7}")
    ours = [bench.program, "-q", "--no-profile"]
    bench.row("empty C program", ["./empty"])
    bench.row("dgs-pdf --version", [bench.program, "--version"])
    bench.row("default", ours + ["--out", "default.pdf"], "default.pdf")
    bench.row("guide only", ours + ["--out", "guide.pdf", "--parts", "guide"], "guide.pdf")
    bench.row("lay out only (--dump layout)", ours + ["--dump", "layout"])
    with open("practices.json", encoding="utf-8") as f:
        p = json.load(f)[0]
    options = ["--practice-name", p["name"], "--phone", p["phone"], "--color", p["color"], "--booking-url", p["url"],
               "--logo", p["logo"]]
    bench.ours = bench.row("name, colour, logo and code", ours + ["--out", "ours.pdf"] + options, "ours.pdf")
    for name, key, _, command, rest, source in found:
        if command is None:
            bench.say(f"{name:34} is not found: {source}")
        else:
            bench.row(name, command + [".", "1"] + rest, f"{key}0.pdf", PEER_RUNS)
    bench.say("\nThe others have the same words, name, colour, logo and code on four pages, without the pictures, and they")
    bench.say("do not sync their files to the disk.\n")


def many(bench, found):
    bench.say(f"\n{'many in one process':34} {'a second':>9} {'ms of processor time each':>26} {'x ours':>8}")
    ours = 0.0
    for jobs in "1", "2":
        shutil.rmtree("out", ignore_errors=True)
        rows = 1000
        command = [bench.program, "batch", "many.csv", "--out-dir", "out", "--jobs", jobs, "--no-profile", "-q"]
        got = bench.measure(1, command)
        if got is None:
            sys.exit("the batch fails: " + " ".join(command))
        each = got[1] / rows
        ours = ours or each
        bench.say(f"dgs-pdf batch --jobs {jobs:13} {rows * 1000 / got[0]:9.0f} {each:26.2f} {each / ours:8.1f}")
    for name, _, n, command, rest, _ in found:
        one = command and bench.measure(PEER_RUNS, command + [".", "1"] + rest)
        all_of_them = one and bench.measure(1, command + [".", str(n)] + rest)
        if all_of_them:
            wall, used = ((b - a) / (n - 1) for a, b in zip(one[:2], all_of_them[:2]))
            bench.say(f"{name:34} {1000 / wall:9.1f} {used:26.2f} {used / ours:8.1f}")
    bench.say("\nOurs: the whole run with its start, check and manifest, divided by the rows. Others: what each")
    bench.say("handout takes after the first.\n")


def limits(bench):
    """What the same machine takes for what nobody can leave out."""
    made = [os.path.join("out", name) for name in sorted(os.listdir("out")) if name.endswith(".pdf")]
    subprocess.run([sys.executable, os.path.join(HERE, "differing.py"), made[0], made[1], "differs"], check=True)
    streams = sorted(name for name in os.listdir(".") if name.startswith("differs"))
    told = subprocess.run(["./limits", made[1], *streams], check=True, capture_output=True, encoding="utf-8").stdout
    bench.say(f"{'limits of this machine':60} {'ms':>8}")
    bench.say(f"{'starting a process (an empty one)':60} {bench.empty:8.3f}")
    for line in told.splitlines():
        what, ms = line.split("\t")
        bench.say(f"{what:60} {float(ms):8.3f}")
    bench.say()


def profile(bench):
    if not shutil.which("valgrind"):
        bench.say("No profile: valgrind is not found.")
        return
    folder = os.path.join(bench.folder, "profile")
    command = ["bash", os.path.join(HERE, "profile.sh"), SOURCE, folder]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    bench.say(done.stdout)


def prepare(program):
    for name, flags in ("bench", []), ("limits", ["-ldeflate"]):
        source = os.path.join(HERE, name + ".c")
        subprocess.run(["cc", "-O2", "-D_POSIX_C_SOURCE=200809L", "-o", name, source, *flags], check=True)
    nothing = "int main(void) { return 0; }\n"
    subprocess.run(["cc", "-O2", "-o", "empty", "-x", "c", "-"], input=nothing, check=True, text=True)
    subprocess.run([sys.executable, os.path.join(HERE, "words.py"), program, ".", str(PRACTICES)], check=True)
    with open("practices.csv", encoding="utf-8") as f:
        heading, *rows = f.readlines()
    with open("many.csv", "w", encoding="utf-8") as f:
        f.writelines([heading] + [row.replace(" Massage ", f" Massage {i} ", 1) for i in range(10) for row in rows])


def main():
    program, folder = os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2])
    os.makedirs(folder, exist_ok=True)
    bench = Bench(program, folder, int(sys.argv[3]) if len(sys.argv) > 3 else 51)
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    with tempfile.TemporaryDirectory() as work:
        os.chdir(work)
        prepare(program)
        found = list(peers(folder))
        one_handout(bench, found)
        many(bench, found)
        limits(bench)
        profile(bench)
        os.chdir("/")


if __name__ == "__main__":
    main()
