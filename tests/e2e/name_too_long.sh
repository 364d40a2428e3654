#!/bin/bash
# A practice name of 300 characters: exit code 65, and the limit is named; at the limit it is taken.
. "$DGS_SRC/tests/e2e/lib.sh"

letters() { printf "%.0s$1" $(seq "$2"); }
refuses 65 'practice-name.*160' --practice-name "$(letters A 300)"
refuses 65 'practice-name.*160' --practice-name "$(letters 'é' 161)"
refuses 65 'tagline' --tagline "$(letters B 300)"
refuses 65 'address' --address "$(letters C 300)"
ok --out fits.pdf --practice-name "$(letters 'Anna and Ben Wellness ' 7)"
[ "$(pages fits.pdf)" -eq 4 ] || fail "$(pages fits.pdf) pages"
