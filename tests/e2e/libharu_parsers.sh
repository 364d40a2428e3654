#!/bin/bash
# What reads fonts, pictures and colour profiles in libharu is never called: the program does not even name it.
. "$DGS_SRC/tests/e2e/lib.sh"

parsers='HPDF_.*(Load|Font|Image|ICC|Icc|CIDType|Type1|TTF)'
nm -D --undefined-only "$DGS_PDF" | awk '{ print $2 }' >"$tmp/needs"
has '^HPDF_MMgr_New' <"$tmp/needs" || fail 'the program makes its document in another way than the test thinks'
! grep -E "$parsers" "$tmp/needs" || fail 'a parser of libharu is used'

# The names are those that libharu has.
library=$(ldd "$DGS_PDF" | awk '/libhpdf/ { print $3 }')
for name in HPDF_LoadPngImageFromMem HPDF_LoadJpegImageFromMem HPDF_LoadTTFontFromFile HPDF_LoadType1FontFromFile \
    HPDF_LoadIccProfileFromFile HPDF_TTFontDef_Load; do
    nm -D --defined-only "$library" | has " $name\$" || fail "libharu has no $name"
    echo $name | has -E "$parsers" || fail "$name is not looked for"
done
