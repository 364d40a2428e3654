#!/bin/bash
# --address takes \n and may be repeated; six lines at most.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --dump content --address 'A street\nB town'
cp "$tmp/out" one
ok --dump content --address 'A street' --address 'B town'
same_bytes "$tmp/out" one
grep -q 'A street' one && grep -q 'B town' one || fail 'the address is not there'
refuses 2 'address' --address 'a\nb\nc\nd\ne\nf\ng'

# Arabic, Persian, Urdu and Thaana have a comma of their own, where a line ends with their letters; Hebrew has not.
joined() { # WORDS LINE...
    local words=$1 options=()
    shift
    for line; do options+=(--address "$line"); done
    ok --dump content "${options[@]}"
    grep -qF "$words" "$tmp/out" || fail "not joined as $words"
}
joined 'شارع النيل ١٢، بغداد، Iraq' 'شارع النيل ١٢' 'بغداد' Iraq
joined '12 Nile St, بغداد، 10001, Iraq' '12 Nile St' 'بغداد' '10001' Iraq
joined 'گلی نمبر 5، لاہور' 'گلی نمبر 5' 'لاہور'
joined 'މަގު 4، މާލެ' 'މަގު 4' 'މާލެ'
joined 'רחוב הרצל 5, חיפה' 'רחוב הרצל 5' 'חיפה'
