"""One batch of very many rows: `soak.py PROGRAM FOLDER JOBS ROWS` makes them in a single run, follows its manifest as
that grows, holds each file against it, and takes the file away. FOLDER holds what is there meanwhile.

Every file: its size and SHA-256 are those of the manifest, and it begins and ends as a PDF does. One of 500: the same
row, made alone by another process, gives the same bytes. One of 2,000: qpdf and pdftotext find it sound, with the name
on it. Some rows are bad and have to be told. Meanwhile the memory, descriptors and disk of all its processes are looked
at. Prints a table by tenths of the rows; ends with 1 where a file is wrong, a row is missing, memory or descriptors
grow between the first and the last part by more than GROWTH_KB and GROWTH_FILES, or the disk holds more than DISK_MAX at a time.
"""
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time

TOOLS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools")
sys.path.append(TOOLS)
from memory import family  # noqa: E402

GROWTH_KB, GROWTH_FILES = 2048, 4  # workers come and go, and a few files are open for a moment only: seldom seen
DISK_MAX, DISK_AHEAD = 2e9, 1.2e9
LEAST_AHEAD, ROW_AHEAD = 60e6, 4e3  # bytes: 600 rows, more than the batch writes down at once, or a twentieth of all
BAD_EVERY, ALONE_EVERY, JUDGED_EVERY = 997, 500, 2000
LIFE = 1000  # tasks of a worker, after which another takes its place (src/batch/pool.c): caches grow until then
FOLDER_ROWS = 1000  # --split-dirs
CODE_ROWS = 4  # some rows are bad
COLUMNS = ["name", "phone", "booking_url", "logo", "color"]
OPTIONS = ["--practice-name", "--phone", "--booking-url", "--logo", "--color"]


class Wrong(Exception):
    pass


def expect(good, sentence):
    if not good:
        raise Wrong(sentence)


def practice(i):
    """The cells of row i; its words come in no other row, so that what keeps words has to let them go again."""
    pick = random.Random(i)
    word = "".join(pick.choice("aeiouäéø" if k % 2 else "bdfklmnprstvz") for k in range(8)).capitalize()
    color = "no colour" if is_bad(i) else f"#{pick.randrange(0x800000):06x}"
    return [f"{word} Massage {i}", f"(503) 555-{i % 10000:04}", f"https://practice{i}.example/book", f"logo{i % 5}.png", color]


def is_bad(i):
    return i % BAD_EVERY == 0


def write_list(folder, rows):
    for i in range(5):
        logo = os.path.join(folder, f"logo{i}.png")
        subprocess.run([sys.executable, f"{TOOLS}/makepng.py", "rgb8", logo, str(300 + 20 * i), "200"], check=True)
    with open(os.path.join(folder, "practices.csv"), "w", encoding="utf-8") as f:
        f.write(",".join(COLUMNS) + "\n")
        for i in range(1, rows + 1):
            f.write(",".join(practice(i)) + "\n")


def kilobytes(pid):
    """Resident and proportional size; both 0 for a process that is gone."""
    sizes = {"Rss": 0, "Pss": 0}
    try:
        with open(f"/proc/{pid}/smaps_rollup") as f:
            for line in f:
                name, _, rest = line.partition(":")
                if name in sizes:
                    sizes[name] = int(rest.split()[0])
    except OSError:
        pass
    return sizes["Rss"], sizes["Pss"]


def descriptors(pid):
    try:
        return len(os.listdir(f"/proc/{pid}/fd"))
    except OSError:
        return 0


def on_disk(folder):
    total = 0
    for at, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.lstat(os.path.join(at, name)).st_blocks * 512
            except OSError:
                pass  # it has its final name by now
    return total


