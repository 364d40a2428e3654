#!/bin/bash
# page-validation, a validator of another make than veraPDF, over PDF files: `page.sh [--refused] FLAVOUR FILE...` (ua1,
# 2a; 0 is all that a file claims of itself). pip fetches it once, into build/page. Prints the rules that fail; ends with 1
# when any did. With --refused every file must break a rule: for files that are broken on purpose.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=$here/../../build/page
[ $# -ge 2 ] || { echo "usage: $0 [--refused] FLAVOUR FILE..." >&2; exit 2; }
if [ ! -e "$cache/fetched" ] || [ "$here/page/requirements.txt" -nt "$cache/fetched" ]; then
    rm -rf "$cache"
    mkdir -p "$cache"
    python3 -m pip install --quiet --disable-pip-version-check --no-deps --target "$cache" \
        -r "$here/page/requirements.txt" >"$cache/log" 2>&1 || {
        tail -n 5 "$cache/log" >&2
        echo 'page-validation could not be fetched; see above' >&2
        exit 1
    }
    touch "$cache/fetched"
fi
PYTHONPATH=$cache exec python3 "$here/page/validate.py" "$@"
