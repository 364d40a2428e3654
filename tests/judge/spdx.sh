#!/bin/bash
# The bill of materials is valid SPDX by spdx-tools, which pip fetches once; files that were broken are not.
. "$DGS_SRC/tests/e2e/lib.sh"

bill=$DGS_BUILD/dgs-pdf.spdx.json
cache=$("$tools/fetched.sh" spdx)
validate() {
    PYTHONPATH=$cache python3 "$tools/spdx/validate.py" "$1" >"$tmp/said"
}
cp "$bill" whole.spdx.json
validate whole.spdx.json || fail "$(cat "$tmp/said")"
broken() { # broken SENTENCE SED
    sed "$2" "$bill" >broken.spdx.json
    ! cmp -s broken.spdx.json "$bill" || fail "nothing was broken by: $2"
    ! validate broken.spdx.json || fail "valid in spite of: $2"
    grep -qF "$1" "$tmp/said" || fail "not told: $1, but: $(cat "$tmp/said")"
}
broken 'SPDXRef-nobody' 's/"relatedSpdxElement": "SPDXRef-compiler"/&/; s/"spdxElementId": "SPDXRef-compiler"/"spdxElementId": "SPDXRef-nobody"/'
broken 'WTFPL-9' 's/"licenseDeclared": "Zlib"/"licenseDeclared": "WTFPL-9"/'
broken 'ChecksumAlgorithm' '0,/"checksumValue": "/s//"checksumValue": "xy/'
broken 'does not match format' 's/"created": "[^"]*"/"created": "today"/'
