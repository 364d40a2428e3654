#!/bin/bash
# An empty practice name: exit code 65.
. "$DGS_SRC/tests/e2e/lib.sh"

refuses 65 'practice-name' --practice-name ''
refuses 65 'practice-name' --practice-name '   '
refuses 65 'practice-name' --practice-name "$(printf '\u00a0\u2003')"
