#!/bin/bash
# A PNG with any damage: exit code 65, and the file is named.
. "$DGS_SRC/tests/e2e/lib.sh"

for kind in cut cut-header bad-checksum bad-filter short-data bad-palette no-data no-pixels; do
    python3 "$tools/makepng.py" $kind $kind.png
    refuses 65 "$kind\.png" --logo $kind.png --practice-name Anna
done
