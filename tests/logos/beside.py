"""Holds logos beside Chromium's drawing of the same files: `beside.py TOOLS OUT FILE...|FOLDER...`.

TOOLS is the folder with logo-look and logo-compare. Each file is right (it looks the same), warned (it may look different, and a remark says why),
refused (with a sentence), or WRONG: it looks different and nobody says so. Ends with 1 when one is wrong. What Chromium does
not draw either is told apart. OUT keeps the pictures of all that are not right.
"""
import os
import subprocess
import sys

from browser import Browser

SIDE = 240  # pixels, of the comparison
# Of the difference: its mean, and the share of pixels that differ by more than a sixth.
MEAN, SHARE = 0.01, 0.01


def run(*args):
    return subprocess.run(args, capture_output=True, check=False)


def judge(tools, browser, path, to):
    for old in (to + ".svg", to + ".png"):
        if os.path.exists(old):
            os.remove(old)
    lines = run(tools + "/logo-look", path, to).stdout.decode(errors="replace").splitlines()
    if not lines:
        return "WRONG", "the program has ended"
    if lines[0].startswith("refused"):
        return "refused", lines[0][8:]
    remarks = [line[7:] for line in lines[1:] if line.startswith("remark ")]
    picture = browser.draw(path)
    if picture is None:
        return "elsewhere", "the browser draws nothing; " + "; ".join(remarks)
    with open(to + ".theirs.png", "wb") as f:
        f.write(picture)
    ours = to + ".png"
    if lines[0] == "art":
        run("rsvg-convert", "--width", "1000", "--height", "1000", "--keep-aspect-ratio", "--unlimited", "-o", to + ".ours.png", to + ".svg")
        ours = to + ".ours.png"
    found = run(tools + "/logo-compare", ours, to + ".theirs.png", str(SIDE)).stdout.decode().split()
    if found == ["nothing"]:
        return "right", "nothing to be seen"
    aspect, mean, share = map(float, found)
    told = f"aspect {aspect:.3f} mean {mean:.4f} share {share:.4f}"
    same = 0.96 < aspect < 1.04 and mean <= MEAN and share <= SHARE
    if same:
        return ("warned", told + "; same; " + "; ".join(remarks)) if remarks else ("right", told)
    return ("warned", told + "; " + "; ".join(remarks)) if remarks else ("WRONG", told)


def files_of(names):
    for name in names:
        if os.path.isdir(name):
            for where, folders, inside in os.walk(name):
                folders.sort()
                yield from (os.path.join(where, f) for f in sorted(inside) if f.endswith(".svg"))
        else:
            yield name


def main():
    tools, out, *names = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    counts, browser = {}, Browser()
    for n, path in enumerate(files_of(names)):
        to = os.path.join(out, f"{n:04}-{os.path.basename(path)[:-4]}")
        try:
            verdict, why = judge(tools, browser, path, to)
        except (EOFError, RuntimeError) as fault:
            verdict, why, browser = "elsewhere", f"the browser fails: {fault}", Browser()
        counts[verdict] = counts.get(verdict, 0) + 1
        print(f"{verdict:9} {os.path.relpath(path)}: {why}", flush=True)
        if verdict == "right":
            run("sh", "-c", 'rm -f "$1".*', "sh", to)
    browser.close()
    print(", ".join(f"{n} {verdict}" for verdict, n in sorted(counts.items())))
    sys.exit(1 if counts.get("WRONG") else 0)


if __name__ == "__main__":
    main()
