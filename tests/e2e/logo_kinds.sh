#!/bin/bash
# Every kind of PNG is taken, and looks on the page as other programs show it.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/looks.sh"

for kind in $(PYTHONPATH=$tools python3 -c 'import makepng; print(*makepng.KINDS)'); do
    python3 "$tools/makepng.py" "$kind" "$kind.png" 120 80
    case $kind in
    *-gamma) # samples that are light: netpbm, which heeds that only of full colours, shows them on a display of 2.2
        convert "$kind.png" "PNG24:full.png"
        pngtopnm -gamma=2.2 full.png >"$kind.pnm" 2>"$tmp/err" || fail "pngtopnm: $kind"
        ;;
    *) cp "$kind.png" "$kind.pnm" ;;
    esac
    looks "$kind.png" "$kind.pnm" 0.08
    [ "$(pdfimages -list look.pdf | grep -c ' image ')" -ge 1 ] || fail "$kind: no picture"
    pdfinfo -struct look.pdf | has Figure || fail "$kind: the logo is no Figure"
done
# The comparison sees a difference.
(looks rgb8.png rgb8-gamma.pnm 0.08) 2>"$tmp/err" && fail 'another gamma is not seen'
(looks rgb8.png grey8.png 0.08) 2>"$tmp/err" && fail 'other colours are not seen'
exit 0