class Watch:
    """Looks at the batch now and then: at (rows verified, seconds, KB of all, KB of the first process, KB of the largest
    worker, most descriptors of one process, bytes on disk)."""

    def __init__(self, pid, folder, rows):
        self.pid, self.folder = pid, folder
        self.ahead = min(DISK_AHEAD, max(LEAST_AHEAD, ROW_AHEAD * rows))
        self.samples, self.due, self.start = [], 0, time.monotonic()
        self.stopped, self.pauses = False, 0
        self.pace = 0.05 if rows <= 20000 else 0.5  # seconds; by the rows, since a busy machine takes long for few

    def look(self, rows):
        now = time.monotonic()
        if now < self.due:
            return
        self.due = now + self.pace
        sizes = {pid: kilobytes(pid) for pid in family(self.pid)}
        workers = [rss for pid, (rss, _) in sizes.items() if pid != self.pid]
        disk = on_disk(self.folder)
        self.samples.append((rows, now - self.start, sum(pss for _, pss in sizes.values()), sizes[self.pid][0],
                             max(workers, default=0), max(map(descriptors, sizes)), disk))
        self.hold(disk)

    def hold(self, disk):
        """The batch stands still while the verifier is far behind it."""
        if not self.stopped and disk > self.ahead:
            os.kill(self.pid, signal.SIGSTOP)
            self.stopped, self.pauses = True, self.pauses + 1
        elif disk < self.ahead * 2 / 3:
            self.let_go()

    def let_go(self):
        if self.stopped:
            os.kill(self.pid, signal.SIGCONT)
            self.stopped = False

    def between(self, first, last):
        return [s for s in self.samples if first <= s[0] < last]


class Verifier:
    def __init__(self, program, folder):
        self.program, self.folder, self.out = program, folder, os.path.join(folder, "out")
        self.rows = self.files = self.bytes = self.alone = self.judged = self.bad = 0

    def line(self, text):
        entry = json.loads(text)
        self.rows += 1
        expect(entry["row"] == self.rows, f"row {entry['row']} comes where row {self.rows} is due")
        if is_bad(self.rows):
            expect("error" in entry and entry["exit"] == 65, f"row {self.rows} is bad, and is not told to be")
            self.bad += 1
        else:
            expect("error" not in entry, f"row {self.rows}: {entry.get('error')}")
            self.file(entry, os.path.join(self.out, entry["file"]))
        if self.rows % FOLDER_ROWS == 0:  # nothing more comes into it
            os.rmdir(os.path.join(self.out, f"{(self.rows - 1) // FOLDER_ROWS:04}"))

    def file(self, entry, path):
        with open(path, "rb") as f:
            pdf = f.read()
        expect(len(pdf) == entry["bytes"], f"{path} has {len(pdf)} bytes, not {entry['bytes']}")
        expect(hashlib.sha256(pdf).hexdigest() == entry["sha256"], f"{path} has another SHA-256 than in the manifest")
        expect(pdf.startswith(b"%PDF-1.") and pdf.endswith(b"%%EOF\n"), f"{path} is no whole PDF")
        if self.rows % ALONE_EVERY == 1:
            self.compare(pdf, path)
        if self.rows % JUDGED_EVERY == 1:
            self.judge(path)
        os.unlink(path)
        self.files += 1
        self.bytes += len(pdf)

    def compare(self, pdf, path):
        options = [word for pair in zip(OPTIONS, practice(self.rows)) for word in pair]
        alone = subprocess.run([self.program, "-q", "--no-profile", "--out", "-", *options], cwd=self.folder,
                               check=True, capture_output=True)
        expect(alone.stdout == pdf, f"{path} differs from the handout that is made alone")
        self.alone += 1

    def judge(self, path):
        sound = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
        expect(sound.returncode == 0, f"{path}: {sound.stdout}{sound.stderr}")
        text = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, encoding="utf-8").stdout
        expect(practice(self.rows)[0] in text, f"{path} does not say {practice(self.rows)[0]}")
        self.judged += 1


def follow(child, path, verifier, watch):
    """Takes the manifest's lines as they come, until the batch is over."""
    while not os.path.exists(path) and child.poll() is None:
        watch.look(0)
        time.sleep(0.02)
    with open(path, encoding="utf-8") as manifest:
        begun = ""
        while True:
            over = child.poll() is not None  # before the read: what it wrote last is then there
            begun += manifest.readline()
            if begun.endswith("\n"):
                verifier.line(begun)
                begun = ""
            elif over:
                expect(begun == "", "the manifest ends within a line")
                return
            else:
                watch.let_go()  # what is on the disk may be files that it has not written down yet: more than are held
                time.sleep(0.02)
            if not over:
                watch.look(verifier.rows)


