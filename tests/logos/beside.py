"""Holds logos beside a browser's drawings of the same files.

  beside.py browser TOOLS OUT FILE...|FOLDER...  asks Chromium for them
  beside.py golden TOOLS GOLDEN                  takes those that are kept, of the files that makers.py makes and of inkscape/
  beside.py keep TOOLS GOLDEN                    keeps them anew, by Chromium

TOOLS is the folder with logo-look and logo-compare. Each file is right (it looks the same, or does by
eye, see BY_EYE), warned (it may look different, and
a remark says why), refused (with a sentence), or WRONG: it looks different and nobody says so. What Chromium does not draw
either is told apart. Ends with 1 when one is wrong, or where one is no longer what it was when the pictures were kept. OUT
keeps the pictures of all that are not right.
"""
import os
import subprocess
import sys
import tempfile

import makers

HERE = os.path.dirname(os.path.abspath(__file__))
SIDE = 240  # pixels, of the comparison; of kept pictures:
SMALL = 64
# Of the difference: its mean, and the share of pixels that differ by more than a sixth.
MEAN, SHARE = 0.01, 0.01
# Of librsvg's tests, those where the measures differ and a look does not: why.
BY_EYE = {
    "677-partial-pixel.svg": "less than two pixels large, which a window shows as one square",
    "pattern-fallback-cycles.svg": "no size: the browser's window is a third of it, ours is what is painted",
    "bug564527.svg": "3,000 pixels wide: the browser draws a blur at less than one pixel",
    "515-pattern-billion-laughs.svg": "patterns of patterns, with lines finer than a pixel",
    "grid.svg": "hairlines, off by a part of a pixel",
    "587721-text-transform.svg": "a word at one fiftieth of the width: the browser's picture of it is coarse",
    "634324-blur-negative-transform.svg": "where a blur ends, which is below one of 255",
}


def run(*args):
    return subprocess.run(args, capture_output=True, check=False)


def look(tools, path, to):
    """What becomes of the file: ("refused", why, None), or ("art" or "raster", remarks, picture)."""
    lines = run(tools + "/logo-look", path, to).stdout.decode(errors="replace").splitlines()
    if not lines:
        return "refused", "THE PROGRAM HAS ENDED", None
    if lines[0].startswith("refused"):
        return "refused", lines[0][8:], None
    remarks = "; ".join(line[7:] for line in lines[1:] if line.startswith("remark "))
    if lines[0] == "art":
        run("rsvg-convert", "--width", "1000", "--height", "1000", "--keep-aspect-ratio", "--unlimited", "-o", to + ".png", to + ".svg")
    return lines[0], remarks, to + ".png"


def hold(tools, ours, theirs, remarks, side=SIDE):
    """The verdict over two pictures, and how far they differ."""
    found = run(tools + "/logo-compare", ours, theirs, str(side)).stdout.decode().split()
    if found == ["nothing"]:
        return "warned" if remarks else "right", "nothing to be seen"
    aspect, mean, share = map(float, found)
    same = 0.96 < aspect < 1.04 and mean <= MEAN and share <= SHARE
    told = f"aspect {aspect:.3f} mean {mean:.4f} share {share:.4f}" + ("; the same" if same else "")
    return ("warned" if remarks else "right" if same else "WRONG"), told


def judge(tools, browser, path, to):
    kind, remarks, ours = look(tools, path, to)
    if kind == "refused":
        return kind, remarks
    other = makers.SAME_AS.get(os.path.basename(path)[:-4])
    picture = browser.draw(os.path.join(os.path.dirname(path), other + ".svg") if other else path)
    if picture is None:
        return "elsewhere", "the browser draws nothing; " + remarks
    with open(to + ".theirs.png", "wb") as f:
        f.write(picture)
    verdict, told = hold(tools, ours, to + ".theirs.png", remarks)
    if verdict == "WRONG" and os.path.basename(path) in BY_EYE:
        verdict, told = "right", f"{told}; by eye: {BY_EYE[os.path.basename(path)]}"
    return verdict, told + "; " + remarks if remarks else told


def files_of(names):
    for name in names:
        if os.path.isdir(name):
            for where, folders, inside in os.walk(name):
                folders.sort()
                yield from (os.path.join(where, f) for f in sorted(inside) if f.endswith(".svg"))
        else:
            yield name


def beside(tools, out, *names):
    from browser import Browser

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
            for end in (".svg", ".png", ".theirs.png"):
                if os.path.exists(to + end):
                    os.remove(to + end)
    browser.close()
    print(", ".join(f"{n} {verdict}" for verdict, n in sorted(counts.items())))
    return counts.get("WRONG", 0) == 0


def cases(folder):
    """Name and path of each file that has a kept picture. What a browser does worse than we, it draws of a file that says the
    same in a way that it has."""
    for name in makers.write(folder):
        yield name[:-4], os.path.join(folder, name)
    for path in files_of([os.path.join(HERE, "inkscape")]):
        yield "inkscape-" + os.path.basename(path)[:-4], path


def keep(tools, golden):
    from browser import Browser

    browser = Browser()
    os.makedirs(golden, exist_ok=True)
    with tempfile.TemporaryDirectory() as tmp, open(os.path.join(golden, "verdicts.txt"), "w", encoding="utf-8") as to:
        for name, path in cases(tmp):
            other = makers.SAME_AS.get(name)
            picture = browser.draw(os.path.join(tmp, other + ".svg") if other else path)
            full, kept = os.path.join(tmp, "theirs.png"), os.path.join(golden, name + ".png")
            with open(full, "wb") as f:
                f.write(picture)
            seen = run("convert", full, "-background", "white", "-alpha", "remove", "-bordercolor", "white", "-border", "1", "-fuzz", "4%",
                       "-format", "%@", "info:").stdout.decode()
            run("convert", full, "-background", "none", "-bordercolor", "none", "-border", "1", "-crop", seen, "+repage", "-filter", "box",
                "-resize", f"{SMALL}x{SMALL}", "-strip", "-define", "png:compression-level=9", kept)
            kind, remarks, ours = look(tools, path, os.path.join(tmp, "ours"))
            verdict = "refused" if kind == "refused" else hold(tools, ours, kept, remarks, SMALL)[0]
            to.write(f"{verdict} {kind} {name}\n")
            print(verdict, kind, name, remarks)
    browser.close()
    return True


def kept(tools, golden):
    with open(os.path.join(golden, "verdicts.txt"), encoding="utf-8") as f:
        was = {name: (verdict, kind) for verdict, kind, name in map(str.split, f)}
    good = True
    with tempfile.TemporaryDirectory() as tmp:
        for name, path in cases(tmp):
            kind, remarks, ours = look(tools, path, os.path.join(tmp, "ours"))
            verdict, told = ("refused", remarks) if kind == "refused" else hold(tools, ours, os.path.join(golden, name + ".png"), remarks, SMALL)
            if (verdict, kind) != was.pop(name, None):
                good = False
                print(f"{name}: is {verdict}, {kind}: {told}; {remarks}")
    for name in was:
        good = False
        print(f"{name}: is no longer made")
    return good


if __name__ == "__main__":
    sys.exit(0 if {"browser": beside, "golden": kept, "keep": keep}[sys.argv[1]](*sys.argv[2:]) else 1)
