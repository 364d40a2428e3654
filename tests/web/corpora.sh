#!/bin/bash
# Each kept input of the fuzz targets does the same by the module and by the program.
. "$DGS_SRC/tests/web/lib.sh"
python3 "$DGS_SRC/tests/web/cases.py" corpora "$tmp/files" >"$tmp/cases"
same "$tmp/cases"
