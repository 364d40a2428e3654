"""Where the instructions go, by room of src/ and by library: `profile.py FOLDER`, which profile.sh filled.

Callgrind's files say for each source line how many instructions it took itself; a file's room is its folder under src/,
code without a source file counts for its library. A row is a twentieth of what 25 rows take more than 5.
"""
import collections
import glob
import os
import re
import sys

ROWS_MORE = 20
TOP = 12


def group_of(source, binary):
    room = re.search(r"/src/([a-z]+)/[^/]+$", source)
    if room:
        return "src/" + room.group(1)
    if "/src/main.c" in source:
        return "src/main.c"
    name = os.path.basename(binary)
    return re.sub(r"\.so.*|-[0-9.]+$", "", name) if ".so" in name else "system headers, inlined"


def read(path, groups, functions):
    """Adds a file's own costs to both counters; calls' costs are those of the called."""
    names = {"ob": {}, "fl": {}, "fn": {}}
    now = {"ob": "", "fl": "", "fn": ""}
    called = False
    with open(path, encoding="utf-8", errors="replace") as f:
        for line in f:
            place = re.match(r"(c?)(ob|fl|fi|fe|fn|cfi)=\((\d+)\)(?: (.*))?$", line)
            if place:
                kind = {"fi": "fl", "fe": "fl", "cfi": "fl"}.get(place[2], place[2])
                if place[4]:
                    names[kind][place[3]] = place[4]
                if not place[1] and place[2] != "cfi":
                    now[kind] = names[kind].get(place[3], "")
            elif line.startswith("calls="):
                called = True
            elif re.match(r"[+*\d-]", line):
                if not called:
                    cost = int(line.split()[1])
                    group = group_of(now["fl"], now["ob"])
                    groups[group] += cost
                    functions[(group, now["fn"].split("'")[0])] += cost
                called = False


def counted(folder, name):
    groups, functions = collections.Counter(), collections.Counter()
    for path in glob.glob(os.path.join(folder, name + ".[0-9]*")):
        read(path, groups, functions)
    return groups, functions


def main():
    folder = sys.argv[1]
    handout = counted(folder, "handout")
    few, many = counted(folder, "few"), counted(folder, "many")
    row = [{key: (more[key] - less[key]) / ROWS_MORE for key in more} for more, less in zip(many, few)]
    sums = sum(handout[0].values()), sum(row[0].values())
    print(f"{'instructions, in thousands':34} {'a handout':>10} {'%':>6} {'a row':>10} {'%':>6}")
    for group in sorted(set(handout[0]) | set(row[0]), key=lambda g: -handout[0][g]):
        ours, each = handout[0][group], row[0].get(group, 0)
        if max(ours / sums[0], each / sums[1]) >= 0.002:
            shares = 100 * ours / sums[0], 100 * each / sums[1]
            print(f"{group:34} {ours / 1e3:10.0f} {shares[0]:6.1f} {each / 1e3:10.1f} {shares[1]:6.1f}")
    print(f"{'all':34} {sums[0] / 1e3:10.0f} {100:6.1f} {sums[1] / 1e3:10.1f} {100:6.1f}\n")
    for title, costs, total in ("a handout", handout[1], sums[0]), ("a row", row[1], sums[1]):
        print(f"functions that take most of {title}, themselves")
        for (group, name), cost in sorted(costs.items(), key=lambda item: -item[1])[:TOP]:
            print(f"  {group + ' ' + name:60} {cost / 1e3:10.1f} {100 * cost / total:6.1f}")


if __name__ == "__main__":
    main()
