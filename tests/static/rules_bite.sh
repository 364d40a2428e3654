#!/bin/bash
# Plants one breach after the other in a copy of the source: each rule must find it.
set -euo pipefail
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
rules="python3 $DGS_SRC/tests/static/rules.py"

fresh() {
    rm -rf "${copy:?}"/*
    mkdir -p "$copy/tests"
    mkdir -p "$copy/assets"
    cp -r "$DGS_SRC/src" "$DGS_SRC/CMakeLists.txt" "$copy"
    cp -r "$DGS_SRC/assets/handouts" "$copy/assets"
}

# finds RULE WORDS: the rule must fail and say the words.
finds() {
    if found=$($rules "$1" "$copy"); then
        echo "the rule '$1' did not see: $2" >&2
        exit 1
    fi
    grep -q -- "$2" <<<"$found" || { printf "the rule '%s' did not say '%s' but:\n%s\n" "$1" "$2" "$found" >&2; exit 1; }
    fresh
}

fresh
$rules includes "$copy" >/dev/null # the source as it is passes
echo '#include "pdf/pdf.h"' >"$copy/src/layout/planted.c"
finds includes 'layout/planted.c:1: "pdf/pdf.h": layout does not link pdf'
echo '#include "layout/pages.h"' >"$copy/src/base/planted.h"
finds includes 'base/planted.h:1: .*base does not link layout'
echo '#include "cli/job.h"' >"$copy/src/batch/planted.c"
finds includes 'batch/planted.c:1: .*batch does not link cli'
echo '#include "batch/batch.h"' >"$copy/src/sandbox/planted.c"
finds includes 'sandbox/planted.c:1: .*sandbox does not link batch'
echo '#include "host/file.h"' >"$copy/src/content/planted.c"
finds includes 'content/planted.c:1: .*content does not link host'
echo '#include "cli/job.h"' >"$copy/src/content/planted.c"
finds includes 'content/planted.c:1: .*content does not link cli'
echo '#include "check/check.h"' >"$copy/src/pdf/planted.c" # neither is before the other
finds includes 'pdf/planted.c:1: .*pdf does not link check'
echo '#include "text/text.h"' >"$copy/src/print/planted.c"
sed -i '/^dgs_room(print/,/)/s/dgs_text//' "$copy/CMakeLists.txt" # a link of a link is none
finds includes 'print/planted.c:1: .*print does not link text'
echo '#include "qr/qr.h"' >>"$copy/src/main.c"
finds includes 'main.c:[0-9]*: "qr/qr.h": main.c does not link qr'
sed -i 's/^dgs_room(text /&dgs_image /' "$copy/CMakeLists.txt"
finds includes 'CMakeLists.txt:[0-9]*: text links image and includes nothing of it'
sed -i 's/^dgs_room(order /&dgs_profile /' "$copy/CMakeLists.txt"
finds includes 'CMakeLists.txt:[0-9]*: order links profile, which has no line before it'
sed -i '/^dgs_room(base/i dgs_room(attic)' "$copy/CMakeLists.txt"
finds includes 'CMakeLists.txt:[0-9]*: there is no src/attic'
echo '#include "attic/attic.h"' >"$copy/src/base/planted.c"
finds includes 'there is no room attic'
echo '#include <hpdf.h>' >"$copy/src/layout/planted.c"
finds includes 'layout/planted.c:1: <hpdf.h> belongs to'
echo '#include <hb-subset.h>' >"$copy/src/pdf/planted.c"
finds includes '<hb-subset.h> belongs to src/text/'
echo '#include <png.h>' >"$copy/src/pdf/planted.c"
finds includes '<png.h> belongs to src/image/'
echo '#include <cmark.h>' >"$copy/src/main.c"
finds includes 'main.c:1: <cmark.h> belongs to src/content/'
echo '#include <time.h>' >"$copy/src/layout/planted.c"
finds includes 'layout is pure'
echo '#include <glib.h>' >"$copy/src/base/planted.c"
finds includes '<glib.h> is neither'
echo '#include "planted.h"' >"$copy/src/base/planted.c"
finds includes 'write "room/file.h"'
mkdir "$copy/src/cellar" && echo '#include "base/str.h"' >"$copy/src/cellar/planted.c"
finds includes 'the room cellar has no line in CMakeLists.txt'
mkdir "$copy/build"
for room in $(sed -n 's/^dgs_room(\([a-z]*\).*/\1/p' "$copy/CMakeLists.txt"); do
    called=dgs_planted_base
    [ "$room" != qr ] || called=dgs_planted_pdf
    echo "void $called(void);void dgs_planted_$room(void);void dgs_planted_$room(void){$called();}" | cc -x c -c -o "$copy/build/$room.o" -
    ar rc "$copy/build/libdgs_$room.a" "$copy/build/$room.o"
done
DGS_BUILD=$copy/build finds calls 'qr does not link pdf and calls its dgs_planted_pdf()'
# An engine's library with one object for each call; what it may call is not told.
echo "void dgs_handout_make(void); void dgs_handout_make(void){}" >"$copy/make.c"
refused='fopen fputs __printf_chk __fprintf_chk open open64 openat stat read write getenv secure_getenv time clock_gettime getrandom rand
    fork execve posix_spawn system signal sigaction raise __sigsetjmp abort socket png_init_io jpeg_stdio_src cmark_parse_file json_dumpf
    json_dump_file ini_parse ini_parse_file hb_blob_create_from_file HPDF_SaveToFile HPDF_FileWriter_New gzopen strerror'
mkdir "$copy/build"
for call in $refused snprintf __vsnprintf_chk __memcpy_chk hb_shape json_dump_callback; do
    echo "void $call(void); void dgs_planted_$call(void); void dgs_planted_$call(void){$call();}" |
        cc -fno-builtin -x c -c -o "$copy/build/$call.o" -
done
cc -c -o "$copy/build/make.o" "$copy/make.c"
ar rcs "$copy/build/libdgs-handout.a" "$copy"/build/*.o
! found=$(DGS_BUILD=$copy/build $rules engine "$copy") || { echo "the rule 'engine' saw nothing" >&2; exit 1; }
for call in $refused; do
    grep -q "^$call.o:1: uses $call," <<<"$found" || { echo "the rule 'engine' did not see $call()" >&2; exit 1; }
done
[ "$(wc -l <<<"$found")" -eq "$(wc -w <<<"$refused")" ] || { printf "the rule 'engine' said more:\n%s\n" "$found" >&2; exit 1; }
fresh
mkdir "$copy/build" && ar rcs "$copy/build/libdgs-handout.a" # that it is empty is no proof
DGS_BUILD=$copy/build finds engine 'has no dgs_handout_make'
fresh
{ printf 'void f(void)\n{\n'; printf '    g(%s);\n' $(seq 39); echo '}'; } >"$copy/src/base/planted.c"
finds sizes 'base/planted.c:2: a function of 41 lines'
for i in $(seq 30); do { printf 'void f(void)\n{\n'; printf '    g(%s);\n' $(seq 11); echo '}'; } >"$copy/src/qr/planted$i.c"; done
finds sizes 'src/qr:1: functions have 13 lines in the median'
printf 'int x%s;\n' $(seq 601) >"$copy/src/base/planted.c"
finds sizes 'planted.c:601: 601 lines'
echo 'bool f(const char *a, int b, int c, bool (*call)(int, int, int), int e, int f, dgs_err *err);' >"$copy/src/pdf/planted.c"
printf 'static bool f(const char *a, int b, int c, bool (*call)(int, int, int),\n              int e, dgs_err *err)\n{\n}\n' >>"$copy/src/pdf/planted.c"
$rules sizes "$copy" >/dev/null # six, and a declaration counts where it is defined
engine='base order profile image text qr content layout check pdf handout'
for room in $engine; do
    printf 'int x;\n\nbool f(const char *a, int b, int c, int d,\n       int e, int f, dgs_err *err)\n{\n}\n' >"$copy/src/$room/planted.c"
done
! found=$($rules sizes "$copy") || { echo "the rule 'sizes' saw nothing" >&2; exit 1; }
for room in $engine; do
    grep -q "^src/$room/planted.c:3: f takes 7 parameters" <<<"$found" || { echo "the rule 'sizes' did not see $room" >&2; exit 1; }
done
fresh
$rules banners "$copy" >/dev/null
mkdir -p "$copy/tests/unit"
for file in src/text/planted.h tests/unit/planted.c tests/planted.py; do
    printf '%s\n' '// ---- reading ----' '//------' '/* ==== reading ==== */' '// reading -----' '    # --- reading' '/***** reading *****/' >"$copy/$file"
done
! found=$($rules banners "$copy") || { echo "the rule 'banners' saw nothing" >&2; exit 1; }
for file in src/text/planted.h tests/unit/planted.c tests/planted.py; do
    [ "$(grep -c "^$file:[1-6]: a banner" <<<"$found")" -eq 6 ] || { printf "the rule 'banners' said:\n%s\n" "$found" >&2; exit 1; }
done
fresh
$rules types "$copy" >/dev/null
for type in 'typedef struct dgs_doc {' 'typedef enum dgs_doc { A } dgs_doc;' 'typedef int dgs_doc;' 'typedef void (*dgs_doc)(int);'; do
    { echo "$type"; [[ $type == *';' ]] || printf '    int x;\n} dgs_doc;\n'; } >"$copy/src/text/planted.h"
    finds types 'dgs_doc is also the name of a type in src/content/doc.h'
done
$rules house "$copy" >/dev/null
picture=$copy/src/README.md
sed -i 's/ qr ─▶ base$/ qr ─▶ text/' "$picture"
finds house 'qr has an arrow to text'
sed -i 's/ qr ─▶ base$/ qr ─▶ text/' "$picture"
finds house 'there is no arrow from qr to base'
sed -i '/├▶ text ─▶ base/d' "$picture"
finds house 'there is no arrow from layout to text'
sed -i 's/^sandbox ─┬▶ host/&, qr ─▶ order ─▶ base/' "$picture"
finds house 'qr has an arrow to order'
sed -i 's/^ *└▶ check ─▶ layout/&\n\ncontent ─▶ base/' "$picture" # by way of others
finds house 'content has an arrow to base'
sed -i 's/^dgs_room(save dgs_base/& dgs_order/' "$copy/CMakeLists.txt"
finds house 'there is no arrow from save to order'
sed -i '/^| .cli. |/d' "$picture"
finds house 'do not both have the room cli'
printf '| \x60attic\x60 | what is left |\n' >>"$picture"
finds house 'do not both have the room attic'
sed -i '/^dgs_room(cli/i dgs_room(attic dgs_base)' "$copy/CMakeLists.txt"
finds house 'there is no arrow from attic to base'
echo 'bool dgs_table_refill(dgs_doc *doc);' >"$copy/src/content/planted.h"
finds house 'src/content/planted.h is for variable data and not named'
sed -i 's,.layout/layout.h.,& \x60layout/style.h\x60,' "$picture"
finds house 'src/layout/style.h is named and holds nothing'
$rules said "$copy" >/dev/null
for call in 'fprintf(stderr, "%s", name)' 'printf("%s", name)' 'fputs(name, stderr)' 'fputc(c, to)' 'puts(name)' 'perror(name)' \
    'fwrite(p, 1, n, stdout)' 'dprintf(2, "x")' 'write(STDERR_FILENO, p, n)' 'write(2, p, n)' 'vfprintf(to, format, args)' \
    'json_dumpf(all, stdout, 0)' 'dgs_content_dump(doc, stdout)'; do
    printf 'void f(void)\n{\n    (void)%s;\n}\n' "$call" >"$copy/src/check/planted.c"
    finds said 'check/planted.c:3: prints by itself'
done
echo "// see /ho""me/me/notes" >"$copy/src/base/planted.c"
finds paths 'planted.c:1: names a folder'
finds files 'LICENSE:1: is missing'
touch "$copy/stray"
finds files 'stray:1: has no place at the top'
$rules parts "$copy" >/dev/null
for line in 'enum { DGS_PART_GUIDE = 1 };' '// the article comes second' 'const char *name = "worksheet.md";' 'int guide_pages;' \
    '    if (strcmp(part->keyword, "guide") == 0)' '// "article"'; do
    echo "$line" >"$copy/src/content/planted.c"
    finds parts 'content/planted.c:1: names the part'
done
echo '// the article' >"$copy/src/layout/client.c"
finds parts 'layout/client.c:1: names the part'
mkdir -p "$copy/assets/handouts/neck/en-US"
echo '- part: moves, moves.md, steps, 1 page' >"$copy/assets/handouts/neck/en-US/handout.md"
echo 'const char *file = "moves.md";' >"$copy/src/content/planted.c"
finds parts 'content/planted.c:1: names the part moves'
rm -r "$copy/assets/handouts"
finds parts 'there is no manifest'
