#!/bin/bash
# Names of 1, 40 and 120 characters in five alphabets, on every paper, also in large print: the whole name stands on page
# 1, nothing overlaps, nothing is cut.
. "$DGS_SRC/tests/e2e/lib.sh"

names() {
    python3 - <<'EOF'
words = {
    "plain": "Willow Creek Massage and Bodywork Center ",
    "accents": "Łódź Žižkov Müller Åse Façade Țepeș Ñandú ",
    "vietnamese": "Trị liệu Nguyễn Đặng Phượng Điều dưỡng ",
    "greek": "Φυσιοθεραπεία Ελένη Ξανθού και Υιοί ",
    "cyrillic": "Массаж Ёлкина Щукін Їжак Ґанок и Ўсё ",
}
for alphabet, text in words.items():
    for n in (1, 40, 120):
        name = (text * 4)[:n]
        print(alphabet, n, name[:-1] + name[0] if name.endswith(" ") else name, sep="\t")
EOF
}

count=0
while IFS=$'\t' read -r alphabet n name; do
    [ "${#name}" -eq "$n" ] || fail "a name has ${#name} characters, not $n"
    for paper in letter a4 legal a5 half-letter phone; do
        for size in '' --large-print; do
            # shellcheck disable=SC2086
            set -- --paper $paper $size --practice-name "$name" --phone '(503) 555-0142'
            ok --dump layout "$@"
            mv "$tmp/out" "$alphabet-$n-$paper$size.layout"
            ok --dump content "$@"
            mv "$tmp/out" "$alphabet-$n-$paper$size.content"
            count=$((count + 1))
        done
    done
    ok --out one.pdf --practice-name "$name"
    says one.pdf "$name" 1
done < <(names)
[ "$count" -eq 180 ] || fail "$count handouts, not 180"
python3 "$tools/layoutcheck.py" ./*.layout >"$tmp/err" || fail "laid out badly"
refuses 65 'U\+0F40.*U\+0F41' --practice-name 'ཀཁ'
refuses 65 'U\+13A0.*U\+13A1' --practice-name 'ᎠᎡ'
