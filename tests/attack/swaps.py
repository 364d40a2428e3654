"""What is swapped under a running batch: `swaps.py PROGRAM ROUNDS [KIND...]`. Lists, folders, links and pipes are put in
each other's place at a moment drawn by lot, while the batch stands still for it (SIGSTOP). Whatever comes, the manifest is
true, nothing is written elsewhere, nothing hangs, and what cannot be made is told.
"""
import atexit
import os
import shutil
import signal
import subprocess
import sys
import time

from common import LONG, clean_words, expect, lots, own_folder, run, tree, true_manifest, write_list

ROWS = 1500


class Batch:
    """A batch that stands still after some of its handouts; go() lets it end."""

    def __init__(self, program, made, *arguments):
        self.command = [program, "batch", *arguments, "--out-dir", "out", "--no-profile", "--parts", "worksheet"]
        self.child = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        atexit.register(self.child.kill)  # it may stand still for ever where the test ends early
        while self.child.poll() is None and sum(n.endswith(".pdf") for n in self.listing()) < made:
            time.sleep(0.002)
        self.child.send_signal(signal.SIGSTOP)

    @staticmethod
    def listing():
        try:
            return os.listdir("out")
        except OSError:
            return []

    def go(self, what, codes):
        self.child.send_signal(signal.SIGCONT)
        try:
            words = clean_words(self.child.communicate(timeout=LONG)[1], what)
        except subprocess.TimeoutExpired:
            self.child.kill()
            expect(False, f"{what}: it hangs")
        code = self.child.returncode
        expect(code in codes, f"{what}: code {code}, not one of {codes}: {words[-300:]}")
        true_manifest("out", what)
        return code, words


