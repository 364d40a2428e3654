"""Prints how much of each room the fuzz targets reach, `coverage.py BUILD CORPUS...`: BUILD is made by the preset
"fuzz-coverage", and a CORPUS holds a folder of inputs for each target. A room's files that no target links count as none."""
import glob
import json
import os
import subprocess
import sys
import tempfile

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SRC = os.path.join(SOURCE, "src")


def replay(program, folders, scratch):
    """Runs a target over its inputs; returns their number and the file of its counters."""
    counters = os.path.join(scratch, os.path.basename(program) + ".profraw")
    env = {**os.environ, "LLVM_PROFILE_FILE": counters, "TMPDIR": scratch, "DGS_FUZZ_OUT": scratch}
    said = subprocess.run([program, *folders], env=env, check=True, capture_output=True, text=True).stdout
    return int(said.split()[0]), counters


def summaries(programs, counters, scratch):
    """By file of src/: what llvm-cov says of it."""
    merged = os.path.join(scratch, "merged.profdata")
    subprocess.run(["llvm-profdata", "merge", "-sparse", "-o", merged, *counters], check=True)
    objects = [word for program in programs[1:] for word in ("-object", program)]
    told = subprocess.run(["llvm-cov", "export", "-summary-only", "-instr-profile", merged, programs[0], *objects],
                          check=True, capture_output=True).stdout
    return {os.path.relpath(file["filename"], SRC): file["summary"] for file in json.loads(told)["data"][0]["files"]}


def share(files, what):
    """Per cent of the lines or branches of these files, and their number."""
    count = sum(summary[what]["count"] for summary in files)
    return 100 * sum(summary[what]["covered"] for summary in files) / count if count else 0, count


def main():
    build, corpora = sys.argv[1], sys.argv[2:]
    programs = sorted(p for p in glob.glob(os.path.join(build, "tests", "fuzz_*")) if os.access(p, os.X_OK))
    with tempfile.TemporaryDirectory() as scratch:
        counters = []
        for program in programs:
            target = os.path.basename(program)[len("fuzz_"):]
            folders = [f for f in (os.path.join(c, target) for c in corpora) if os.path.isdir(f)]
            inputs, file = replay(program, folders, scratch)
            counters.append(file)
            print(f"{target}: {inputs} inputs")
        of = summaries(programs, counters, scratch)
    print(f"\n{'room':<10} {'files':>7} {'lines':>14} {'branches':>14}")
    for room in sorted(name for name in os.listdir(SRC) if os.path.isdir(os.path.join(SRC, name))):
        files = [summary for name, summary in of.items() if name.startswith(room + os.sep) and name.endswith(".c")]
        lines, branches = share(files, "lines"), share(files, "branches")
        there = len(glob.glob(os.path.join(SRC, room, "*.c")))
        print(f"{room:<10} {len(files):>2} of {there:>2} {lines[0]:>5.1f} % {lines[1]:>6} {branches[0]:>5.1f} % {branches[1]:>6}")


if __name__ == "__main__":
    main()
