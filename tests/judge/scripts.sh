#!/bin/bash
# Names in all scripts, before judges that share no code with us: veraPDF finds each handout conformant with what it claims,
# and poppler, PDFium, pdfminer and pdf.js find their words.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
names=$DGS_SRC/tests/tools/names.py
fonts=$DGS_SRC/build/dgs-pdf-cjk.fonts
more=() east=()
[ ! -e "$fonts" ] || { more=(--fonts "$fonts") east=(cjk); }
unset SOURCE_DATE_EPOCH DGS_PDF_PROFILE
export XDG_CONFIG_HOME=$tmp XDG_CONFIG_DIRS=$tmp
PYTHONPATH=$("$DGS_SRC/tests/tools/fetched.sh" pdfium):$("$DGS_SRC/tests/tools/fetched.sh" pdfminer)
export PYTHONPATH
python3 "$names" list "$tmp/list.csv" "${east[@]}"
"$DGS_PDF" batch "$tmp/list.csv" -q "${more[@]}" --out-dir "$tmp/out" --file-name '{n}.pdf' --parts guide
python3 "$names" read "$tmp/out" "${east[@]}"
mapfile -t fields <"$DGS_SRC/tests/names/fields.txt"
for variant in '' --large-print --ink=gray --ink=saver '--paper a5' '--paper phone' --booklet '--client אנה --note สวัสดี'; do # each field
    read -ra how <<<"$variant"
    "$DGS_PDF" -q --out "$tmp/out/fields${variant// /}.pdf" "${fields[@]}" "${how[@]}"
done
for flavour in ua1 2a; do
    "$DGS_SRC/tests/tools/verapdf.sh" $flavour "$tmp"/out/*.pdf
done
mkdir "$tmp/planted" # and they see that words are others
for file in "$tmp"/out/*.pdf; do cp "$tmp/out/1.pdf" "$tmp/planted/${file##*/}"; done
if python3 "$names" read "$tmp/planted" "${east[@]}" >"$tmp/said"; then
    echo 'no reader saw that the names are others' >&2
    exit 1
fi