def table(watch, rows):
    most = lambda part, at: max((s[at] for s in part), default=0)  # noqa: E731
    print(f"{'rows':>9} {'minutes':>8} {'all MB':>7} {'first MB':>9} {'worker MB':>10} {'descriptors':>12} {'disk MB':>8}")
    for k in range(10):
        part = watch.between(rows * k // 10 + (k == 0), rows * (k + 1) // 10 + (k == 9))
        print(f"{rows * (k + 1) // 10:9} {most(part, 1) / 60:8.2f} {most(part, 2) / 1024:7.2f} {most(part, 3) / 1024:9.2f} "
              f"{most(part, 4) / 1024:10.2f} {most(part, 5):12} {most(part, 6) / 1e6:8.0f}")


def hold_flat(watch, rows, jobs):
    """Peaks of the first part and of the last one: a tenth each, or what takes workers through their whole lives."""
    part = max(rows // 10, LIFE * jobs * 5 // 4)
    expect(2 * part <= rows, f"{rows} rows are too few: take {2 * part}")
    first, last = watch.between(1, part), watch.between(rows - part, rows + 1)
    expect(len(first) > 9 and len(last) > 9, "the batch was looked at too seldom")
    for at, name in (2, "of all processes"), (3, "of the first process"), (4, "of a worker"):
        before, then = max(s[at] for s in first), max(s[at] for s in last)
        print(f"memory {name}: {before} KB at most in the first {part} rows, {then} KB in the last ({then - before:+} KB)")
        expect(then - before <= GROWTH_KB, f"the memory {name} grows by more than {GROWTH_KB} KB")
    expect(max(s[5] for s in last) <= max(s[5] for s in first) + GROWTH_FILES, "more and more files are open")


def run(program, folder, jobs, rows):
    write_list(folder, rows)
    command = [program, "batch", "practices.csv", "--out-dir", "out", "--split-dirs", "--no-profile", "--jobs", str(jobs)]
    out, told = os.path.join(folder, "out"), os.path.join(folder, "told")
    with open(told, "wb") as words:
        child = subprocess.Popen(command, cwd=folder, stderr=words)
    watch, verifier = Watch(child.pid, folder, rows), Verifier(program, folder)
    try:
        follow(child, os.path.join(out, "manifest.jsonl"), verifier, watch)
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()
    table(watch, rows)
    expect(verifier.rows == rows, f"{verifier.rows} of {rows} rows were made")
    with open(told, encoding="utf-8") as f:
        lines = len(f.readlines())
    expect(lines == verifier.bad + (verifier.bad > 0), f"{lines} lines were told of {verifier.bad} bad rows")
    wanted = CODE_ROWS if verifier.bad > 0 else 0
    expect(child.returncode == wanted, f"the batch ends with {child.returncode}, not {wanted}")
    left = [n for _, _, names in os.walk(out) for n in names if n != "manifest.jsonl"]
    expect(not left, f"left behind: {left[:5]}")
    disk = max(s[6] for s in watch.samples)
    print(f"{verifier.files} files of {verifier.bytes / 1e9:.2f} GB verified, {verifier.bad} bad rows told, {verifier.alone} the "
          f"same as made alone, {verifier.judged} judged by qpdf; disk: {disk / 1e6:.0f} MB at most, {watch.pauses} pauses")
    expect(disk <= DISK_MAX, f"{disk / 1e9:.2f} GB were on the disk")
    hold_flat(watch, rows, jobs)


def main():
    program, folder, jobs, rows = sys.argv[1:]
    work = os.path.join(folder, "rows")
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    try:
        run(os.path.realpath(program), work, int(jobs), int(rows))
    except Wrong as wrong:
        print(f"soak: {wrong}", file=sys.stderr)
        sys.exit(1)
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
