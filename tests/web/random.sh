#!/bin/bash
# 300 random practices do the same by the module and by the program.
. "$DGS_SRC/tests/web/lib.sh"
python3 "$DGS_SRC/tests/web/cases.py" random "$tmp/files" 300 >"$tmp/cases"
same "$tmp/cases"
