#!/bin/bash
# All words of a title are as bold as its closest letters ask for: those with a vowel sign or a narrow gap, wherever they are.
. "$DGS_SRC/tests/e2e/lib.sh"
# widths NAME: of the outlines on page 1
widths() {
    ok --parts guide --practice-name "$1" --out bold.pdf
    qpdf --qdf --object-streams=disable bold.pdf - | grep -aE '^0\.[0-9]+ w$' | sort -u | xargs
}
plain=$(widths 'ماساژ میخواهم')
for name in 'می‌خواهم ماساژ' 'ماساژ می‌خواهم' 'ماساژ میخواهَم'; do
    width=$(widths "$name")
    [[ $width =~ ^0\.[0-9]+\ w$ ]] || fail "$name: not one outline, but: $width"
    python3 -c 'import sys; sys.exit(not float(sys.argv[1]) < 0.9 * float(sys.argv[2]))' "${width% w}" "${plain% w}" ||
        fail "$name: its outline is $width, that of plain words $plain"
done
