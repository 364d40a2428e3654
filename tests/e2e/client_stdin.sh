#!/bin/bash
# --client-stdin keeps the client's data out of the process list and gives the same handout as the options.
. "$DGS_SRC/tests/e2e/lib.sh"

printf 'client = Maria Lopez\ndate = 24 November 2026\nnote = Walk daily\nfocus = 1,4\n' >client.txt
ok --client-stdin --out stdin.pdf <client.txt
ok --client 'Maria Lopez' --date '24 November 2026' --note 'Walk daily' --focus 1,4 --out options.pdf
same_bytes stdin.pdf options.pdf
says stdin.pdf 'Maria Lopez' 1
printf 'client = Maria Lopez\nwrong = Maria\n' >client.txt
run --client-stdin --out stdin.pdf <client.txt
ended 65 'standard input:2: unknown key'
! grep -q Maria "$tmp/err" || fail "the client's name is in an error"
# What is read is what the caller left of it, out of a pipe too; where there is nothing to read from, that is told.
printf 'client = Nobody\nclient = Maria Lopez\ndate = 24 November 2026\nnote = Walk daily\nfocus = 1,4\n' >client.txt
(read -r _ && ok --client-stdin --out rest.pdf) <client.txt
same_bytes rest.pdf options.pdf
ok --client-stdin --out piped.pdf < <(tail -n 4 client.txt)
same_bytes piped.pdf options.pdf
run --client-stdin --out none.pdf <&-
ended 66 "/dev/stdin: standard input is closed, or is a folder: send the client's data there"
run --profile /dev/stdin --out none.pdf <&-
ended 66 '/dev/stdin: standard input is closed, or is a folder: send the profile there'
[ ! -e none.pdf ] || fail 'something was written'
