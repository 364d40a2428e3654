#!/bin/bash
# `fetched.sh NAME`: prints the folder with the Python packages of tests/tools/NAME/requirements.txt, which pip puts into
# build/NAME once, and again when the list has changed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=$(realpath -m "$here/../../build/$1")
list=$here/$1/requirements.txt
if [ ! -e "$cache/fetched" ] || [ "$list" -nt "$cache/fetched" ]; then
    rm -rf "$cache"
    mkdir -p "$cache"
    python3 -m pip install --quiet --disable-pip-version-check --no-deps --target "$cache" -r "$list" \
        >"$cache/log" 2>&1 || {
        tail -n 5 "$cache/log" >&2
        echo "the Python packages of $1 could not be fetched; see above" >&2
        exit 1
    }
    touch "$cache/fetched"
fi
echo "$cache"
