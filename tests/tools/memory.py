"""Peak memory of a process and its workers together: `memory.py WORKERS PROGRAM ARGS...` prints KB.

The kernel keeps each process's own peak (VmHWM in /proc/PID/status, see proc(5)); it's read where the process stands
still at its end (PTRACE_O_TRACEEXIT, see ptrace(2)), so that no moment is missed, however seldom this program runs. What
is printed is the peak of the first process, and WORKERS times that of the largest of the others: no less than all of
them took together.
"""
import ctypes
import os
import signal
import sys

PTRACE_TRACEME, PTRACE_CONT, PTRACE_SETOPTIONS = 0, 7, 0x4200
TRACEFORK, TRACEVFORK, TRACECLONE, TRACEEXIT, EXITKILL = 0x2, 0x4, 0x8, 0x40, 0x100000
EVENT_EXIT = 6


def family(pid):
    yield pid
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children") as f:
                for child in f.read().split():
                    yield from family(int(child))
    except OSError:
        pass


def peak(pid):
    with open(f"/proc/{pid}/status") as f:
        return next((int(line.split()[1]) for line in f if line.startswith("VmHWM:")), 0)


def ptrace(request, pid, data=0):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.ptrace(ctypes.c_long(request), ctypes.c_long(pid), None, ctypes.c_void_p(data)) == -1:
        raise OSError(ctypes.get_errno(), f"ptrace of {pid}")


def start(command):
    pid = os.fork()
    if pid == 0:
        ptrace(PTRACE_TRACEME, 0)
        os.execvp(command[0], command)
    os.waitpid(pid, 0)  # it stands still after exec
    ptrace(PTRACE_SETOPTIONS, pid, TRACEFORK | TRACEVFORK | TRACECLONE | TRACEEXIT | EXITKILL)
    ptrace(PTRACE_CONT, pid)
    return pid


def follow(first):
    """Lets all of them run to their ends: the first one's peak, that of the largest of the others, the first one's code."""
    own, largest, code = 0, 0, None
    while code is None:
        pid, status = os.waitpid(-1, 0x40000000)  # __WALL
        if not os.WIFSTOPPED(status):
            code = os.waitstatus_to_exitcode(status) if pid == first else code
            continue
        if status >> 16 == EVENT_EXIT:
            own, largest = (peak(pid), largest) if pid == first else (own, max(largest, peak(pid)))
        begins = status >> 16 != 0 or os.WSTOPSIG(status) == signal.SIGSTOP  # of ptrace, not the program's own
        ptrace(PTRACE_CONT, pid, 0 if begins else os.WSTOPSIG(status))
    return own, largest, code


def main():
    own, largest, code = follow(start(sys.argv[2:]))
    print(own + int(sys.argv[1]) * largest)
    sys.exit(code)


if __name__ == "__main__":
    main()
