#!/bin/bash
# veraPDF refuses files that are broken on purpose: it does judge.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
broken() { # FLAVOUR NAME...
    local flavour=$1
    shift
    mkdir "$tmp/$flavour"
    python3 "$DGS_SRC/tests/tools/breakpdf.py" "$DGS_MATRIX/custom-article.pdf" "$tmp/$flavour" "$@"
    "$DGS_SRC/tests/tools/verapdf.sh" --refused "$flavour" "$tmp/$flavour"/*.pdf
}
broken ua1 'alt removed' 'mark removed' 'artifact unmarked' 'MCID skipped' 'font not embedded' 'width wrong' \
    'title not shown' 'language removed' 'marked false' 'heading skipped' 'scope removed' 'link text removed' \
    'tab order removed' 'metadata removed' 'tag tree removed' 'glyph without mapping'
broken 2a 'font not embedded' 'width wrong' 'metadata removed' 'file ID removed' 'script' 'marked false' \
    'glyph without mapping'
