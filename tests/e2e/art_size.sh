#!/bin/bash
# All art together adds at most 42 KB to the file: plates, their labels and captions, and the steps' icons. The plate,
# set in a body and modelled in tones, takes 25 KB of it.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --out with.pdf
run init-content bare
[ "$code" -eq 0 ] || fail "exit code $code from init"
sed -i -E 's/!\[\]\([a-z-]+\.svg\) ?//' bare/*.md
python3 - <<'EOF'
import re
with open("bare/article.md", encoding="utf-8") as f:
    blocks = f.read().split("\n\n")
label = re.compile(r"([-*] \[[^\]]*\]\(#[a-z-]+\)\n?)+$")
with open("bare/article.md", "w", encoding="utf-8") as f:
    f.write("\n\n".join(b for b in blocks if not b.startswith("![") and not label.match(b)))
EOF
ok --out without.pdf --content bare
art=$(($(stat -c %s with.pdf) - $(stat -c %s without.pdf)))
[ "$art" -gt 5000 ] || fail "the art is $art bytes: was it taken out?"
[ "$art" -le 43008 ] || fail "the art is $art bytes, 43008 are allowed"
echo "art: $art bytes"
