#!/bin/bash
# A step to start with that the guide has not, or that is not printed: exit code 2.
. "$DGS_SRC/tests/e2e/lib.sh"

refuses 2 'focus.*1 to 5' --focus 6
refuses 2 'focus.*guide' --focus 1 --parts article