def list_changed(program, lot, how):
    """Made from the old list to its end, or refused as one that has changed; never of both."""
    write_list("list.csv", ROWS)
    run("the clean run", (0,), program, "batch", "list.csv", "--out-dir", "clean", "--no-profile", "--parts", "worksheet")
    batch = Batch(program, lot.randrange(ROWS // 4), "list.csv", *["--no-precheck"] * lot.randrange(2))
    with open("list.csv", "r+b") as f:
        data = f.read()
        if how == "replaced":
            with open("other.csv", "wb") as other:
                other.write(data.replace(b"Massage", b"Bodywork"))
            os.rename("other.csv", "list.csv")
        elif how == "edited":
            f.seek(0)
            f.write(data.replace(b"Massage", b"MASSAGE"))
        elif how == "cut":
            f.truncate(lot.randrange(len(data)))
        else:
            f.write(data[data.index(b"\n") + 1:])
    code, words = batch.go(f"a list that is {how}", (0, 75))
    if code == 0:
        expect(tree("out") == tree("clean"), f"a list that is {how}: nothing is said, and the folder is another")
    else:
        expect("changed" in words, f"a list that is {how}: it is not said why: {words}")


def folder_swapped(program, lot, how):
    write_list("list.csv", ROWS)
    os.mkdir("elsewhere")
    batch = Batch(program, 1 + lot.randrange(ROWS // 4), "list.csv")
    os.rename("out", "away")
    if how == "link":
        os.symlink("elsewhere", "out")
    elif how == "file":
        with open("out", "w", encoding="utf-8") as f:
            f.write("a file")
    batch.go(f"a folder with a {how} in its place", (0, 73, 74, 75))
    expect(not os.listdir("elsewhere"), "something was written elsewhere")
    if os.path.lexists("out"):
        os.unlink("out")
    os.rename("away", "out")
    run("the run after", (0,), *batch.command, "--resume")
    run("the clean run", (0,), *["clean" if word == "out" else word for word in batch.command])
    expect(tree("out") == tree("clean"), f"a folder with a {how} in its place: --resume makes another folder")


def logo_swapped(program, lot, how):
    """The picture that all rows have turns into a pipe, a link out of the folder, a folder, or nothing."""
    os.mkdir("list")
    make = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools", "makepng.py")
    for name in "list/logo.png", "secret.png":
        subprocess.run([sys.executable, make, "rgb8", name, "60", "40"], check=True)
    write_list("list/list.csv", 300, "--logo", "logo.png")
    moment = lot.randrange(100)
    if moment % 2 == 0:  # from the beginning
        moment = 0
        swap(how)
    batch = Batch(program, moment, "list/list.csv", "--no-precheck")
    if moment > 0:
        swap(how)
    code, words = batch.go(f"a logo with a {how} in its place", (0, 4) if moment == 0 else (0, 4, 75))
    if moment == 0:
        expect(code == 4 and "logo.png" in words, f"a logo with a {how} in its place: code {code}: {words[-300:]}")


def swap(how):
    os.unlink("list/logo.png")
    if how == "pipe":
        os.mkfifo("list/logo.png")
    elif how == "link":
        os.symlink("../secret.png", "list/logo.png")
    elif how == "folder":
        os.mkdir("list/logo.png")


def pipe_for(program, lot, how):
    """A pipe for the list, for the manifest that --resume reads, or for a handout that it looks at."""
    write_list("list.csv", 20)
    if how == "list":
        os.unlink("list.csv")
        os.mkfifo("list.csv")
        run("a pipe for a list", (65, 66), program, "batch", "list.csv", "--out-dir", "out", "--no-profile")
        return
    run("the run before", (0,), program, "batch", "list.csv", "--out-dir", "out", "--no-profile", "--parts", "worksheet")
    names = ["manifest.jsonl"] if how == "manifest" else [n for n in sorted(os.listdir("out")) if n.endswith(".pdf")]
    name = "out/" + lot.choice(names)
    os.unlink(name)
    os.mkfifo(name)
    code, _ = run(f"a pipe for a {how}", (0, 4, 65, 66, 73, 74), program, "batch", "list.csv", "--out-dir", "out", "--no-profile",
                  "--parts", "worksheet", "--resume")
    expect(code != 0 or os.path.isfile(name), f"a pipe for a {how}: it is still there")


def manifest_damaged(program, lot, how):
    write_list("list.csv", 20)
    run("the run before", (0,), program, "batch", "list.csv", "--out-dir", "out", "--no-profile", "--parts", "worksheet",
        "--shard", "0/1")
    path = next(os.path.join("out", n) for n in os.listdir("out") if n.startswith("manifest"))
    with open(path, "rb") as f:
        data = f.read()
    last = data[:-1].rindex(b"\n") + 1
    damaged = {
        "cut": lambda: data[:lot.randrange(last + 1, len(data) - 1)],
        "noise": lambda: data[:last] + bytes(lot.randrange(256) for _ in range(200)) + b"\n" + data[last:],
        "empty": lambda: b"",
        "another": lambda: b"[" * lot.randrange(1, 5000) + b"\n",
    }[how]()
    with open(path, "wb") as f:
        f.write(damaged)
    run(f"a manifest that is {how}", (4, 65), program, "manifest", "merge", "out", "--out", "merged.jsonl")


KINDS = {
    "list": (list_changed, ("replaced", "edited", "cut", "longer")),
    "folder": (folder_swapped, ("link", "file", "gap")),
    "logo": (logo_swapped, ("pipe", "link", "folder", "gap")),
    "pipe": (pipe_for, ("list", "manifest", "handout")),
    "manifest": (manifest_damaged, ("cut", "noise", "empty", "another")),
}


def main():
    program, rounds, lot = os.path.abspath(sys.argv[1]), int(sys.argv[2]), lots()
    chosen = sys.argv[3:] or list(KINDS)
    with own_folder() as folder:
        for n in range(rounds):
            for kind in chosen:
                attack, ways = KINDS[kind]
                for how in ways:
                    os.mkdir(f"{folder}/{kind}-{how}-{n}")
                    os.chdir(f"{folder}/{kind}-{how}-{n}")
                    attack(program, lot, how)
                    os.chdir(folder)
                    shutil.rmtree(f"{folder}/{kind}-{how}-{n}")
    print(f"{rounds} rounds of {', '.join(chosen)}")


if __name__ == "__main__":
    main()
