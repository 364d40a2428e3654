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
ended 65 'standard input:2: this key is not known'
! grep -q Maria "$tmp/err" || fail "the client's name is in an error"
