"""Kills at random moments: `kills.py PROGRAM ROUNDS`. In each round a batch is ended up to four times, by SIGKILL to the
first process, to a worker, to all workers or to all at once, or by SIGTERM, with any number of workers; then --resume has
to give the folder of a run that nobody disturbed, byte for byte, and nothing may be left running.
"""
import os
import signal
import subprocess
import sys
import time

from common import clean_words, expect, lots, own_folder, run, tree, true_manifest, write_list

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools"))
from memory import family  # noqa: E402

WAYS = "first", "worker", "workers", "all", "term"
ROWS, BAD = 200, 17


def send(pid, number):
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass


def strike(way, lot, child):
    workers = [pid for pid in family(child.pid) if pid != child.pid]
    if way == "term":
        send(child.pid, signal.SIGTERM)
    elif way == "first":
        send(child.pid, signal.SIGKILL)
    elif way == "all":
        for pid in [child.pid, *workers]:
            send(pid, signal.SIGKILL)
    else:
        for pid in workers if way == "workers" else workers[:1] and [lot.choice(workers)]:
            send(pid, signal.SIGKILL)
    return workers


def gone(workers, session):
    """Those that lost their first process end by themselves, for which the next run need not wait; this test does."""
    for pid in workers:
        while True:
            try:
                with open(f"/proc/{pid}/stat") as f:
                    fields = f.read().rsplit(")", 1)[1].split()
            except OSError:
                break
            if fields[0] == "Z" or int(fields[3]) != session:  # another process by now
                break
            time.sleep(0.01)


def disturbed(lot, command, seconds, what):
    child = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    time.sleep(lot.random() * seconds)
    workers = strike(lot.choice(WAYS), lot, child)
    words = child.communicate()[1]
    gone(workers, child.pid)
    clean_words(words, what)
    expect(child.returncode in (0, 4, 75, 143, -signal.SIGKILL, -signal.SIGTERM), f"{what}: code {child.returncode}: {words}")


def main():
    program, rounds, lot, kills = os.path.abspath(sys.argv[1]), int(sys.argv[2]), lots(), 0
    with own_folder():
        write_list("list.csv", ROWS)
        with open("list.csv", "a", encoding="utf-8") as f:
            f.write("Anna,call me,,\n")
        begin = time.monotonic()
        run("the clean run", (4,), program, "batch", "list.csv", "--out-dir", "clean", "--parts", "guide")
        seconds, clean = 1.2 * (time.monotonic() - begin), tree("clean")
        for n in range(rounds):
            jobs, more = str(lot.randrange(1, 9)), ["--no-precheck"] * lot.randrange(2)
            command = [program, "batch", "list.csv", "--out-dir", f"out{n}", "--parts", "guide", "--jobs", jobs, *more]
            for k in range(lot.randrange(1, 5)):
                disturbed(lot, command + ["--resume"] * (k > 0), seconds, f"round {n}, {k}")
                true_manifest(f"out{n}", f"round {n}, {k}")
                kills += 1
            run(f"round {n}", (4,), *command, "--resume")
            expect(tree(f"out{n}") == clean, f"round {n}: another folder than that of a run nobody disturbed")
        print(f"{rounds} rounds, {kills} kills, each folder that of a clean run")


if __name__ == "__main__":
    main()
