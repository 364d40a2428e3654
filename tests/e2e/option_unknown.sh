#!/bin/bash
# An unknown option: exit code 2, and the nearest one is named; an option without its value too.
. "$DGS_SRC/tests/e2e/lib.sh"

refuses 2 '--practice-name' --practise-name Anna
refuses 2 '--logo' --lgoo x.png
refuses 2 '--email' --e-mail a@example.org
refuses 2 'dgs-pdf: --name is not an option: for the practice.s name write --practice-name NAME, for a client.s --client NAME\. See' \
    --name 'Willow Creek'
refuses 2 'zzzzzzzz' --zzzzzzzz
refuses 2 '-Z' -Z
run --out
ended 2 '--out|-o'
run --out handout.pdf --phone
ended 2 '--phone'
[ ! -e handout.pdf ] || fail 'something was written'
