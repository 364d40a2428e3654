#!/bin/bash
# The manifest is true, and --resume makes anew what is missing or has changed, and nothing else.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/makepng.py" rgb8 logo.png 480 320
cp logo.png other.png
python3 "$tools/rows.py" 12 --logo logo.png >list.csv
sed -i '6s/logo.png/other.png/' list.csv # row 5
batch() {
    ok batch list.csv --out-dir out --parts guide "$@"
}

batch --json
same_bytes "$tmp/out" out/manifest.jsonl
python3 - <<'EOF' || fail 'the manifest is not true'
import hashlib, json, os
rows = [json.loads(line) for line in open("out/manifest.jsonl", encoding="utf-8")]
assert [r["row"] for r in rows] == list(range(1, 13))
for r in rows:
    assert list(r) == ["row", "file", "sha256", "bytes", "pages", "warnings", "notices", "inputs"], r
    data = open("out/" + r["file"], "rb").read()
    assert hashlib.sha256(data).hexdigest() == r["sha256"] and len(data) == r["bytes"] and r["pages"] == 2
    assert isinstance(r["warnings"], list)
assert len({r["inputs"] for r in rows}) == 12
assert {r["file"] for r in rows} | {"manifest.jsonl"} == set(os.listdir("out"))
EOF
cp -r out clean

# made_anew NUMBERS [OPTION]...: these rows, and no others, are written again by --resume.
made_anew() {
    touch -d '2020-01-01' out/*.pdf
    batch --resume "${@:2}"
    found=$(cd out && find . -name '*.pdf' -newermt 2021-01-01 | sed 's/^..0*//; s/-.*//' | sort -n | tr '\n' ' ')
    [ "$found" = "${1:+$1 }" ] || fail "made anew: ${found:-none}, not ${1:-none}"
}
made_anew ''
diff -r out clean || fail 'another folder after --resume with nothing to do'
rm out/0003-*
printf x >>"$(echo out/0007-*)"
made_anew '3 7'
diff -r out clean || fail 'another folder after --resume'
sed -i '5s/(503)/(504)/' list.csv
made_anew 4
python3 "$tools/makepng.py" rgb8 other.png 320 480
made_anew 5
made_anew "$(seq -s ' ' 12)" --color '#123456' --large-print
made_anew '' --color '#123456' --large-print
printf 'footer_note = Please cancel early.\n' >all.ini
made_anew "$(seq -s ' ' 12)" --profile all.ini
made_anew "$(seq -s ' ' 12)" --content "$DGS_SRC/assets/handouts/deep-gluteal/en-US"
sed -i '$d' list.csv # a row that is gone
made_anew "$(seq -s ' ' 11)"
[ "$(wc -l <out/manifest.jsonl)" -eq 11 ] || fail 'the manifest has a row that the list has not'

# A manifest that was cut off, or is none.
truncate -s -20 out/manifest.jsonl
made_anew 11
echo garbage >out/manifest.jsonl
made_anew "$(seq -s ' ' 11)"
cp -r out again
batch
diff -r out again || fail 'a clean run gives another folder'

# Handouts of rows that were renamed, removed or have become bad stay, and a notice says how many they are.
printf 'name,phone\nAnna,(503) 555-0142\nBert,(503) 555-0143\nCarl,(503) 555-0144\n' >names.csv
ok batch names.csv --out-dir names --parts guide
printf 'name,phone\nAnne,(503) 555-0142\nBert,5\n' >names.csv
run batch names.csv --out-dir names --parts guide --resume
[ "$code" -eq 4 ] || fail "exit code $code"
grep -qx 'dgs-pdf: notice: names: also has 3 PDF files that this run did not make: deliver only the files that manifest.jsonl lists' \
    "$tmp/err" || fail 'old handouts are not reported'
rm names/0001-Anna.pdf names/0002-Bert.pdf
run batch names.csv --out-dir names --parts guide --resume
grep -q 'names: also has 1 PDF file that this run' "$tmp/err" || fail 'one old handout is not reported'
run batch names.csv --out-dir names --parts guide --resume -q
! grep -q 'also has' "$tmp/err" || fail '--quiet reports old handouts'
rm names/0003-Carl.pdf
run batch names.csv --out-dir names --parts guide --resume
! grep -q 'also has' "$tmp/err" || fail 'a notice without old handouts'
