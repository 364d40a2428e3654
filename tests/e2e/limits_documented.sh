#!/bin/bash
# README's table of limits is the man page's, word for word. (The man page takes its numbers from the source.)
. "$DGS_SRC/tests/e2e/lib.sh"

ok --man
python3 - "$tmp/out" "$DGS_SRC/README.md" <<'EOF'
import re, sys
man, readme = (open(path, encoding="utf-8").read() for path in sys.argv[1:])
section = man.split(".SH LIMITS\n")[1]
plain = lambda s: s.replace("\\-", "-").replace("\\(aq", "'")
told = [f"| {plain(term)} | {plain(text)} |" for term, text in re.findall(r"\.TP\n\\fB(.*)\\fR\n(.*)\n", section)]
assert len(told) >= 10 and all(re.search(r"[0-9]", line) for line in told), told
at = readme.index("| input | what it may have at most |")
table = readme[at:].split("\n\n")[0].split("\n")[2:]
assert table == told, "\n".join(sorted(set(table) ^ set(told)))
EOF
