#!/bin/bash
# A handout of a batch, which takes over what it can from the rows before it, has the bytes of the one that is made
# alone: whatever the rows say, in whatever order, with one worker and with two.
. "$DGS_SRC/tests/e2e/lib.sh"

for i in 0 1 2; do
    python3 "$tools/makepng.py" "$(cut -d ' ' -f $((i + 1)) <<<'rgb8 rgb-alpha8 palette8')" "logo$i.png" $((240 + 160 * i)) 200
done
cat >write.py <<'EOF_PYTHON'
import csv, json, os, random, subprocess, sys

draw = random.Random(20261125)
VALUES = {
    "name": ["Willow Creek Massage", "Zoë Müller & Łódź", "Trị liệu Nguyễn Đặng", "Office of Fitness fi fl ffi",
             "The Very Long Named Practice of Massage, Bodywork, Movement and Patience of Springfield and Shelbyville"],
    "tagline": ["Hands that listen", "Ναι"],
    "therapist": ["Ana Perez, LMT"],
    "license": ["12345"],
    "welcome": ["Welcome!", "Start with one step, and tell me next time. " * 5],
    "phone": ["(503) 555-0142", "+44 20 7946 0991"],
    "email": ["hello@willow.example", "a.very.long.address.of.a.practice@a.very.long.domain.of.a.practice.example"],
    "website": ["willow.example", "https://willow.example/a/longer/path"],
    "booking_url": ["willow.example/book", "https://willow.example/book?practice=12345&from=handout&what=massage"],
    "address": ["12 Mill Lane\nSpringfield, OR 97477", "1 A\n2 B\n3 C\n4 D"],
    "hours": ["Mon to Fri 9 to 5"],
    "footer_note": ["Please cancel a day before."],
    "logo": ["logo0.png", "logo1.png", "logo2.png"],
    "color": ["#0b5f5a", "#f2c230", "#7a2048", "#808080", "#000000"],
    "accent": ["#c04000"],
    "paper": ["a4", "letter", "phone"],
    "region": ["US", "GB", "AU"],
    "parts": ["guide", "article,worksheet", "guide,article,care,worksheet"],
}
OFTEN = {"name", "phone", "booking_url", "color", "logo"}
rows = []
for i in range(int(sys.argv[1])):
    rare = 0.1 if i % 3 else 0.6
    rows.append({k: draw.choice(v) if draw.random() < (0.9 if k in OFTEN else rare) else "" for k, v in VALUES.items()})
    rows[-1]["parts"] = rows[-1]["parts"] if i % 4 == 0 else "guide,article,care,worksheet"
for name, some in (("list.csv", rows), ("turned.csv", rows[::-1])):
    with open(name, "w", newline="") as f:
        out = csv.DictWriter(f, VALUES)
        out.writeheader()
        out.writerows(some)
os.mkdir("alone")
for i, row in enumerate(rows):
    command = [os.environ["DGS_PDF"], "-q", "--no-profile", "--out", f"alone/{i + 1}.pdf"]
    for key, value in row.items():
        if value:
            option = "practice-name" if key == "name" else key.replace("_", "-")
            command += [f"--{option}", value.replace("\n", "\\n")]
    subprocess.run(command, check=True)
EOF_PYTHON
count=40
python3 write.py $count

# same FOLDER PLACE: `PLACE` is the number of the handout of row i.
same() {
    for i in $(seq $count); do
        cmp "$1/$(($2)).pdf" "alone/$i.pdf" || fail "row $i of $1 is another handout than the one that is made alone"
    done
}
ok batch list.csv --out-dir one --jobs 1 --no-profile --file-name '{n}.pdf'
same one i
ok batch list.csv --out-dir two --jobs 2 --no-profile --file-name '{n}.pdf'
diff -r one two || fail 'two workers make another folder than one'
ok batch turned.csv --out-dir turned --jobs 1 --no-profile --file-name '{n}.pdf'
same turned 'count + 1 - i'

# Other ways to print, where less is taken over.
for look in --large-print --ink=saver --ink=gray --booklet '--bleed 3mm' '--content content'; do
    read -ra options <<<"$look"
    ok init-content content --force
    printf '\nAsk at {{practice.name}}.\n' >>content/article.md
    head -n 6 list.csv | sed "2,\$s/,phone,/,letter,/" >few.csv # which no booklet and no print shop takes
    ok batch few.csv --out-dir few --no-profile --file-name '{n}.pdf' --jobs 1 "${options[@]}"
    python3 - "${options[@]}" <<'EOF_PYTHON' || fail "$look: another handout than the one that is made alone"
import csv, os, subprocess, sys
for i, row in enumerate(csv.DictReader(open("few.csv", newline=""))):
    command = [os.environ["DGS_PDF"], "-q", "--no-profile", "--out", "alone.pdf", *sys.argv[1:]]
    for key, value in row.items():
        if value:
            option = "practice-name" if key == "name" else key.replace("_", "-")
            command += [f"--{option}", value.replace("\n", "\\n")]
    subprocess.run(command, check=True)
    assert open("alone.pdf", "rb").read() == open(f"few/{i + 1}.pdf", "rb").read(), f"row {i + 1}"
EOF_PYTHON
done
