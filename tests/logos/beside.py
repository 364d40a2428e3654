"""Holds logos beside Chromium's drawing of the same files: `beside.py LOOK OUT FILE...|FOLDER...`.

LOOK is the program logo-look. Each file is right (it looks the same), warned (it may look different, and a remark says why),
refused (with a sentence), or WRONG: it looks different and nobody says so. Ends with 1 when one is wrong. What Chromium does
not draw either is told apart. OUT keeps the pictures of all that are not right.
"""
import os
import subprocess
import sys

from browser import Browser

SIDE = 240  # pixels, of the comparison
# Of the difference: its mean, and the share of pixels that differ by more than a quarter. Small letters differ a little all over,
# since each program places them in its own way.
ALIKE = ((0.012, 0.012), (0.03, 0.003))


def run(*args, data=None):
    return subprocess.run(args, input=data, capture_output=True, check=False)


def normal(source, to, ground):
    """On a ground of one color, cut to what differs from it. Its size, or None where nothing does."""
    done = run("convert", source, "-background", ground, "-alpha", "remove", "-alpha", "off", "-bordercolor", ground, "-border", "2",
               "-fuzz", "4%", "-trim", "+repage", "-depth", "8", "PNG24:" + to)
    if done.returncode != 0 or not os.path.exists(to):
        return None
    w, h, flat = run("identify", "-format", "%w %h %k", to).stdout.decode().split()
    return None if int(flat) == 1 and min(int(w), int(h)) <= 6 else (int(w), int(h))


def difference(ours, theirs, to):
    """(aspect, mean, share) of how far two pictures differ; None where neither shows anything."""
    for ground in ("white", "black"):
        a, b = normal(ours, to + ".ours.png", ground), normal(theirs, to + ".theirs.png", ground)
        if a and b:
            break
    else:
        return None if not a and not b else (9, 1, 1)
    aspect = (a[0] / a[1]) / (b[0] / b[1])
    scale = SIDE / max(b)
    size = f"{max(1, round(b[0] * scale))}x{max(1, round(b[1] * scale))}!"
    for which in ("ours", "theirs"):
        run("convert", f"{to}.{which}.png", "-filter", "triangle", "-resize", size, "-blur", "0x0.8", f"PNG24:{to}.{which}.small.png")
    run("convert", f"{to}.ours.small.png", f"{to}.theirs.small.png", "-compose", "difference", "-composite", "-separate", "-evaluate-sequence",
        "max", f"{to}.diff.png")
    mean = float(run("convert", f"{to}.diff.png", "-format", "%[fx:mean]", "info:").stdout)
    share = float(run("convert", f"{to}.diff.png", "-threshold", "25%", "-format", "%[fx:mean]", "info:").stdout)
    return aspect, mean, share


def judge(look, browser, path, to):
    for old in (to + ".svg", to + ".pam"):
        if os.path.exists(old):
            os.remove(old)
    lines = run(look, path, to).stdout.decode(errors="replace").splitlines()
    if not lines:
        return "WRONG", "the program has ended"
    if lines[0].startswith("refused"):
        return "refused", lines[0][8:]
    remarks = [line[7:] for line in lines[1:] if line.startswith("remark ")]
    picture = browser.draw(path)
    if picture is None:
        return "elsewhere", "the browser draws nothing; " + "; ".join(remarks)
    with open(to + ".theirs.full.png", "wb") as f:
        f.write(picture)
    ours = to + ".pam"
    if lines[0] == "art":
        run("rsvg-convert", "--width", "480", "--height", "480", "--keep-aspect-ratio", "--unlimited", "-o", to + ".ours.full.png", to + ".svg")
        ours = to + ".ours.full.png"
    found = difference(ours, to + ".theirs.full.png", to)
    if found is None:
        return "right", "nothing to be seen"
    aspect, mean, share = found
    told = f"aspect {aspect:.3f} mean {mean:.4f} share {share:.4f}"
    same = 0.96 < aspect < 1.04 and any(mean <= m and share <= s for m, s in ALIKE)
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
    look, out, *names = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    counts, browser = {}, Browser()
    for n, path in enumerate(files_of(names)):
        to = os.path.join(out, f"{n:04}-{os.path.basename(path)[:-4]}")
        try:
            verdict, why = judge(look, browser, path, to)
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
