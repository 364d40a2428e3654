#!/bin/bash
# --address takes \n and may be repeated; six lines at most.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --dump content --address 'A street\nB town'
cp "$tmp/out" one
ok --dump content --address 'A street' --address 'B town'
same_bytes "$tmp/out" one
grep -q 'A street' one && grep -q 'B town' one || fail 'the address is not there'
refuses 2 'address' --address 'a\nb\nc\nd\ne\nf\ng'
