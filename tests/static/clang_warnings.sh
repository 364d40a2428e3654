#!/bin/bash
# clang has no warning about the program, its build tools, its unit tests and fuzz targets; gcc's are errors in both of
# `make check`'s trees. Only looks at the code, since almost all of clang's warnings come before it makes any.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
CC=clang cmake -S "$DGS_SRC" -B "$tmp" -DCMAKE_BUILD_TYPE=Release -DDGS_WERROR=ON -DBUILD_TESTING=ON >"$tmp/log" ||
    { cat "$tmp/log" >&2 && exit 1; }
python3 - "$tmp/compile_commands.json" <<'EOF'
import concurrent.futures, json, os, shlex, subprocess, sys

def look(entry):
    words = shlex.split(entry["command"])
    at = words.index("-o")
    del words[at:at + 2]
    words[words.index("-c")] = "-fsyntax-only"
    done = subprocess.run(words, cwd=entry["directory"], capture_output=True, text=True)
    return done.returncode, done.stderr

with open(sys.argv[1], encoding="utf-8") as f:
    entries = [e for e in json.load(f) if e["file"].endswith(".c") and os.path.exists(e["file"])]
assert all("clang" in e["command"].split()[0] and " -Werror " in e["command"] for e in entries)
names = {os.path.basename(e["file"]) for e in entries}
assert {"main.c", "bake.c", "test_base.c", "fuzz_svg.c"} <= names, names
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    bad = [words for code, words in pool.map(look, entries) if code != 0]
print("".join(bad), end="")
sys.exit(bool(bad))
EOF
