#!/bin/bash
# The man page has the limits of all input, from the source; the other texts point there and have no table of their own.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --man
python3 - "$tmp/out" "$DGS_SRC" <<'EOF'
import re, sys
man, root = open(sys.argv[1], encoding="utf-8").read(), sys.argv[2]
section = man.split(".SH LIMITS\n")[1].split(".SH ")[0]
limits = re.findall(r"\.TP\n\\fB(.*)\\fR\n(.*)\n", section)
assert len(limits) >= 10 and all(re.search(r"[0-9]", text) for _, text in limits), limits
for name, words in ("README.md", "Every input has limits (`man dgs-pdf`)"), ("assets/docs/security.md", "LIMITS of the man page"):
    text = open(f"{root}/{name}", encoding="utf-8").read()
    assert words in text, f"{name} does not point to the limits"
    assert not re.search(r"^\| (PNG|SVG|JPEG|Workbook) \|", text, re.M), f"{name} has limits of its own"
EOF
