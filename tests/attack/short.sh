#!/bin/bash
# short.sh pictures|kills|lists|swaps|words: what `make check` does of `make attack`, without the network, and with the same lots each time:
# `make attack` draws others.
set -euo pipefail
export DGS_SEED=${DGS_SEED:-20261201}
most() { # RELEASE SANITIZED
    if [ -z "${DGS_SANITIZE:-}" ]; then echo "$1"; else echo "$2"; fi
}
attack() {
    exec python3 "$DGS_SRC/tests/attack/$1.py" "$DGS_PDF" "${@:2}"
}
case $1 in
pictures)
    fixtures=$(dpkg -L librsvg2-tests 2>/dev/null | awk '/\/fixtures$/ && !n++') || true
    [ -n "$fixtures" ] || { echo 'SKIPPED: the package librsvg2-tests is missing' >&2 && exit 77; }
    attack pictures "$(most 80 25)" "$fixtures"
    ;;
kills) attack kills 8 ;;
lists) attack lists "$(most 60 15)" ;;
swaps) attack swaps 1 ;;
words) attack words "$(most 150 40)" ;;
esac
