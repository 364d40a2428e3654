#!/bin/bash
# Each command line of the judges' matrix does the same by the module and by the program; and a difference is seen.
. "$DGS_SRC/tests/web/lib.sh"
export DGS_RECORD=$tmp/record DGS_REAL=$DGS_PDF
DGS_MATRIX=$tmp/matrix DGS_PDF=$DGS_SRC/tests/web/record.sh bash "$DGS_SRC/tests/judge/matrix.sh" >/dev/null
python3 "$DGS_SRC/tests/web/cases.py" recorded "$DGS_RECORD" >"$tmp/cases"
same "$tmp/cases"

printf '#!/bin/sh\nexec "%s" "$@" --paper a4\n' "$DGS_PDF" >"$tmp/other"
chmod +x "$tmp/other"
grep -m 1 '"default.pdf"' "$tmp/cases" >"$tmp/one"
if DGS_PDF=$tmp/other same "$tmp/one" >"$tmp/said" 2>&1; then
    echo 'another size of paper was not seen as a difference' >&2
    exit 1
fi
