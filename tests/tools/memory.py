"""Peak memory of a process and its children together: `memory.py PROGRAM ARGS...` prints KB (proportional set size)."""
import os
import subprocess
import sys
import time


def family(pid):
    yield pid
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children") as f:
                for child in f.read().split():
                    yield from family(int(child))
    except OSError:
        pass


def pss(pid):
    try:
        with open(f"/proc/{pid}/smaps_rollup") as f:
            return sum(int(line.split()[1]) for line in f if line.startswith("Pss:"))
    except OSError:
        return 0


def main():
    child = subprocess.Popen(sys.argv[1:])
    most = 0
    while child.poll() is None:
        most = max(most, sum(pss(pid) for pid in family(child.pid)))
        time.sleep(0.02)
    print(most)
    sys.exit(child.returncode)


if __name__ == "__main__":
    main()
