#!/bin/bash
# In large print on small paper the emergency signs are more than what the title and its words leave of the first page:
# they come right below the title, so that the first page has most of them, not their heading alone.
. "$DGS_SRC/tests/e2e/lib.sh"

for paper in a5 half-letter; do
    ok --out small.pdf --region US --paper $paper --large-print
    says small.pdf 'Call 911 now or go to an' 1
    for sign in 'Numb or tingling' 'pee trouble' 'poop trouble' 'sex trouble'; do
        says small.pdf "$sign" 1
    done
    says small.pdf 'It is real, and you are not alone' 2
done
