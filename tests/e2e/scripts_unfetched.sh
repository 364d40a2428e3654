#!/bin/bash
# Where the fonts of the east cannot be had for the tests, one sentence says so, at the check's end too; with CI=true it fails.
. "$DGS_SRC/tests/e2e/lib.sh"
mkdir -p tree/tests tree/fonts tree/build
cp "$DGS_SRC/tests/cjk.sh" tree/tests
made='made by a stand-in'
printf %s "$made" | sha256sum >tree/fonts/cjk.sha256
printf '#!/bin/sh\n' >tree/tests/setup.sh
fetches() { printf '#!/bin/sh\n%s\n' "$1" >tree/fonts/cjk.sh; }
fetches 'exit 1'
chmod +x tree/tests/setup.sh tree/fonts/cjk.sh
file=tree/build/dgs-pdf-cjk.fonts missing=tree/build/cjk-missing
ends() { # CODE CI ON|OFF
    code=0
    CI=$2 bash tree/tests/cjk.sh "$3" >said 2>&1 || code=$?
    [ "$code" -eq "$1" ] || fail "$2, $3: ends with $code, not $1"
}
for state in '0  ON' '1 true ON' '0 true OFF'; do
    IFS=' ' read -r wanted ci on <<<"${state/  / no }"
    ends "$wanted" "$ci" "$on"
    grep -q 'make cjk-fonts.* are skipped' $missing || fail "$state: nothing is left for the end"
    cmp -s said $missing || fail "$state: it is not said"
done
fetches "printf %s '$made' >\$1"
echo other >$file # of another version
ends 0 true ON
grep -qx "$made" $file || fail 'the file of another version stays'
[ ! -e $missing ] && [ ! -s said ] || fail 'it is said to be missing'
fetches 'exit 1'
ends 0 true ON # and is not made again
