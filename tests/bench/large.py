"""Lists of practices, each longer than the one before: `large.py PROGRAM FOLDER JOBS ROWS...` prints time and memory,
and what both grow by with the rows. FOLDER holds the handouts meanwhile and keeps large.txt. No pass or fail."""
import csv
import json
import os
import shutil
import subprocess
import sys
import time

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools"))
from memory import family, pss  # noqa: E402
from words import practices_of  # noqa: E402

EVERY = 0.25  # seconds between two looks at the memory


def write_list(folder, rows):
    practices = practices_of(folder, rows, codes=False)
    path = os.path.join(folder, "practices.csv")
    with open(path, "w", newline="", encoding="utf-8") as f:
        out = csv.writer(f)
        out.writerow(["name", "phone", "booking_url", "logo", "color"])
        out.writerows([p["name"], p["phone"], p["url"], p["logo"], p["color"]] for p in practices)
    return path


def run(command):
    """Seconds, seconds of processor time of all processes, peak KB of all processes together."""
    start, peak = time.monotonic(), 0
    child = subprocess.Popen(command)
    while True:
        pid, status, used = os.wait4(child.pid, os.WNOHANG)
        if pid:
            break
        peak = max(peak, sum(pss(member) for member in family(child.pid)))
        time.sleep(EVERY if time.monotonic() - start > 1 else 0.02)
    if status != 0:
        sys.exit(f"the batch ends with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, used.ru_utime + used.ru_stime, peak


def main():
    program, folder, jobs, *sizes = sys.argv[1:]
    work = os.path.join(folder, "large")
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    lines, results = [], []

    def say(line):
        print(line, flush=True)
        lines.append(line + "\n")

    say(f"{'rows':>8} {'seconds':>9} {'a second':>9} {'ms of processor time each':>26} {'peak MB':>8} {'disk MB':>8}")
    for rows in map(int, sizes):
        out = os.path.join(work, "out")
        command = [os.path.realpath(program), "batch", write_list(work, rows), "--out-dir", out, "--jobs", jobs]
        seconds, used, peak = run(command + ["--split-dirs", "--no-profile", "-q"])
        with open(os.path.join(out, "manifest.jsonl"), encoding="utf-8") as f:
            made = [json.loads(line)["bytes"] for line in f]
        if len(made) != rows:
            sys.exit(f"only {len(made)} of {rows} rows were made")
        shutil.rmtree(out)
        results.append((rows, seconds, peak))
        say(f"{rows:8} {seconds:9.2f} {rows / seconds:9.0f} {used * 1000 / rows:26.2f} {peak / 1024:8.1f} "
            f"{sum(made) / 1e6:8.0f}")
    (few, first, small), (many, last, large) = results[0], results[-1]
    if many > few:
        before, then = first / few * 1000, (last - first) / (many - few) * 1000
        say(f"\nFrom {few} to {many} rows, each more takes {then:.2f} ms where the first took {before:.2f} each "
            f"({100 * (then / before - 1):+.0f} %), and {(large - small) * 1024 / (many - few):+.1f} bytes of memory.")
    with open(os.path.join(folder, "large.txt"), "w", encoding="utf-8") as f:
        f.writelines(lines)
    shutil.rmtree(work)


if __name__ == "__main__":
    main()
