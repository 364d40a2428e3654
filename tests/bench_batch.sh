#!/bin/bash
# Prints the figures of a batch, for each number of rows: `bench_batch.sh PROGRAM JOBS ROWS...`. No pass or fail.
set -euo pipefail
program=$(realpath "$1")
jobs=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"

# Practices as different as real ones: name, phone, colour, booking page, one of five logos.
list() { # ROWS
    PYTHONDONTWRITEBYTECODE=1 python3 - "$1" "$here/tools" <<'EOF'
import csv, random, subprocess, sys
rows, tools = int(sys.argv[1]), sys.argv[2]
draw = random.Random(20261124)
for i in range(5):
    subprocess.run([sys.executable, f"{tools}/makepng.py", "rgb8", f"logo{i}.png", str(300 + 20 * i), "200"], check=True)
with open("practices.csv", "w", newline="") as f:
    out = csv.writer(f)
    out.writerow(["name", "phone", "booking_url", "logo", "color"])
    for i in range(rows):
        out.writerow([f"{draw.choice(['Willow', 'River', 'Oak', 'Stone'])} {draw.choice(['Creek', 'Hill', 'Lake'])} Massage {i}",
                      f"(503) 555-{i % 10000:04}", f"practice{i}.example/book", f"logo{i % 5}.png",
                      f"#{draw.randrange(1 << 24):06x}"])
EOF
}

for rows in "$@"; do
    list "$rows"
    TIMEFORMAT='%R %U %S'
    figures=$({ time "$program" batch practices.csv --out-dir out --jobs "$jobs" --split-dirs --no-profile -q; } 2>&1)
    made=$(awk '/"bytes"/ { n++ } END { print n }' out/manifest.jsonl)
    [ "$made" -eq "$rows" ] || { echo "only $made of $rows rows were made" >&2; exit 1; }
    awk -v rows="$rows" -v jobs="$jobs" '{ printf "%7d rows, %d jobs: %8.2f s, %7.0f a second, %5.2f ms of processor time each\n",
        rows, jobs, $1, rows / $1, ($2 + $3) * 1000 / rows }' <<<"$figures"
    rm -rf out
done
