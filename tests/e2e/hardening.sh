#!/bin/bash
# The program as it ships is built so that a fault in memory is hard to use.
. "$DGS_SRC/tests/e2e/lib.sh"

readelf -hldW "$DGS_PDF" >"$tmp/elf"
nm -D --undefined-only "$DGS_PDF" >"$tmp/needs"
has '^ *Type: *DYN (Position-Independent' <"$tmp/elf" || fail 'it is not position independent'
has 'FLAGS_1.* PIE' <"$tmp/elf" || fail 'it is not position independent'
has '^ *GNU_RELRO ' <"$tmp/elf" || fail 'its tables of addresses stay writable'
has 'FLAGS_1.* NOW' <"$tmp/elf" || fail 'its table of functions is filled late, so it stays writable'
has '^ *GNU_STACK .* RW ' <"$tmp/elf" || fail 'its stack can be run as code'
! has '^ *LOAD .* RWE ' <"$tmp/elf" || fail 'memory of it can be written and run'
has ' U __stack_chk_fail' <"$tmp/needs" || fail 'it has no stack protector'

# Sanitizers have their own checks in place of these, and a thread.
[ -z "${DGS_SANITIZE:-}" ] || exit 0
! has -E ' U (pthread_create|thrd_create)' <"$tmp/needs" || fail 'it starts threads, which nothing here is made for'
has ' U __snprintf_chk' <"$tmp/needs" || fail 'it is built without FORTIFY'
# The mark for CET is looked for in our code, not in the program: the linker leaves it out there as long as one part has
# none, and the start files of Debian 12 have none.
[ "$(uname -m)" = x86_64 ] || exit 0
count=0
while read -r object; do
    readelf -n "$object" | has 'IBT, SHSTK' || fail "$object is built without -fcf-protection"
    count=$((count + 1))
done < <(find "$DGS_BUILD/CMakeFiles" -path '*/dgs_*.c.o' -o -path '*/dgs-pdf.dir/*.c.o')
[ "$count" -ge 50 ] || fail "only $count objects of the program were found"
