"""Another user plays with links in a folder that everybody may write to, while the program writes there:
`swap.py PROGRAM SWAP.so`, as root, in an empty folder that both users may enter. Ends with 1 where anything came to be,
or was changed, in the victim's private folder.

Each way of writing is tried with a link that was there before, and with one that comes, or goes, before each call of
the system that has a path in the shared folder; with the sandbox before each third of them.
"""
import os
import shutil
import subprocess
import sys

VICTIM, STRANGER, MOMENTS = 65533, 65532, 60
program, swap = sys.argv[1:3]
home = os.getcwd()
shared, private, own = (os.path.join(home, n) for n in ("shared", "private", "own"))
PRECIOUS = b"precious"
# What the victim runs, the name in the shared folder, and where the stranger's link leads.
WAYS = {
    "handout": (["--no-profile", "--out", "../shared/name"], "data"),
    "by a folder": (["--no-profile", "--out", "../shared/name/data"], "."),
    "init": (["init", "../shared/name", "--force"], "data"),
    "content": (["init-content", "../shared/name", "--force"], "."),
    "merge": (["manifest", "merge", "m.jsonl", "--out", "../shared/name"], "data"),
    "batch": (["batch", "list.csv", "--no-profile", "--jobs", "1", "--parts", "guide", "--out-dir", "../shared/name"], "."),
    "split": (["batch", "list.csv", "--no-profile", "--jobs", "1", "--parts", "guide", "--split-dirs", "--out-dir", "../shared"], "."),
}


def as_user(uid):
    os.setgroups([])
    os.setgid(uid)
    os.setuid(uid)


def by_stranger(what):
    pid = os.fork()
    if pid == 0:
        as_user(STRANGER)
        try:
            what()
        except OSError:
            pass  # too late: the victim has the name
        os._exit(0)
    os.waitpid(pid, 0)


def lay_out():
    for folder, owner, mode in ((shared, 0, 0o1777), (private, VICTIM, 0o700), (own, VICTIM, 0o700)):
        shutil.rmtree(folder, ignore_errors=True)
        os.mkdir(folder)
        os.chown(folder, owner, owner)
        os.chmod(folder, mode)
    for name, words in ((f"{private}/data", PRECIOUS), (f"{own}/list.csv", b"name\nA\n"), (f"{own}/m.jsonl", b'{"row":1,"file":"a","sha256":"b","inputs":"c"}\n')):
        with open(name, "wb") as f:
            f.write(words)
        os.chown(name, VICTIM, VICTIM)


def run(args, moment, change):
    """Runs it, and lets `change` happen at the moment. Whether that came, and the exit code."""
    ends = {}
    for name in ("to", "from"):
        ends[name] = f"{home}/{name}"
        if not os.path.exists(ends[name]):
            os.mkfifo(ends[name])
        os.chmod(ends[name], 0o666)
    there, here = os.open(ends["to"], os.O_RDWR), os.open(ends["from"], os.O_RDWR)
    env = {**os.environ, "LD_PRELOAD": swap, "DGS_SWAP": str(moment), "DGS_SWAP_TO": ends["to"], "DGS_SWAP_FROM": ends["from"]}
    child = subprocess.Popen([program, *args, "-q"], env=env, cwd=own, preexec_fn=lambda: as_user(VICTIM), stderr=subprocess.DEVNULL)
    os.set_blocking(there, False)
    came = False
    while child.poll() is None and not came:
        try:
            came = os.read(there, 1) == b"x"
        except BlockingIOError:
            try:
                child.wait(0.002)
            except subprocess.TimeoutExpired:
                pass
    if came:
        by_stranger(change)
        os.write(here, b"x")
    code = child.wait()
    os.close(there)
    os.close(here)
    return came, code


def look(way, what, code):
    with open(f"{private}/data", "rb") as f:
        data = f.read()
    if os.listdir(private) != ["data"] or data != PRECIOUS or code < 0:
        sys.exit(f"{way}, {what}: exit code {code}, {data[:20]!r}, {os.listdir(private)}")


def main():
    tried = 0
    for options in (["--no-sandbox"], []):
        for way, (args, leads) in WAYS.items():
            name = f"{shared}/0000" if way == "split" else f"{shared}/name"
            link, plain = lambda: os.symlink(os.path.join(private, leads), name), lambda: os.unlink(name)
            lay_out()
            by_stranger(link)
            look(way, "a link", run(args + options, 0, None)[1])
            for what, before, change in (("a link that comes", None, link), ("a link that goes", link, plain)):
                for moment in range(1, MOMENTS, 1 if options else 3):
                    lay_out()
                    if before:
                        by_stranger(before)
                    came, code = run(args + options, moment, change)
                    look(way, f"{what} before call {moment}", code)
                    tried += came
                    if not came:
                        break
            # The victim's own link leads where the victim likes.
            lay_out()
            os.symlink(os.path.join(private, leads), name)
            os.lchown(name, VICTIM, VICTIM)
            run(args + options, 0, None)
            with open(f"{private}/data", "rb") as f:
                if f.read() == PRECIOUS and os.listdir(private) == ["data"] and not (way == "split" and not options):
                    sys.exit(f"{way}: a link of one's own is not followed")
    print(tried, "moments")


main()
