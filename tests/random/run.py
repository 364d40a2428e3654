"""Random handouts before all judges: `run.py PROGRAM FOLDER [--seed SEED] [--count N] [--cases N,N] [--jobs N]`.

With DGS_FONTS, the file of the Chinese, Japanese and Korean faces, all scripts turn up alike. Without a seed it is the
day's date. Cases that fail stay in FOLDER/failed/, each with its files, what was found, and a script that makes it again.
Ends with 1 when one failed, or when most were refused.
"""
import argparse
import collections
import concurrent.futures
import datetime
import os
import re
import shutil
import subprocess
import sys
import traceback

import cases
import judge

TOOLS = os.path.join(cases.letters.SOURCE, "tests", "tools")
FEWEST_MADE = 0.6  # of all: judges who see nothing find nothing


class Run:
    """One case, in a folder of its own; what is made is put into `files` for the validators."""

    def __init__(self, program, work, seed, number):
        self.program, self.number, self.files = program, number, os.path.join(work, "files")
        self.folder = os.path.join(work, "cases", str(number))
        self.found, self.refused, self.made = [], None, []
        self.case = cases.Case(seed, number, self.folder)
        self.booklet = "--booklet" in self.case.options

    def program_says(self, arguments):
        unset = ("SOURCE_DATE_EPOCH", "DGS_PDF_PROFILE", "XDG_CONFIG_HOME")
        clean = {k: v for k, v in os.environ.items() if k not in unset}
        clean.update(HOME=self.folder, XDG_CONFIG_DIRS=self.folder, LC_ALL="C.UTF-8", **self.case.environment)
        done = subprocess.run([self.program, *arguments], cwd=self.folder, env=clean, input=(self.case.input or "").encode(),
                              capture_output=True)
        return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")

    def note(self, findings):
        self.found += findings

    def handout(self, arguments, name, practice):
        """Makes it and judges it. The exit code."""
        path, before = os.path.join(self.folder, name), sorted(os.listdir(self.folder))
        code, out, said = self.program_says([*arguments, "--out", name])
        if code != 0:
            left = sorted(set(os.listdir(self.folder)) - set(before))
            self.note(judge.of_refusal(code, out, said, left, self.case.private))
            self.refused = self.refused or (code, said)
            return code
        content = self.program_says([*arguments, "--dump", "content", "-q"])
        self.note([("dump", f"--dump content ends with {content[0]}: {content[2]}")] if content[0] else [])
        made = judge.Made(path, content[1], out + said, self.booklet, self.case.private, practice)
        self.note(made.findings())
        self.for_validators(path, made.claims)
        return 0

    def for_validators(self, path, claimed):
        name = f"{self.number}.pdf"
        if claimed:
            os.link(path, os.path.join(self.files, name))
        self.made.append(name)

    def batch(self):
        """Each row has the bytes of the handout that is made alone, and is bad where that is refused."""
        code, _, said = self.program_says(self.case.batch_arguments("made"))
        singles = []
        for row in range(len(self.case.rows)):
            name, arguments = f"alone{row + 1}.pdf", self.case.row_arguments(row, None)
            if self.made:
                singles.append(self.program_says([*arguments, "--out", name])[0])
            else:
                singles.append(self.handout(arguments, name, self.case.rows[row]))
            self.row(row + 1, singles[-1])
        wanted = (0,) if not any(singles) else (4,) if not all(singles) else (4, 2, 65)
        if code not in wanted:
            self.found.append(("batch", f"ends with {code}, alone with {singles}: {said.strip()[-400:]}"))

    def row(self, number, code):
        path = os.path.join(self.folder, "made", f"{number}.pdf")
        if code != 0 or not os.path.exists(path):
            if (code == 0) != os.path.exists(path):
                self.found.append(("batch", f"row {number}: alone it ends with {code}, and the batch does not agree"))
        elif read(path) != read(os.path.join(self.folder, f"alone{number}.pdf")):
            self.found.append(("batch", f"row {number} has other bytes than the handout that is made alone"))

    def go(self):
        try:
            if self.case.rows:
                self.batch()
            else:
                self.handout(self.case.arguments(), "handout.pdf", self.case.practice)
        except Exception:  # a judge that breaks has found something too
            self.found.append(("judge", traceback.format_exc(limit=-3)))
        return self.number, bool(self.made), self.refused, self.found


def read(path):
    with open(path, "rb") as f:
        return f.read()


