#!/bin/bash
# A content folder that is not there: exit code 66.
. "$DGS_SRC/tests/e2e/lib.sh"

refuses 66 'nowhere' --content nowhere
: >file
refuses 66 'file' --content file
