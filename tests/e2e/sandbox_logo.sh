#!/bin/bash
# A logo outside the list's folder, or a link that leads there, is refused with what to do about it; --no-sandbox reads it.
. "$DGS_SRC/tests/e2e/lib.sh"
"$DGS_PDF" --version | has Landlock\ || skip 'this kernel has no Landlock'

mkdir "$tmp/other" logos
python3 "$tools/makepng.py" rgb8 "$tmp/other/logo.png" 60 40
cp "$tmp/other/logo.png" logos/inside.png
ln -s "$tmp/other/logo.png" link.png
printf 'name,logo\nA,logos/inside.png\nB,%s\nC,link.png\n' "$tmp/other/logo.png" >list.csv
run batch list.csv --out-dir out --parts guide
[ "$code" -eq 4 ] || fail "exit code $code, not 4"
advice='the logo is outside the folders that the sandbox may read: move it into the folder of the list or of the content'
grep -qxF "dgs-pdf: row 2: list.csv:3: $tmp/other/logo.png: $advice" "$tmp/err" || fail 'row 2 is not told what to do'
grep -qxF "dgs-pdf: row 3: list.csv:4: link.png: $advice" "$tmp/err" || fail 'row 3 is not told what to do'
[ "$(cd out && echo *.pdf)" = 0001-A.pdf ] || fail "made: $(ls out)"
ok batch list.csv --out-dir out --parts guide --resume --no-sandbox
[ "$(cd out && echo *.pdf)" = '0001-A.pdf 0002-B.pdf 0003-C.pdf' ] || fail "made: $(ls out)"

# A picture of the content that is a link to elsewhere.
ok init-content text
ln -sf "$tmp/other/logo.png" text/walking.svg
refuses 66 'text/walking.svg: the picture is outside the folders that the sandbox may read' --content text
