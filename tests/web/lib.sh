# shellcheck shell=bash
# What the tests of the page share: the module $wasm, the page $page, an empty folder $tmp. Where the page could not be
# built the test is skipped and says why; build.sh has seen to it that this fails where CI=true.
set -euo pipefail
: "${DGS_PDF:?names the program}" "${DGS_SRC:?names the source folder}"
web=$DGS_SRC/build/web
export wasm=$web/dgs.wasm page=$web/handout.html
if [ -s "$web/missing" ]; then
    echo "SKIPPED: $(cat "$web/missing")" >&2
    exit 77
fi
tmp=$(mktemp -d "${TMPDIR:-/tmp}/dgs-web.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
export PYTHONDONTWRITEBYTECODE=1

same() { # CASES
    node "$DGS_SRC/tests/web/same.js" "$wasm" "$DGS_PDF" "$1"
}
