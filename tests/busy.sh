#!/bin/bash
# busy.sh BUILD LOOPS TIMES [REGEX]: the tests of one build tree, or those whose names match, TIMES times, beside LOOPS
# loops that do nothing but take processor time. What fails only so decides by time or luck.
set -euo pipefail
loops=()
# shellcheck disable=SC2317 # by the trap
end() {
    kill "${loops[@]}" 2>/dev/null || true
}
trap end EXIT
for _ in $(seq "$2"); do
    (while :; do :; done) &
    loops+=($!)
done
ctest --test-dir "$1" --parallel "$(nproc)" --repeat "until-fail:$3" ${4:+-R "$4"} --output-on-failure --no-tests=error
