#!/bin/bash
# Every reader gives back the content's words, all of them and in order.
exec python3 "$DGS_SRC/tests/tools/words.py" "$DGS_MATRIX"/*.pdf
