#!/bin/bash
# Logos of extreme shapes keep their shape and leave four pages.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/makepng.py" rgb8 wide.png 600 12
python3 "$tools/makepng.py" rgb8 tall.png 12 600
python3 "$tools/makepng.py" rgb8 dot.png 1 1
for shape in wide tall dot; do
    ok --out $shape.pdf --logo $shape.png --practice-name 'Anna Perez' --tagline Rest
    [ "$(pages $shape.pdf)" -eq 4 ] || fail "$shape: $(pages $shape.pdf) pages"
    "$DGS_PDF" -q --logo $shape.png --practice-name 'Anna Perez' --tagline Rest --dump layout | awk -v shape=$shape '
        $6 == "picture" { seen = 1; ratio = $4 / $5
            want = shape == "wide" ? 50 : shape == "tall" ? 0.02 : 1
            if (ratio < want * 0.9 || ratio > want * 1.1) { print "ratio " ratio; exit 1 } }
        END { if (!seen) { print "no picture"; exit 1 } }' || fail "$shape"
done
