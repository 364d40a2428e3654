#!/bin/bash
# Bad rows are all told first, with row, line, column and reason; the others are made. Exit code 4.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/makepng.py" rgb8 logo.png 480 320
printf 'no picture' >broken.png
long=$(head -c 4097 /dev/zero | tr '\0' x)
cat >list.csv <<EOF
name,phone,logo,color
Good One,(503) 555-0142,logo.png,#7a2048
Bad Phone,call me,,red
"Two
lines",(503) 555-0142,,
Good Two,,,
No Logo,,nowhere.png,
Broken Logo,,broken.png,
No Color,,,blue-ish
Cells,call me,,blue-ish,one more
Stray "mark",,,
$long,,,
ཀཁ,,,
,,,
Good Three,,,
EOF
printf 'Latin \xe9,,,\n' >>list.csv
run batch list.csv --out-dir out
[ "$code" -eq 4 ] || fail "exit code $code, not 4"
# told ROW LINE RE
told() {
    grep -qE -- "^dgs-pdf: row $1: list.csv:$2: .*$3" "$tmp/err" || fail "row $1 is not told: $3"
}
told 2 3 phone
told 2 3 "color 'red' is not a color"
told 3 4 'name has a line break .* write it on one line'
told 5 7 'nowhere.png: cannot open the logo'
told 6 8 'broken.png'
told 7 9 'color'
told 8 10 'has 5 cells, but the first row names 4 columns'
told 9 11 'cell 1 has a quotation mark inside'
told 10 12 'name has 4097 bytes, but at most 4096 fit'
told 11 13 'name .*U\+0F40.*font'
told 13 16 'name is not valid UTF-8.*add --encoding windows-1252, which reads "Latin é"'
[ "$(wc -l <"$tmp/err")" -eq 12 ] || fail 'a row is told twice, or a good one is'
grep -q '10 of 13 rows are bad: correct them, and continue with --resume' "$tmp/err" || fail 'the number of bad rows is not told'
[ "$(cd out && ls ./*.pdf)" = $'./0001-Good One.pdf\n./0004-Good Two.pdf\n./0012-Good Three.pdf' ] || fail "other files: $(ls out)"
[ "$(grep -c '"error"' out/manifest.jsonl)" -eq 10 ] && [ "$(grep -c '"sha256"' out/manifest.jsonl)" -eq 3 ] ||
    fail "the manifest: $(cat out/manifest.jsonl)"

# More than --max-errors: nothing is made; as many: the good ones are.
run batch list.csv --out-dir few --max-errors 9
[ "$code" -eq 65 ] && [ ! -e few ] || fail "exit code $code with --max-errors 9"
grep -q 'list.csv: 10 rows are bad, more than --max-errors: correct them, or raise it; nothing was written' "$tmp/err" ||
    fail 'what to do is not said'
run batch list.csv --out-dir enough --max-errors 10
[ "$code" -eq 4 ] && [ "$(find enough -name '*.pdf' | wc -l)" -eq 3 ] || fail "exit code $code with --max-errors 10"

# Without the check the same handouts are made, the same rows told and the same manifest written.
run batch list.csv --out-dir unchecked --no-precheck
[ "$code" -eq 4 ] || fail "exit code $code with --no-precheck"
[ "$(grep -c '^dgs-pdf: row' "$tmp/err")" -eq 11 ] || fail 'not every bad row is told with --no-precheck'
diff -r --exclude manifest.jsonl out unchecked >/dev/null || fail 'other handouts with --no-precheck'

# A dry run tells the same and writes nothing.
run batch list.csv --out-dir dry --dry-run --json
[ "$code" -eq 4 ] && [ ! -e dry ] || fail "exit code $code with --dry-run"
python3 - "$tmp/out" <<'EOF' || fail 'the lines of the dry run'
import json, sys
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
assert [r["row"] for r in rows] == list(range(1, 14))
assert [r["row"] for r in rows if "error" not in r] == [1, 4, 12]
assert rows[0]["file"] == "0001-Good One.pdf" and rows[1]["exit"] == 65
EOF

# JSON Lines tell theirs.
cat >list.jsonl <<'EOF'
{"name": "Good"}
{"name": 5}
{"name": "A", "phnoe": "1"}
["name"]
{"name": "A"
{"name": "A", "name": "B"}
{"name": "A\u0000B"}
EOF
run batch list.jsonl --out-dir json
[ "$code" -eq 4 ] || fail "exit code $code for list.jsonl"
n=2
for words in 'name is not a string' "key 'phnoe' not found, did you mean phone" 'not a JSON object' 'is not valid JSON' 'duplicate' 'NUL'; do
    grep -qE "^dgs-pdf: row $n: list.jsonl:$n: .*$words" "$tmp/err" || fail "row $n of list.jsonl is not told: $words"
    n=$((n + 1))
done

# One of them is; where none was made there is nothing to continue.
printf 'name,phone\nAnna,(503) 555-0142\nBert,5\n' >one.csv
run batch one.csv --out-dir one
grep -q 'one.csv: 1 of 2 rows is bad: correct it, and continue with --resume$' "$tmp/err" || fail 'one of two rows'
printf 'name,phone\nAnna,5\nBert,5\n' >none.csv
run batch none.csv --out-dir none
grep -q 'none.csv: 2 of 2 rows are bad: correct them$' "$tmp/err" || fail 'all rows are bad'
