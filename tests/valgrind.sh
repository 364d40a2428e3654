#!/bin/bash
# Runs the end-to-end tests with the program under valgrind, `valgrind.sh PROGRAM FOLDER JOBS [TEST...]`: no error and no
# leak in any process of any of them. FOLDER keeps, for each test, what it said and what valgrind said. Ends with 1 where
# a test failed or valgrind found anything.
set -euo pipefail
cd "$(dirname "$0")/.."
source=$PWD

# Those that make no sense so, and why.
left_out() {
    case $1 in
    valgrind) echo 'runs valgrind itself' ;;
    sandbox | sandbox_early | sandbox_helper | sandbox_logo | sandbox_older | sandbox_print) echo 'valgrind does not know the sandbox' ;;
    hardening | libharu_parsers | stands_alone | install | sbom | scripts) echo 'is about the file of the program' ;;
    batch_memory | soak | soak_bites) echo 'measures memory, of which valgrind takes some' ;;
    batch_disk_full) echo 'leaves too few descriptors for valgrind' ;;
    limits_stack) echo 'valgrind has a stack of its own' ;;
    descriptors) echo 'lists what is open, of which valgrind has some' ;;
    batch_slurm) echo 'starts it from services that time it' ;;
    batch_durable | client_traces) echo 'traces the calls of the system, which valgrind makes too' ;;
    file_size_limit) echo 'the limit would be that of the report too' ;;
    print_cancel_early) echo 'sends signals at moments when valgrind still starts it' ;;
    faults_streams | stdout_closed) echo 'valgrind puts its report in the place of a closed stream' ;;
    faults_clock) echo 'brings a clock of its own by a library before all others' ;;
    esac
}

under_valgrind() { # TEST
    local name=$1 at=$folder/$1 start=$SECONDS code=0 why
    why=$(left_out "$name")
    rm -rf "$at"
    mkdir -p "$at"
    chmod 1777 "$at" # some run it as another user
    if [ -n "$why" ]; then
        echo "left out  $name: $why" >"$at/result"
        cat "$at/result"
        return
    fi
    # Without --run-libc-freeres=no a worker that ends would set the place back up to which the list was read, which it
    # shares with the first process.
    cat >"$at/dgs-pdf" <<.
#!/bin/sh
LD_PRELOAD=$folder/nosandbox.so exec $valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,possible \\
    --errors-for-leak-kinds=definite,possible --run-libc-freeres=no --suppressions=$source/tests/tools/valgrind.supp \\
    --num-callers=30 --log-file=$at/log.%p "$program" "\$@"
.
    chmod 755 "$at/dgs-pdf"
    # As under a sanitizer, tests leave out what limits or replaces memory, and take shorter lists.
    DGS_PDF=$at/dgs-pdf DGS_SRC=$source DGS_SANITIZE=valgrind PYTHONDONTWRITEBYTECODE=1 \
        timeout -k 10 1800 bash "tests/e2e/$name.sh" >"$at/said" 2>&1 || code=$?
    cat "$at"/log.* >"$at/valgrind" 2>/dev/null || true
    local processes
    processes=$(find "$at" -name 'log.*' | wc -l)
    find "$at" -name 'log.*' -empty -delete
    local word=passed
    [ "$code" -eq 0 ] || word=FAILED
    [ "$code" -ne 77 ] || word=skipped
    [ ! -s "$at/valgrind" ] || word=ERRORS
    printf '%-9s %s: %d processes, %d s%s\n' "$word" "$name" "$processes" $((SECONDS - start)) \
        "$([ "$code" -ne 77 ] || grep -h '^SKIPPED' "$at/said" | sed 's/^SKIPPED//' | head -n 1)" >"$at/result"
    cat "$at/result"
    [ "$word" != FAILED ] || tail -n 8 "$at/said" | sed 's/^/          /'
    [ "$word" != ERRORS ] || head -n 40 "$at/valgrind" | sed 's/^/          /'
}

program=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
jobs=$3
shift 3
valgrind=$(command -v valgrind) # tests change the PATH
export program folder source valgrind
export -f left_out under_valgrind
${CC:-cc} -shared -fPIC -O2 -o "$folder/nosandbox.so" tests/tools/nosandbox.c -ldl
if [ $# -eq 0 ]; then
    for script in tests/e2e/*.sh; do
        name=$(basename "$script" .sh)
        [ "$name" = lib ] || set -- "$@" "$name"
    done
fi
for name; do
    rm -rf "${folder:?}/$name"
done
printf '%s\n' "$@" | xargs -P "$jobs" -I NAME bash -c 'under_valgrind NAME'

results() {
    for name; do cat "$folder/$name/result"; done
}
results "$@" | awk '{ n[$1 == "left" ? "left out" : $1]++; for (i = 2; i < NF; i++) if ($(i + 1) == "processes,") all += $i }
    END { printf "%d tests passed, %d skipped, %d left out, %d failed, valgrind found errors in %d; %d processes\n",
          n["passed"], n["skipped"], n["left out"], n["FAILED"], n["ERRORS"], all; exit n["FAILED"] + n["ERRORS"] > 0 }'
