#!/bin/bash
# page-validation, a validator of another make than veraPDF, over PDF files: `page.sh [--refused] FLAVOUR FILE...` (ua1,
# 2a; 0 is all that a file claims of itself). pip fetches it once, into build/page. Prints the rules that fail; ends with 1
# when any did. With --refused every file must break a rule: for files that are broken on purpose.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 2 ] || { echo "usage: $0 [--refused] FLAVOUR FILE..." >&2; exit 2; }
PYTHONPATH=$("$here/fetched.sh" page)
export PYTHONPATH
exec python3 "$here/page/validate.py" "$@"
