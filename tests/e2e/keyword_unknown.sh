#!/bin/bash
# A paper or dump that is none: exit code 2, and the nearest one is named.
. "$DGS_SRC/tests/e2e/lib.sh"

refuses 2 'letter' --paper leter
refuses 2 'legal' --paper legl
run --dump contents
ended 2 'content'
run --dump layuot
ended 2 'layout'
