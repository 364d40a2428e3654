#!/bin/bash
# --dump content prints the whole text and writes no file.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --dump content
[ -z "$(ls -A)" ] || fail 'a file was written'
for words in '5 Easy Steps to Better Health' 'scoliosis' 'wallet' 'magic' '911' 'Your 14 days'; do
    grep -q "$words" "$tmp/out" || fail "it does not say: $words"
done
iconv -f utf-8 -t utf-8 "$tmp/out" >/dev/null || fail 'no UTF-8'
ok --dump content --out x.pdf
[ ! -e x.pdf ] || fail '--dump wrote the file too'
