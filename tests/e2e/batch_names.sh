#!/bin/bash
# The names of a batch's files: from the template, safe, and never two alike.
. "$DGS_SRC/tests/e2e/lib.sh"

printf 'name,tagline\nAnna,../../etc/passwd\nBert,.hidden\nCarl,CON\n' >list.csv
ok batch list.csv --out-dir out --file-name '{tagline}'
[ "$(cd out && find . -type f | sort)" = $'./CON-.pdf\n./_..-..-etc-passwd.pdf\n./_.hidden.pdf\n./manifest.jsonl' ] ||
    fail "other names: $(ls -A out)"
ok batch list.csv --out-dir plain --file-name '{name} {n}.pdf'
[ -e 'plain/Anna 1.pdf' ] || fail "other names: $(ls -A plain)"

# Names that are alike but for upper and lower case are told before anything is written.
printf 'name\nAnna\nBert\nANNA\nÄrzte\närzte\n' >list.csv
run batch list.csv --out-dir twice --file-name '{name}.pdf'
[ "$code" -eq 65 ] && [ ! -e twice ] || fail "exit code $code for names that collide"
grep -q "^dgs-pdf: row 3: list.csv:4: .* of row 1's, ANNA.pdf" "$tmp/err" &&
    grep -q "^dgs-pdf: row 5: .* of row 4's" "$tmp/err" || fail 'the colliding rows are not told'
run batch list.csv --out-dir twice --file-name '{name}.pdf' --no-precheck
[ "$code" -eq 65 ] && [ ! -e twice ] || fail "exit code $code for names that collide, without the check"
run batch list.csv --out-dir twice --file-name '{name}.pdf' --shard 1/3 # both rows are another shard's
[ "$code" -eq 65 ] && [ ! -e twice ] || fail "exit code $code for names that collide in another shard"

# So are those that are alike but for the form of their letters; Turkish letters are others, and no name is an option.
printf 'name\nCafé\nCafe\xcc\x81\n' >list.csv
run batch list.csv --out-dir twice --file-name '{name}.pdf'
[ "$code" -eq 65 ] && [ ! -e twice ] || fail "exit code $code for names in two forms"
grep -q "^dgs-pdf: row 2: list.csv:3: .* of row 1's, Café.pdf" "$tmp/err" || fail 'the name in another form is not told'
printf 'name\nılca\nİlca\nilca\n-rf\nCOM¹\n' >list.csv
ok batch list.csv --out-dir turkish --file-name '{name}'
(cd turkish && [ -e ılca.pdf ] && [ -e İlca.pdf ] && [ -e ilca.pdf ] && [ -e _-rf.pdf ] && [ -e COM¹-.pdf ]) ||
    fail "other names: $(ls -A turkish)"

for wrong in '{nam}' '{n:4}' '{n' 'a}' 'a/{n}' ''; do
    run batch list.csv --out-dir wrong --file-name "$wrong"
    ended 2 '--file-name'
done

# A field may name any column of the list, a part of the address too; such a column is used, and no notice names it.
printf 'Account ID,name,city,notes\nW-1,Anna,Bend,x\nW-2,Bert,Salem,\n' >list.csv
run batch list.csv --out-dir column --file-name '{account_id}-{City}'
[ "$code" -eq 0 ] && [ -e column/W-1-Bend.pdf ] && [ -e column/W-2-Salem.pdf ] || fail "other names: $(ls -A column)"
grep -q "'notes'" "$tmp/err" && ! grep -q "Account ID" "$tmp/err" || fail 'a column of the names is called unused'
run batch list.csv --out-dir wrong --file-name '{id}'
ended 2 "has \{id\}, which is not a column of list.csv: write \{n\}, .* or another column \('Account ID', 'notes' and 'city'\)"
printf 'name\nAnna\n' >list.csv
run batch list.csv --out-dir wrong --file-name '{nam}'
ended 2 'has \{nam\}, which is not a column of list.csv: did you mean \{name\}\?'
[ ! -e wrong ] || fail 'something was written for a field that is not a column'
printf '{"name": "Anna", "id": 7}\n{"name": "Bert"}\n' >list.jsonl
run batch list.jsonl --out-dir objects --file-name '{id}'
[ "$code" -eq 4 ] && [ -e objects/7.pdf ] || fail "exit code $code; other names: $(ls -A objects)"
grep -q "list.jsonl:2: key 'id' not found, which --file-name uses: add it" "$tmp/err" || fail 'the object without a key is not named'
printf 'id,name\n1,Anna\n,Bert\n' >list.csv
run batch list.csv --out-dir empty --file-name '{id}'
[ "$code" -eq 4 ] && [ "$(cd empty && echo *.pdf)" = 1.pdf ] || fail "exit code $code; with an empty cell: $(ls -A empty)"
grep -q "list.csv:3: id is empty, and --file-name uses it: fill it in" "$tmp/err" || fail 'the empty cell is not named'
printf 'id,name\n1,Anna\n1,Bert\n' >list.csv
run batch list.csv --out-dir twice --file-name '{id}'
[ "$code" -eq 65 ] && [ ! -e twice ] || fail "exit code $code for a column with the same value twice"

# --split-dirs: a folder for each thousand rows.
{ echo name && seq 1002; } >list.csv
ok batch list.csv --out-dir split --split-dirs --parts guide --shard 0/250 # rows 1, 251, 501, 751 and 1001
[ "$(cd split && find . -name '*.pdf' | sort | sed 's/-.*//')" = $'./0000/0001\n./0000/0251\n./0000/0501\n./0000/0751\n./0001/1001' ] ||
    fail "other folders: $(find split)"
