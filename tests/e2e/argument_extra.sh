#!/bin/bash
# A word that belongs to no option: exit code 2, nothing is written.
. "$DGS_SRC/tests/e2e/lib.sh"

refuses 2 'handout2.pdf' handout2.pdf
