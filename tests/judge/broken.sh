#!/bin/bash
# The structural checker refuses files that are broken on purpose.
exec python3 "$DGS_SRC/tests/tools/breakpdf.py" "$DGS_MATRIX/custom-article.pdf"
