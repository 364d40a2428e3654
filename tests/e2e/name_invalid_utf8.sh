#!/bin/bash
# Invalid UTF-8: exit code 65.
. "$DGS_SRC/tests/e2e/lib.sh"

for bytes in $'\xff' $'\xc3' $'\xc0\x80' $'\xed\xa0\x80' $'\xf4\x90\x80\x80' $'caf\xe9'; do
    refuses 65 'practice-name.*UTF-8' --practice-name "$bytes"
    refuses 65 'address.*UTF-8' --address "$bytes"
done
