"""Pictures of others as logos: `pictures.py PROGRAM MOST FOLDER...` takes MOST (0: all) by lot of those in the folders, and
as many that it damages itself. Each is given to a process of its own and all to one batch: made or refused with 65 in
clean words, in both ways alike, with nothing left behind. A sanitizer's report has another code. XML counts as SVG.
"""
import json
import os
import subprocess
import sys

from common import TOOLS, expect, lots, own_folder, read, run, tree

KINDS = {".svg": ".svg", ".xml": ".svg", ".png": ".png", ".jpg": ".jpg", ".jpeg": ".jpg"}
OWN = ["grey1", "grey8", "grey16", "palette8-trns", "rgb8", "rgb16-gamma", "rgb-alpha8", "rgb8-interlaced"]


def found(folders):
    for folder in folders:
        for at, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                path = os.path.join(at, name)
                if os.path.splitext(name)[1].lower() in KINDS and os.path.isfile(path) and os.path.getsize(path) < 1 << 25:
                    yield path


def damaged(lot, data):
    """A few bytes changed, a part left out, put twice, or the end cut off."""
    data = bytearray(data)
    for _ in range(lot.randrange(1, 6)):
        at, n = lot.randrange(len(data) + 1), lot.randrange(1, 40)
        how = lot.randrange(4)
        if how == 0:
            data[at:at + 1] = bytes([lot.randrange(256)])
        elif how == 1:
            del data[at:at + n]
        elif how == 2:
            data[at:at] = data[at:at + n] * lot.randrange(1, 20)
        elif len(data) > 60:
            del data[max(60, at):]
    return bytes(data)


def bases(paths):
    """What is damaged: PNG of our own, and pictures that were found."""
    for kind in OWN:
        if subprocess.run([sys.executable, f"{TOOLS}/makepng.py", kind, "base.png"], capture_output=True).returncode == 0:
            yield ".png", read("base.png")
            os.unlink("base.png")
    for path in paths:
        yield KINDS[os.path.splitext(path)[1].lower()], read(path)


def gather(most, folders):
    lot = lots()
    paths = list(found(folders))
    taken = lot.sample(paths, min(most or len(paths), len(paths)))
    os.mkdir("logos")
    pool = [b for b in bases(taken) if len(b[1]) < 200000]
    pictures = [(KINDS[os.path.splitext(p)[1].lower()], read(p), p) for p in taken]
    for i in range(most or len(paths)):
        ending, data = lot.choice(pool)
        pictures.append((ending, damaged(lot, data), f"damaged {i}"))
    for i, (ending, data, _) in enumerate(pictures):
        with open(f"logos/{i}{ending}", "wb") as f:
            f.write(data)
    return [(f"logos/{i}{ending}", origin) for i, (ending, _, origin) in enumerate(pictures)]


def alone(program, logo, origin):
    before = set(os.listdir("."))
    code, _ = run(origin, (0, 65), program, "-q", "--no-profile", "--out", "one.pdf", "--parts", "worksheet", "--logo", logo,
                  "--logo-alt", "A logo", "--practice-name", "Anna")
    left = set(os.listdir(".")) - before
    expect(left == ({"one.pdf"} if code == 0 else set()), f"{origin}: left behind: {left}")
    if code == 0:
        expect(read("one.pdf").endswith(b"%%EOF\n"), f"{origin}: half a handout")
        os.unlink("one.pdf")
    return code


def main():
    program, most, folders = os.path.abspath(sys.argv[1]), int(sys.argv[2]), [os.path.abspath(f) for f in sys.argv[3:]]
    with own_folder():
        logos = gather(most, folders)
        codes = [alone(program, logo, origin) for logo, origin in logos]
        with open("list.jsonl", "w", encoding="utf-8") as f:
            f.writelines(json.dumps({"name": "Anna", "logo": logo, "logo_alt": "A logo"}) + "\n" for logo, _ in logos)
        run("the batch", (0, 4), program, "batch", "list.jsonl", "--out-dir", "out", "-q", "--parts", "worksheet",
            "--no-profile", "--no-precheck", "--jobs", "2")
        rows = [json.loads(line) for line in read("out/manifest.jsonl").splitlines()]
        expect(len(rows) == len(logos), f"{len(rows)} rows of {len(logos)} are told")
        for row, code, (_, origin) in zip(rows, codes, logos):
            expect(row.get("exit", 0) == code, f"{origin}: {code} alone, and in a batch: {row}")
        expect(len(tree("out")) == codes.count(0) + 1, "left behind in the batch's folder")
        print(f"{len(logos)} pictures, of which {len(logos) - (most or len(logos) // 2)} were found: {codes.count(0)} made, "
              f"{codes.count(65)} refused")


if __name__ == "__main__":
    main()
