#!/bin/bash
# A list gives the same handouts in whatever manner a program writes it: those that LibreOffice wrote in five languages are in
# tests/exports, those of other programs are made after what they write.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/exports.py" lists

# made LIST PLAIN [OPTION...]: the handouts of the list are those of the plain one.
made() {
    local list=$1 plain=$2
    shift 2
    rm -rf out
    ok batch "$list" --out-dir out --parts guide "$@"
    diff -rq -x manifest.jsonl "$plain" out >/dev/null || fail "other handouts from $list: $(diff -rq -x manifest.jsonl "$plain" out)"
}

ok batch lists/plain.csv --out-dir plain --parts guide
count=0
for list in lists/*.csv lists/*.json lists/*.jsonl lists/book*.*; do
    [ ! -e "${list%.*}.encoding" ] || continue
    made "$list" plain
    count=$((count + 1))
done
[ "$count" -ge 78 ] || fail "only $count manners"
for list in polish western mac russian; do
    cp "lists/$list.plain" "$list.csv"
    ok batch "$list.csv" --out-dir "$list" --parts guide
    made "lists/$list.csv" "$list" --encoding "$(cat "lists/$list.encoding")"
done

exports=$DGS_SRC/tests/exports
for list in libreoffice-{en-US.ods,de-DE.xlsx,fr-FR-utf-16.csv,es-ES-semicolons.csv}; do
    made "$exports/$list" plain
done
# This one lost letters that its code page has not.
run batch "$exports/libreoffice-pl-PL-windows-1250.csv" --out-dir polish --parts guide --encoding windows-1250
[ "$code" -eq 4 ] || fail "exit code $code for letters that were lost"
has 'row 3: .*:5: name has a ? before a letter, as if another program had lost one ("Cr?me "Br?lée"")' <"$tmp/err" || fail 'row 3'
has 'row 4: .*:7: name has a ? before a letter' <"$tmp/err" || fail 'row 4'
same_bytes "$(echo plain/0002*)" "$(echo polish/0002*)"
run batch "$exports/libreoffice-de-DE.xls" --out-dir none
ended 65 'libreoffice-de-DE.xls: is an old workbook'
