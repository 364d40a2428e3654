#!/bin/bash
# Any number of shards gives the same handouts; their manifests merge into the one of a single run, and what is missing,
# twice there or contradicts itself is found.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/rows.py" 30 >list.csv
ok batch list.csv --out-dir whole --parts guide
for shards in 1 3 7; do
    for i in $(seq 0 $((shards - 1))); do
        ok batch list.csv --out-dir out$shards --parts guide --shard "$i/$shards"
        [ -e "out$shards/manifest-$i-of-$shards.jsonl" ] || fail "no manifest of shard $i of $shards"
    done
    ok manifest merge out$shards --out out$shards/manifest.jsonl
    rm out$shards/manifest-*
    diff -r whole out$shards || fail "another folder from $shards shards"
done

# What each engine says of itself.
from() {
    ok batch list.csv --out-dir engine --parts guide "$@"
}
SLURM_ARRAY_TASK_ID=14 SLURM_ARRAY_TASK_MIN=10 SLURM_ARRAY_TASK_STEP=4 SLURM_ARRAY_TASK_COUNT=3 from --shard-from slurm
SLURM_ARRAY_TASK_ID=0 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_COUNT=3 from --shard-from slurm --shards 3
JOB_COMPLETION_INDEX=2 from --shard-from kubernetes --shards 3
AWS_BATCH_JOB_ARRAY_INDEX=2 from --shard-from aws --shards 3 # once more, in the same folder
ok manifest merge engine --out engine/manifest.jsonl
same_bytes engine/manifest.jsonl whole/manifest.jsonl
# refused RE OPTION...
refused() {
    run batch list.csv --out-dir none "${@:2}"
    ended 2 "$1"
}
refused 'SLURM_ARRAY_TASK_ID is not set' --shard-from slurm
refused 'JOB_COMPLETION_INDEX is not set' --shard-from kubernetes --shards 3
refused 'shards is missing' --shard-from aws
JOB_COMPLETION_INDEX=3 refused 'shard 3 of 3 does not exist: the first is 0, the last 2' --shard-from kubernetes --shards 3
JOB_COMPLETION_INDEX=x refused 'not a number' --shard-from kubernetes --shards 3
SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_MIN=3 SLURM_ARRAY_TASK_COUNT=1 refused 'has 1 tasks, but --shards says 7' \
    --shard-from slurm --shards 7
SLURM_ARRAY_TASK_ID=4 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_STEP=2 SLURM_ARRAY_TASK_COUNT=3 refused 'gaps' --shard-from slurm
refused 'first shard is 0 and the last 2' --shard 3/3
refused 'is not a shard' --shard 3
refused "did you mean slurm" --shard-from slurn
refused 'remove --shard-from' --shard 0/3 --shard-from slurm

# merges CODE RE FILE...
merges() {
    run manifest merge "${@:3}" --out merged.jsonl
    [ "$code" -eq "$1" ] || fail "exit code $code, not $1, from merging ${*:3}"
    [ -z "$2" ] || grep -qE "$2" "$tmp/err" || fail "merging does not say $2"
}
a=engine/manifest-0-of-3.jsonl b=engine/manifest-1-of-3.jsonl c=engine/manifest-2-of-3.jsonl
merges 4 'shard 2 of 3 is missing' $a $b
merges 4 'row 3 is missing' $a $b
merges 4 '^dgs-pdf: [1-9][0-9]* rows are missing, 1 shard has no manifest: make what is missing with --resume, then merge' $a $b
sed 4,6d $b >manifest-1-of-3.jsonl
merges 4 'row 11 is missing' $a manifest-1-of-3.jsonl $c
[ "$(wc -l <merged.jsonl)" -eq 27 ] || fail 'the merged manifest has other lines'
cp $b again.jsonl
merges 0 '10 rows are in more than one manifest' $a $b $c again.jsonl
same_bytes merged.jsonl whole/manifest.jsonl
rm merged.jsonl
sed '3s/"sha256":"...../"sha256":"00000/' $b >again.jsonl
merges 65 'row 8: .* contradict' $a $b $c again.jsonl
[ ! -e merged.jsonl ] || fail 'a contradiction is written'
sed '1s/"file":"[^"]*"/"file":"0002-X.pdf"/; 2s/"file":"[^"]*"/"file":"0002-x.pdf"/' $a >manifest-0-of-3.jsonl
merges 65 'row 4: its file 0002-x.pdf is also that of row 1' manifest-0-of-3.jsonl $b $c
sed 's/"sha256".*/"error":"no","exit":65}/' $a >failed.jsonl
merges 4 '10 rows failed' failed.jsonl $b $c
merges 0 '' failed.jsonl $a $b $c # elsewhere it was made
merges 66 'cannot open the manifest' nowhere.jsonl
run manifest merge engine --out -
[ "$code" -eq 0 ] || fail "exit code $code to standard output"
same_bytes "$tmp/out" whole/manifest.jsonl

# A list that changed, made again with more shards, beside the manifests of the older run.
python3 "$tools/rows.py" 6 >few.csv
ok batch few.csv --out-dir numbers --parts guide --shard 0/1
sed -i '2s/,[^,]*/,503 555 0199/' few.csv
for i in 0 1; do ok batch few.csv --out-dir numbers --parts guide --shard "$i/2"; done
merges 65 'different numbers of shards: remove those of the older run' numbers
rm numbers/manifest-0-of-1.jsonl
merges 0 '' numbers
