#!/bin/bash
# A manifest that cannot be read to its end is no short one: 74, and everything stays as it was, for --resume and merge.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/rows.py" 2 >list.csv
ok batch list.csv --out-dir out --parts guide
ln -sf /proc/self/mem out/manifest.jsonl # EIO at its first byte
before=$(listing)
run batch list.csv --out-dir out --parts guide --resume
ended 74 'out/manifest.jsonl: the manifest could not be read completely: check the disk'
[ "$(listing)" = "$before" ] || fail "the folder changed: $(listing)"
run manifest merge out --out all.jsonl
ended 74 'out/manifest.jsonl: the manifest could not be read completely: check the disk'
[ "$(listing)" = "$before" ] || fail "the folder changed: $(listing)"
