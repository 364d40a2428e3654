"""Feeds the program words of a stranger in every place that a message may quote, and scans what it prints:
`hostile.py PROGRAM`, in an empty folder. Ends with 1 and the run where a character comes through that could steer a
terminal, turn words round or hide.
"""
import json
import os
import pty
import re
import subprocess
import sys
import unicodedata

PROGRAM = sys.argv[1]
CODES = [0x1B, 0x07, 0x08, 0x0B, 0x0D, 0x7F, 0x85, 0x9B, 0x9D, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E]
CODES += [0x2060, 0x2066, 0x2069, 0x206A, 0xFEFF, 0xFFF9, 0xFFFB, 0xE0001, 0xE0041]
EVIL = "\x1b]0;owned\x07\x1b[31m" + "".join(map(chr, CODES)) + "\n\tdgs-pdf: all is well"
BYTES = b"\xff\x1b[2J" + EVIL.encode()
runs = 0
STEP = 4 if os.environ.get("DGS_SANITIZE") else 1  # that program is slow


def bad(char):
    return char != "\n" and (unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") or ord(char) in (0x2028, 0x2029, 0xFEFF))


def look(what, output, shows=None):
    text = output.decode()  # valid UTF-8 at all times
    for char in text:
        if bad(char):
            sys.exit(f"U+{ord(char):04X} comes through from {what!r}:\n{text!r}")
    for line in text.split("\n"):
        if line.startswith("\tdgs-pdf: all is well") or line.startswith("dgs-pdf: all is well"):
            sys.exit(f"a line of a stranger comes through from {what!r}:\n{text!r}")
    if shows is not None and shows not in text:
        sys.exit(f"{shows!r} is not in what {what!r} prints:\n{text!r}")


def run(*args, shows=None, env=None, data=b""):
    """The words are to be in what is printed, so that the test knows that the place quotes at all."""
    global runs
    runs += 1
    # the environment and the arguments take bytes, so that what is not UTF-8 is tried too
    args = [a if isinstance(a, bytes) else a.encode() for a in args]
    done = subprocess.run([PROGRAM.encode(), *args], input=data, capture_output=True, env={**os.environ, **(env or {})})
    if done.returncode < 0 or done.returncode > 75:
        sys.exit(f"{args!r} ends with {done.returncode}: {done.stderr!r}")
    look(args, done.stderr if b"-" in args else done.stderr + done.stdout, shows)
    return done


def on_terminal(*args, shows):
    """Standard error is a terminal; the program's own line that is written over is taken away."""
    master, slave = pty.openpty()
    child = subprocess.Popen([PROGRAM, *args], stdout=subprocess.DEVNULL, stderr=slave)
    os.close(slave)
    output = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:  # the last writer has gone
            break
        if not piece:
            break
        output += piece
    child.wait()
    os.close(master)
    look(args, output.replace(b"\r\033[K", b"").replace(b"\r\n", b"\n"), shows)


def write(path, data):
    with open(path, "wb") as f:
        f.write(data if isinstance(data, bytes) else data.encode())


# The command line: every option there is, with every command.

manual = subprocess.run([PROGRAM, "--man"], capture_output=True, text=True).stdout.replace("\\-", "-").partition(".SH OPTIONS")[2]
options = sorted(set(re.findall(r"^(?:\\fB-\w\\fR, )?\\fB--([a-z-]+)\\fR( \\fI\w)?", manual, re.M)))
assert len(options) > 40, options
no_service = {"CUPS_SERVER": "/nowhere/cups.sock"}
for option, argument in options[::STEP]:
    if option in ("help", "version"):
        continue
    for command in ([], ["batch"], ["manifest"], ["printers"]) if argument else ([],):
        run(*command, f"--{option}={EVIL}", env=no_service)
        run(*command, b"--" + option.encode() + b"=" + BYTES, env=no_service)
for args in ([f"--{EVIL}"], [EVIL], ["batch", "a", EVIL], ["init", f"--{EVIL}"], ["print", EVIL], ["-" + EVIL]):
    run(*args, env=no_service, shows="?")
    run(*[BYTES if a == EVIL else a for a in args], env=no_service, shows="?")
run("manifest", EVIL)
for name in ("DGS_PDF_PROFILE", "SOURCE_DATE_EPOCH", "HOME", "XDG_CONFIG_HOME", "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MAX", "JOB_COMPLETION_INDEX", "LANG", "CUPS_SERVER", "PATH"):
    run("--out", "env.pdf", env={name: EVIL})
    for engine in ("slurm", "kubernetes", "aws")[::STEP]:
        run("batch", "none.csv", "--out-dir", "o", "--shard-from", engine, env={name: EVIL})
    run("printers", env={**no_service, name: EVIL})

evil_file = "".join(c for c in EVIL if c not in "/\0")
run("--no-profile", "--out", evil_file, shows=": 4 pages, ")
run("--no-profile", "--out", evil_file, "--dry-run", shows="nothing was written")
run("--out", evil_file + "/x.pdf", shows="part of the path")
run("--out", "none" + evil_file + "/x.pdf", shows="create it first")
run("--content", evil_file, "--out", "x.pdf")
run("init", evil_file + "2", shows="fill it in")
run("init", evil_file, shows="already exists")
run("init-content", evil_file + "3", shows="edit the text")
run("init-content", evil_file + "3", shows="already exists")
write(evil_file + "3/guide.md", f"# {EVIL}\n\n#### {EVIL}\n\n[{EVIL}](javascript:{EVIL})\n\n![]({EVIL}.svg)\n\n{{{{{EVIL}}}}}\n")
run("--content", evil_file + "3", "--out", "x.pdf", shows="guide.md")
run("--content", evil_file + "3", "--dump", "content", "--out", "x.pdf")
write(evil_file + ".png", b"no picture")
run("--logo", evil_file + ".png", "--out", "x.pdf")
write(evil_file + ".svg", f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><{EVIL[40:44]}/><rect fill="url({EVIL})" width="{EVIL}"/></svg>')
run("--logo", evil_file + ".svg", "--out", "x.pdf")

ONE_LINE = EVIL.replace("\n", " ").replace("\r", " ")
write("keys.ini", f"na{ONE_LINE}me = A\n".encode() + BYTES + b" = B\nname = " + BYTES + b"\nname = A\ncolor = #12" + BYTES + b"\n")
write(evil_file + ".ini", "name = Anna\nlogo = none.png\n")
for line in ("name", "color", "phone", "website", "email", "logo", "booking", "address", "hours", "logo_alt", "nonsense"):
    write("one.ini", f"{line} = x{EVIL}\n")
    run("profile", "--profile", "one.ini")
    run("--profile", "one.ini", "--out", "x.pdf")
    run("--client-stdin", "--no-profile", "--out", "x.pdf", data=f"{line} = x{EVIL}\n".encode())
run("--client-stdin", "--no-profile", "--out", "x.pdf", data=BYTES + b" = x\n")
run("profile", "--profile", "keys.ini", shows="?")
run("profile", "--profile", evil_file + ".ini", shows="Anna")
done = run("profile", "--profile", evil_file + ".ini", "--json", shows="\\u009b")
assert json.loads(done.stdout)["profile"] == evil_file + ".ini"

cell = ONE_LINE
write("list.csv", f'name,logo\n"A{cell}",\nB,"{cell}.png"\n"C",\n'.encode() + b'"' + BYTES.replace(b"\n", b"") + b'",\n')
write("columns.csv", f'name,"{cell}"\nA,B\n')
rows = [{"name": "A"}, {"name": EVIL}, {EVIL: "B"}, {"name": "C", "logo": EVIL}, {"name": {EVIL: 1}}]
write(evil_file + ".jsonl", "\n".join(map(json.dumps, rows)) + "\n" + EVIL + "\n")
for listed in ("list.csv", "columns.csv", evil_file + ".jsonl", "none" + evil_file):
    for extra in ([], ["--json"], ["--dry-run"], ["--file-name", "{name}" + evil_file], ["--file-name", "same"]):
        done = run("batch", listed, "--no-profile", "--max-errors", "any", "--out-dir", evil_file + ".out", *extra)
        for line in done.stdout.splitlines():
            json.loads(line)
write("good.csv", "name\nAnna\nBerta\n")
on_terminal("batch", "good.csv", "--no-profile", "--out-dir", evil_file + ".out", shows=": 2 handouts made")
write("semi.csv", "name;phone\nAnna;\n")
os.rename("semi.csv", evil_file + ".csv")
run("batch", evil_file + ".csv", "--no-profile", "--out-dir", "semi", shows="its cells are separated by")

os.mkdir(evil_file + ".m")
entry = {"file": "x" + EVIL, "sha256": EVIL, "inputs": EVIL}
for shard, other in ((0, "a"), (1, "b")):
    lines = [{"row": 1, **entry}, {"row": 2, **entry, "sha256": other}, {"row": 4, **entry}]
    write(f"{evil_file}.m/manifest-{shard}-of-3.jsonl", "".join(json.dumps(r, ensure_ascii=False) + "\r\t\n" for r in lines))
run("manifest", "merge", evil_file + ".m", "--out", "m.jsonl", shows="is also that of row")
run("manifest", "merge", "none" + evil_file, "--out", "m.jsonl", shows="?")
write("alone.jsonl", json.dumps({"row": 1, **entry}, ensure_ascii=False) + "\r\t\n")
merged = subprocess.run([PROGRAM, "manifest", "merge", "alone.jsonl", "--out", "-"], capture_output=True)
look("manifest merge", merged.stdout + merged.stderr, "\\u009b")
assert json.loads(merged.stdout) == {"row": 1, **entry}, merged
print(runs, "runs")