def one(arguments):
    return Run(*arguments).go()


def validators(work, found):
    """Adds what the validators say, of all files at once."""
    files = os.path.join(work, "files")
    paths = [os.path.join(files, name) for name in sorted(os.listdir(files))]
    for name in ("verapdf", "page") if paths else ():
        done = subprocess.run([os.path.join(TOOLS, name + ".sh"), "0", *paths], capture_output=True, encoding="utf-8")
        lines = done.stdout.splitlines()
        for line in lines:
            blamed = re.match(r"(\d+)\.pdf: (.*)", line)
            if blamed:
                found[int(blamed[1])].append((name, blamed[2]))
        print(lines[-1] if lines else done.stderr.strip())
        if not lines or not re.search(rf"\b\d+ of {len(paths)} files conform", lines[-1]):
            sys.exit(f"{name} did not judge all files: {done.stderr.strip()}")
        if done.returncode != 0 and not any(kind == name for list in found.values() for kind, _ in list):
            sys.exit(f"{name} names no file, but ends with {done.returncode}")


def keep(work, seed, number, findings):
    """The failed case's folder, with a script that makes it again."""
    kept = os.path.join(work, "failed", f"{seed}-{number}")
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(os.path.join(work, "cases", str(number)), kept)
    again = os.path.join(work, "again")
    shutil.rmtree(again, ignore_errors=True)
    with open(os.path.join(kept, "again.sh"), "w", encoding="utf-8") as f:
        f.write("#!/bin/bash\n" + cases.Case(seed, number, again).command())
    shutil.rmtree(again)
    with open(os.path.join(kept, "findings"), "w", encoding="utf-8") as f:
        f.writelines(f"{kind}: {sentence}\n" for kind, sentence in findings)
    return kept


def report(work, program, seed, found, refusals):
    kinds = collections.Counter(kind for findings in found.values() for kind in {k for k, _ in findings})
    for reason, numbers in sorted(refusals.items(), key=lambda item: -len(item[1])):
        print(f"refused {len(numbers)} times (case {numbers[0]}): {reason}")
    for number, findings in sorted(found.items()):
        kept = keep(work, seed, number, findings)
        for kind, sentence in findings[:4]:
            print(f"case {number}: {kind}: {sentence}")
        print(f"case {number}: make it again: DGS_PDF={program} bash {os.path.join(kept, 'again.sh')}")
    print("failed: " + (", ".join(f"{kind} {count}" for kind, count in kinds.most_common()) or "none"))


def reason_of(refusal):
    """Without the words and numbers that differ from case to case."""
    code, said = refusal
    last = said.strip().splitlines()[-1] if said.strip() else ""
    last = re.sub(r"“.*”|'.*'|\".*\"", "…", last.removeprefix("dgs-pdf: "))
    return f"{code}: " + re.sub(r"\d+", "N", last)[:110]


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=os.path.realpath)
    parser.add_argument("folder")
    parser.add_argument("--seed", default=datetime.date.today().strftime("%Y%m%d"))
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--cases", type=lambda text: [int(n) for n in text.split(",")], help="these alone")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    return parser.parse_args()


def main():
    given = options()
    work, numbers = os.path.realpath(given.folder), given.cases or range(given.count)
    for name in "cases", "files":
        shutil.rmtree(os.path.join(work, name), ignore_errors=True)
        os.makedirs(os.path.join(work, name))
    print(f"seed {given.seed}: {len(numbers)} cases", flush=True)
    found, refusals, made = {}, {}, 0
    with concurrent.futures.ProcessPoolExecutor(given.jobs) as pool:
        todo = ((given.program, work, given.seed, number) for number in numbers)
        for number, was_made, refused, findings in pool.map(one, todo):
            found[number], made = findings, made + was_made
            if refused:
                refusals.setdefault(reason_of(refused), []).append(number)
    validators(work, found)
    found = {number: findings for number, findings in found.items() if findings}
    report(work, given.program, given.seed, found, refusals)
    print(f"seed {given.seed}: {made} of {len(numbers)} made, {len(found)} failed")
    few = not given.cases and made < FEWEST_MADE * len(numbers)
    print("too few were made" if few else "", end="\n" if few else "")
    for name in "cases", "files":
        shutil.rmtree(os.path.join(work, name))
    sys.exit(1 if found or few else 0)


if __name__ == "__main__":
    main()
