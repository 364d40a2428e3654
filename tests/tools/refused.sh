#!/bin/bash
# Sourced by judges that are shown broken files: `refused TOOL FLAVOUR NAME...` breaks a handout in the ways that
# breakpdf.py names (one of the matrix: $of, or custom-article), and fails where TOOL (verapdf.sh, page.sh) does not refuse each of them.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
refused() {
    local tool=$1 flavour=$2
    shift 2
    local file=${of:-custom-article}
    mkdir "$tmp/$file-$flavour"
    python3 "$DGS_SRC/tests/tools/breakpdf.py" "$DGS_MATRIX/$file.pdf" "$tmp/$file-$flavour" "$@"
    "$DGS_SRC/tests/tools/$tool" --refused "$flavour" "$tmp/$file-$flavour"/*.pdf
}
