#!/bin/bash
# The sandbox is closed before the profile is read, and closed further before the logo is.
. "$DGS_SRC/tests/e2e/lib.sh"

seen() { # PID: NoNewPrivs, Seccomp, filters
    awk '/^(NoNewPrivs|Seccomp|Seccomp_filters):/ { printf "%s ", $2 }' "/proc/$1/status"
}
waits() { # PID: until it sleeps for its input
    for _ in $(seq 2000); do
        case $(awk '/^State:/ { print $2 }' "/proc/$1/status") in S) return 0 ;; esac
        sleep 0.05
    done
    fail 'the program does not wait for its input'
}
mkfifo profile logo
"$DGS_PDF" -q --profile profile --logo logo --out one.pdf 2>"$tmp/err" &
pid=$!
waits $pid
read -r privileges mode filters <<<"$(seen $pid)"
[ "$privileges$mode" = 12 ] || fail "the profile is read with NoNewPrivs $privileges, Seccomp $mode"
exec 3>profile
echo 'name = Anna' >&3
exec 3>&-
for _ in $(seq 2000); do
    read -r privileges mode more <<<"$(seen $pid)"
    [ "${more:-2}" = "$filters" ] || break
    sleep 0.05
done
[ -z "$filters" ] || [ "$more" -gt "$filters" ] || fail 'nothing more is closed before the logo is read'
python3 "$tools/makepng.py" rgb8 real.png
cat real.png >logo
wait "$pid" || fail 'no handout'
says one.pdf Anna

# In a batch the first process has every filter of system calls that it will ever have before it opens the profile and the
# list. (What they hold back, sandbox tries.)
[ -z "${DGS_SANITIZE:-}" ] || exit 0 # the leak check does not run while another program traces
strace -o "$tmp/trace" true 2>/dev/null || exit 0
printf 'tagline = Rest\n' >all.ini
printf 'name\nA\n' >list.csv
# A file for each process: in one for all, a call that another process's call comes into is written in two halves.
strace -ff -qq -e trace=seccomp,openat -o "$tmp/trace" bash -c 'echo $$ >first; exec "$0" "$@"' \
    "$DGS_PDF" batch list.csv --out-dir out --profile all.ini -q || fail 'no batch'
python3 - "$tmp/trace.$(cat first)" <<'PY' || fail 'the profile or the list is opened too early'
import re, sys
calls = open(sys.argv[1], encoding="utf-8", errors="replace")
steps = [re.match(r'seccomp\(.*(\{len=\d+, filter=\w+\})\) += 0|openat\([^,]*, "(all\.ini|list\.csv)"', call) for call in calls]
steps = [step[1] or step[2] for step in steps if step]
first = min(steps.index("all.ini"), steps.index("list.csv"))
before, after = set(steps[:first]), set(steps[first:]) - {"all.ini", "list.csv"}
assert len(before) > 1 and after <= before, steps
PY
