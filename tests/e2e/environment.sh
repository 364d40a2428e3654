#!/bin/bash
# The environment changes no byte and says no word: every name that stands in a library of the program is set, to values
# that libraries take, and the processor is said to have fewer instructions. Alone, in a batch's workers, with a logo
# whose pixels libjpeg's vector code makes others of, with a WebP and a color profile, for which libraries are loaded late,
# and with a drawing for the helper.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/makejpeg.py" wild.jpg
cp "$DGS_SRC/assets/icons/web.svg" plain.svg
printf '<svg viewBox="0 0 20 10"><g opacity=".5"><path d="M2 2h9v5h-9z"/></g></svg>' >beyond.svg
python3 "$tools/makeicc.py" p3 p3.icc
convert -seed 4 -size 60x40 plasma:teal-orange -quality 70 lossy.webp
convert lossy.webp -profile p3.icc colors.jpg
printf 'name,logo\nAnna Pérez fi,wild.jpg\nBea q̇,beyond.svg\nCy,plain.svg\nDee,lossy.webp\nEve,colors.jpg\n' >list.csv
make() { # FOLDER, with the environment of the call
    mkdir "$1"
    for logo in wild.jpg plain.svg beyond.svg lossy.webp colors.jpg; do
        ok --no-profile --out "$1/$logo.pdf" --logo "$logo" --practice-name 'Anna Pérez fi' --color '#7a2048'
    done
    ok batch list.csv --no-profile --out-dir "$1/batch" --jobs 2
    rm "$1"/batch/*.jsonl
}
make plain
same() {
    diff -r plain other || fail "other bytes with $*"
    rm -r other
}

# What the dynamic loader, the sanitizers and libnettle read before main() is out of the program's hands; libnettle's
# variables tell on standard error which code it takes, and take other code for the same sums.
late=$(ldconfig -p | awk '$1 ~ /^(liblcms2\.so\.2|libwebp\.so\.7)$/ && !seen[$1]++ { print $NF }')
[ "$(wc -l <<<"$late")" -eq 2 ] || fail "not both are there: $late"
names=$( (ldd "$DGS_PDF" | awk '$2 == "=>" && $3 !~ /san/ { print $3 }'; echo "$late") | python3 -c '
import re, sys
found = set()
for path in sys.stdin.read().split():
    with open(path, "rb") as f:
        found |= set(re.findall(rb"(?<![A-Za-z0-9_])[A-Z][A-Z0-9_]{3,40}(?=\0)", f.read()))
ours = re.compile(r"LD_|PATH$|HOME$|TMPDIR$|GLIBC_|MALLOC_|NETTLE_|SOURCE_DATE_EPOCH|.*SAN_OPTIONS")
print(*sorted(n for n in map(bytes.decode, found) if not ours.match(n)))')
for name in HB_SHAPER_LIST HB_OPTIONS JSIMD_FORCENONE JSIMD_FORCESSE2 EXPAT_ENTROPY_DEBUG JPEGMEM; do
    [ "$(uname -m)" != x86_64 ] || has -w "$name" <<<"$names" || fail "$name is not among the names of the libraries"
done
for value in fallback 1 0; do
    (
        for name in $names POSIXLY_CORRECT HB_FACE_LOADER; do export "$name=$value"; done 2>/dev/null # no such locale
        export JSIMD_FORCENONE=0
        make other
    ) || fail "$value"
    same "all names set to $value"
done
HB_OPTIONS=uniscribe-bug-compatible: HB_SHAPER_LIST=graphite2,fallback make other
same 'options of HarfBuzz'
[ -z "$DGS_SANITIZE" ] || exit 0
GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX,-AVX512F,-SSE4_2,-SSE4_1,-SSSE3,-ERMS,-BMI2 make other
same 'a lesser processor, to the C library'
NETTLE_FAT_OVERRIDE=vendor:other make other
same 'a lesser processor, to libnettle'
