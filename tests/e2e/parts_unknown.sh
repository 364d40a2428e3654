#!/bin/bash
# A part that is none: exit code 2, and the nearest one is named.
. "$DGS_SRC/tests/e2e/lib.sh"

refuses 2 'article' --parts guide,artcle
refuses 2 'guide' --parts ''
refuses 2 'worksheet' --parts worksheets
refuses 2 'guide' --parts guide,,article
