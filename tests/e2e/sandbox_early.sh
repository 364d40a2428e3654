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
