#!/bin/bash
# page-validation refuses files that are broken on purpose: it does judge.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
broken() { # FLAVOUR NAME...
    local flavour=$1
    shift
    mkdir "$tmp/$flavour"
    python3 "$DGS_SRC/tests/tools/breakpdf.py" "$DGS_MATRIX/custom-article.pdf" "$tmp/$flavour" "$@"
    "$DGS_SRC/tests/tools/page.sh" --refused "$flavour" "$tmp/$flavour"/*.pdf
}
broken ua1 'alt removed' 'mark removed' 'artifact unmarked' 'font not embedded' 'width wrong' 'title not shown' \
    'language removed' 'marked false' 'heading skipped' 'scope removed' 'link text removed' 'tab order removed' \
    'metadata removed' 'tag tree removed' 'glyph without mapping' 'table row short' 'list without items'
broken 2a 'font not embedded' 'width wrong' 'metadata removed' 'file ID removed' 'script' 'marked false' \
    'glyph without mapping' 'glyph 0 shown' 'line end in a stream' 'no binary comment'
