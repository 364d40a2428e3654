#!/bin/bash
# What assets/docs/batch.md says of batches and no other test looks at: whose value counts, that all rows are checked before the first
# is made, how many workers there are, and that a shard may run twice.
. "$DGS_SRC/tests/e2e/lib.sh"

# An empty cell leaves the option in force, as it leaves the profile; a filled one comes before both.
printf 'phone = (503) 555-0101\ntagline = Of the profile\n' >all.ini
printf 'name,phone,tagline\nAnna,,\nBert,(503) 555-0103,Of the row\n' >list.csv
ok batch list.csv --out-dir out --parts guide --profile all.ini --phone '(503) 555-0102'
ok --out anna.pdf --parts guide --practice-name Anna --phone '(503) 555-0102' --tagline 'Of the profile'
ok --out bert.pdf --parts guide --practice-name Bert --phone '(503) 555-0103' --tagline 'Of the row'
same_bytes out/0001-Anna.pdf anna.pdf
same_bytes out/0002-Bert.pdf bert.pdf

# begun ARGS...: a batch that waits for its reader in the middle; ends by then having told of the first handout.
mkfifo lines
{ echo name,phone && seq -f 'Practice %.0f,' 2000 && echo 'Last,call me'; } >list.csv
begun() {
    rm -rf out
    "$@" batch list.csv --out-dir out --parts guide --json >lines 2>"$tmp/err" &
    pid=$!
    exec 3<lines
    read -r _ <&3
    children=$(pgrep -c -P "$pid")
    told=$(grep -c 'row 2001' "$tmp/err") || true
    cat <&3 >/dev/null
    exec 3<&-
    wait $pid || true
}
begun "$DGS_PDF"
[ "$told" -eq 1 ] || fail 'the last row was not checked before the first handout was made'
all=$children
begun taskset -c "$(taskset -cp $$ | sed 's/.*[ ,-]//')" "$DGS_PDF"
[ $((all - children)) -eq $(($(nproc) - 1)) ] || fail "$children processes on one core, $all on $(nproc)"

{ echo name && seq 9; } >list.csv
for i in 0 1 2; do ok batch list.csv --out-dir shards --parts guide --shard $i/3; done
cp -r shards before
ok batch list.csv --out-dir shards --parts guide --shard 1/3
diff -r shards before || fail 'a shard that ran twice changed something'
