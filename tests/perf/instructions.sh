#!/bin/bash
# The instructions of one handout, of one batch row, and what a name in another script takes more, are those of
# instructions.txt, or fewer: 10 % more is a failure.
# DGS_UPDATE=1 writes the record anew, and with it DGS_PROFILE=FOLDER keeps callgrind's profiles there.
set -euo pipefail
: "${DGS_PDF:?names the program}" "${DGS_SRC:?names the source folder}"
record=$DGS_SRC/tests/perf/instructions.txt
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
export LC_ALL=C.UTF-8 XDG_CONFIG_HOME=$tmp XDG_CONFIG_DIRS=$tmp HOME=$tmp
unset SOURCE_DATE_EPOCH DGS_PDF_PROFILE
profiles=${DGS_PROFILE:-$tmp}
mkdir -p "$profiles"

# The instructions that a command takes, with all its processes.
count() { # NAME ARGS...
    local name=$1
    shift
    valgrind --tool=callgrind --trace-children=yes --callgrind-out-file="$profiles/$name.%p" "$DGS_PDF" "$@" 2>&1 |
        awk '/Collected/ { n += $NF } END { printf "%.0f\n", n }'
}

rows() { # N: a list of as many practices
    echo 'name,phone,color,booking_url'
    for i in $(seq "$1"); do
        printf 'Willow Creek %d Massage,(503) 555-%04d,#%06x,willow%d.example/book\n' "$i" "$i" $((i * 77777)) "$i"
    done
}

rows 5 >few.csv
rows 25 >many.csv
handout=$(count handout -q --out handout.pdf)
few=$(count few batch few.csv -q --out-dir few --jobs 1)
many=$(count many batch many.csv -q --out-dir many --jobs 1)
[ "$(grep -c '"bytes"' many/manifest.jsonl)" -eq 25 ] || { echo "the batch is not made" >&2; exit 1; }
latin=$(count latin -q --out name.pdf --practice-name 'Willow Creek Massage')
arabic=$(count arabic -q --out name.pdf --practice-name 'عيادة فاطمة الزهراء')
printf 'handout %d\nrow %d\nname %d\n' "$handout" $(((many - few) / 20)) $((arabic - latin)) >now.txt
if [ "${DGS_UPDATE:-}" = 1 ]; then
    cp now.txt "$record"
fi
paste -d ' ' "$record" now.txt | awk '{ printf "%-8s %12d instructions, recorded %12d (%+.1f %%)\n", $1, $4, $2, ($4 / $2 - 1) * 100
    if ($1 != $3 || $4 <= 0 || $4 > $2 * 1.1) bad = 1 }
    END { if (bad || NR != 3) { print "more than 10 % above the record: find out why, or write it anew with DGS_UPDATE=1"; exit 1 } }'
