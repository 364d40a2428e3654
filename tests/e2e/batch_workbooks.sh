#!/bin/bash
# A workbook's rows give the handouts that the same rows of a CSV list give; what cannot be read is told with what to do.
. "$DGS_SRC/tests/e2e/lib.sh"

book() { # xlsx|ods FILE [SHEET...]: from JSON on standard input
    python3 "$tools/makebook.py" "$@"
}

sheets='[[["Hidden"], ["x"]],
 [["Practice Name", "Phone", "Address", "License", "Notes"],
  ["Willow Creek & Co", {"n": 5035550142, "t": "5.03555E+09"}, "12 Mill Lane\nSpringfield", {"n": 123, "f": "00000", "t": "00123"}, "new"],
  [],
  ["Müller Körper", "030 1234567"],
  [{"d": 1}, "", "", "", {"n": 5, "t": "5"}]],
 [["name"], ["Third"]]]'
printf 'name,phone,address,license\nWillow Creek & Co,5035550142,"12 Mill Lane\nSpringfield",00123\nMüller Körper,030 1234567\n' >list.csv
ok batch list.csv --out-dir csv --parts guide
for kind in xlsx ods; do
    book "$kind" "list.$kind" -First Practices 'Third one' <<<"$sheets"
    run batch "list.$kind" --out-dir "$kind" --parts guide --sheet practices
    [ "$code" -eq 4 ] || fail "exit code $code for $kind"
    has "^dgs-pdf: row 3: list.$kind:5: this row has text only in columns that are not used" <"$tmp/err" || fail "row 3 of $kind"
    has "^dgs-pdf: notice: list.$kind: not used, .*: 'Notes'$" <"$tmp/err" || fail "the column of $kind"
    for made in csv/*.pdf; do
        same_bytes "$made" "$kind/${made#csv/}"
    done
    ok batch "list.$kind" --out-dir third --sheet 3 --parts guide
    [ -e third/0001-Third.pdf ] || fail "no third sheet of $kind"
    rm -r third
    run batch "list.$kind" --out-dir none --sheet Fourth
    ended 65 "list.$kind: sheet 'Fourth' not found: it has '-?First', 'Practices', 'Third one'"
    cp "list.$kind" odd.csv # by what it is, not by its name
    run batch odd.csv --out-dir odd --sheet 2 --dry-run
    [ "$code" -eq 4 ] || fail "exit code $code for a workbook of another name"
done
run batch list.xlsx --out-dir none --dry-run # the first one that is not hidden
has "^dgs-pdf: list.xlsx: reading the sheet 'Practices': use --sheet for another one" <"$tmp/err" || fail 'which sheet is not told'

# What Excel writes for a carriage return, and Numbers as its first sheet.
book xlsx escaped.xlsx 'Export Summary' Practices <<<'[[["This was exported"]],[["name","address"],["A_x005F_x000D_","12 Mill Lane_x000D_\nSalem"]]]'
ok batch escaped.xlsx --out-dir escaped --parts guide
ok --out plain.pdf --practice-name 'A_x000D_' --address '12 Mill Lane\nSalem' --parts guide
same_bytes plain.pdf "$(echo escaped/*.pdf)"

# Values that a sheet does not have as words.
book xlsx bad.xlsx <<<'[[["name","phone","hours"],["A",{"n":1e19},{"n":45000,"f":"mm/dd/yyyy"}],[{"e":"#N/A"},"5.03555E+09"]]]'
run batch bad.xlsx --out-dir none --dry-run
[ "$code" -eq 4 ] || fail "exit code $code for bad.xlsx"
has 'row 1: bad.xlsx:2: phone is a date, or a number in an unsupported format: format the cell as text' <"$tmp/err" || fail 'a large number'
has 'row 1: bad.xlsx:2: hours is a date, or a number in an unsupported format' <"$tmp/err" || fail 'a date'
has "row 2: bad.xlsx:3: name is '#N/A'" <"$tmp/err" || fail 'an error value'
has "row 2: bad.xlsx:3: phone '5.03555E+09' .*spreadsheet" <"$tmp/err" || fail 'a shortened number'

# What is no workbook that can be read.
refuses_book() { # RE FILE
    run batch "$2" --out-dir none
    ended 65 "$1"
    [ ! -e none ] || fail "something was written for $2"
}
zip_of() { # FILE NAME CONTENT...
    python3 -c 'import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
    for name, text in zip(sys.argv[2::2], sys.argv[3::2]): z.writestr(name, text)' "$@"
}
printf '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more' >old.xls
refuses_book 'old.xls: is an old workbook \(.xls\), or one with a password: save it as .xlsx without a password, or as CSV' old.xls
zip_of list.numbers Index/Document.iwa x
refuses_book 'list.numbers: is a Numbers document: export it in Numbers as CSV' list.numbers
zip_of list.xlsb '[Content_Types].xml' x xl/workbook.bin x
refuses_book 'list.xlsb: is a binary workbook' list.xlsb
zip_of text.docx '[Content_Types].xml' x word/document.xml x
refuses_book 'text.docx: is a Word document, not a list' text.docx
zip_of text.odt mimetype x content.xml '<a/>'
refuses_book 'text.odt: is an office document without a table' text.odt
zip_of other.zip some.txt x
refuses_book 'other.zip: is an archive but not a workbook' other.zip
head -c 600 list.xlsx >cut.xlsx
refuses_book 'cut.xlsx: is an archive but not a workbook, or is damaged' cut.xlsx
zip_of bad.xlsx '[Content_Types].xml' x _rels/.rels '<a' xl/workbook.xml x
refuses_book 'bad.xlsx: the workbook cannot be read \(_rels/.rels in it is damaged, or there is a password\)' bad.xlsx
zip_of bad.ods content.xml '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
refuses_book 'bad.ods: the workbook cannot be read' bad.ods
python3 - list.ods damaged.ods <<'EOP'
import sys
data = bytearray(open(sys.argv[1], "rb").read())
data[data.index(b"content.xml") + 60] ^= 0x55
open(sys.argv[2], "wb").write(data)
EOP
refuses_book 'damaged.ods: the workbook (is damaged \(content.xml in it cannot be unpacked\)|cannot be read)' damaged.ods

# Limits: unpacked bytes, cells, and rows that are repeated without end.
python3 - <<'EOP'
import zipfile
def book(name, body):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as z:
        with z.open("content.xml", "w") as f:
            for piece in body:
                f.write(piece.encode())
head = '<a xmlns:t="t" xmlns:x="x"><t:table t:name="A"><t:table-row><t:table-cell><x:p>name</x:p></t:table-cell></t:table-row>'
book("bomb.ods", [head] + ["<b>" + " " * 1000000 + "</b>"] * 135)
book("cells.ods", [head + '<t:table-row t:number-rows-repeated="1048576"><t:table-cell><x:p>A</x:p></t:table-cell></t:table-row></t:table></a>'])
book("wide.ods", [head + '<t:table-row t:number-rows-repeated="100000"><t:table-cell t:number-columns-repeated="16384"><x:p>A</x:p></t:table-cell></t:table-row></t:table></a>'])
EOP
refuses_book 'bomb.ods: the workbook is too large \(content.xml in it has more than 128 MB\): save the sheet as CSV' bomb.ods
refuses_book 'cells.ods: the sheet has more than 1000000 cells: save it as CSV' cells.ods
refuses_book 'wide.ods: the sheet has more than 1000000 cells' wide.ods
