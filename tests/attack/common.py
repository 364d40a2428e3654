"""What the attacks share: lots drawn by a seed that is told, and what has to hold whatever comes in."""
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import unicodedata

TOOLS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools")
LONG = 600  # seconds, after which a program is said to hang; it needs less than 20, of which rsvg-convert may take 10
JOINERS = "\u200c\u200d"  # emoji and some scripts need them


def lots():
    """The same again with DGS_SEED."""
    seed = int(os.environ.get("DGS_SEED") or random.SystemRandom().randrange(10**9))
    print(f"DGS_SEED={seed}", flush=True)
    return random.Random(seed)


def expect(good, sentence):
    if not good:
        sys.exit(f"FAILED: {sentence}")


def own_folder():
    """A new folder, which is the current one from now on; with no profile of this machine."""
    folder = tempfile.TemporaryDirectory(prefix="dgs-attack.")
    os.chdir(folder.name)
    for name in "SOURCE_DATE_EPOCH", "DGS_PDF_PROFILE", "XDG_CONFIG_HOME":
        os.environ.pop(name, None)
    os.environ.update(HOME=folder.name, XDG_CONFIG_DIRS=folder.name)
    return folder


def printable(text):
    """Whether nothing in it steers a terminal, turns words round or is hidden."""
    return all(c in "\n" + JOINERS or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in text)


def clean_words(words, what):
    text = words.decode("utf-8", "replace")
    expect(text.encode() == words and printable(text), f"{what}: its words are no plain text: {words!r}")
    return text


def ended(what, codes, command, **more):
    """Runs the program; its code has to be one of these. Returns it, with what was said and the bytes of its output."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=LONG, **more)
    except subprocess.TimeoutExpired:
        expect(False, f"{what}: it hangs: {command}")
    words = clean_words(done.stderr, what)
    expect(done.returncode in codes, f"{what}: code {done.returncode}, not one of {codes}: {words}")
    expect(done.returncode == 0 or words.endswith("\n"), f"{what}: code {done.returncode} without a word")
    return done.returncode, words, done.stdout


def run(what, codes, *command, **more):
    return ended(what, codes, command, **more)[:2]


def run_json(what, codes, *command, **more):
    """Its output has to be JSON Lines that may be shown on a terminal, which come third."""
    code, words, output = ended(what, codes, command, **more)
    return code, words, [json.loads(line) for line in clean_words(output, what).split("\n") if line]


def read(path):
    with open(path, "rb") as f:
        return f.read()


def tree(folder):
    """Every file below, by name; a link or a pipe has its kind for its bytes."""
    found = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            plain = os.path.isfile(path) and not os.path.islink(path)
            found[os.path.relpath(path, folder)] = read(path) if plain else b"no plain file"
    return found


def true_manifest(folder, what):
    """What a manifest says of a file has to be so, and every line has to be whole but for the last one of a killed run."""
    path = os.path.join(folder, "manifest.jsonl")
    for line in read(path).split(b"\n") if os.path.isfile(path) else []:
        row = json.loads(line) if line.endswith(b"}") else {}
        if "sha256" in row:
            got = hashlib.sha256(read(os.path.join(folder, row["file"]))).hexdigest()
            expect(got == row["sha256"], f"{what}: {row['file']} is not what the manifest says")


def write_list(path, rows, *more):
    made = subprocess.run([sys.executable, f"{TOOLS}/rows.py", str(rows), *more], check=True, capture_output=True)
    with open(path, "wb") as f:
        f.write(made.stdout)
