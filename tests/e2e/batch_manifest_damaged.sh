#!/bin/bash
# Lines of a manifest that cannot be read are told: by merge with 4, or 65 where a file holds no line of ours; by
# --resume in a notice.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/rows.py" 6 >list.csv
for shard in 0 1; do ok batch list.csv --out-dir out --parts guide --shard $shard/2; done
ok manifest merge out --out whole.jsonl
truncate -s -9 out/manifest-1-of-2.jsonl
run manifest merge out --out all.jsonl
[ "$code" -eq 4 ] || fail "exit code $code, not 4"
has -x 'dgs-pdf: out/manifest-1-of-2.jsonl: 1 line cannot be read: damaged, cut off, or not in the order of rows' <"$tmp/err" || fail 'the file is not told'
has -x 'dgs-pdf: 1 line cannot be read: make what is missing with --resume, then merge again' <"$tmp/err" || fail 'the sum'
head -n 5 whole.jsonl | cmp - all.jsonl || fail 'the rows that can be read are not all there'
run batch list.csv --out-dir out --parts guide --shard 1/2 --resume
[ "$code" -eq 0 ] || fail "exit code $code, not 0"
has 'out: 1 line of the manifest cannot be read, .*: its row will be made again' <"$tmp/err" || fail 'the lost line'
has 'out: 1 handout made, 2 kept, ' <"$tmp/err" || fail 'the sum of a run that goes on'
ok manifest merge out --out all.jsonl
same_bytes whole.jsonl all.jsonl
printf '{"row":[1]}\n\n' >>out/manifest-0-of-2.jsonl
sed -i 1d out/manifest-0-of-2.jsonl
run manifest merge out --out all.jsonl
[ "$code" -eq 4 ] || fail "exit code $code, not 4"
has '0-of-2.jsonl: 1 line cannot be read' <"$tmp/err" && has 'row 1 is missing' <"$tmp/err" || fail 'the messages'
# A shard without rows has an empty manifest; alone it is nothing to merge.
rm all.jsonl
: >empty.jsonl
ok manifest merge whole.jsonl empty.jsonl --out -
same_bytes whole.jsonl "$tmp/out"
run manifest merge empty.jsonl --out all.jsonl
ended 65 'the manifests have no rows'
for text in 'HELLO=1' '{"a":{"row":1}}' '[1]' 'name,phone'; do
    echo "$text" >junk.jsonl
    run manifest merge whole.jsonl junk.jsonl --out all.jsonl
    ended 65 'junk.jsonl: none of its lines is from a manifest: name one that dgs-pdf wrote'
    [ ! -e all.jsonl ] || fail 'something was written'
done
