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
    "paper": ["a4", "letter"],
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
