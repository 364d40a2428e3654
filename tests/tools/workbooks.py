"""workbooks.py PROGRAM FOLDER COUNT [SEED]: workbooks by lot, read by the program and by LibreOffice. LibreOffice writes each as CSV
with the cells as they are shown, and again as .xlsx and .ods: the handouts of all four lists have the same bytes."""
import filecmp
import json
import os
import random
import subprocess
import sys

COLUMNS = ["Practice Name", "License No.", "Therapist", "Tagline", "Footer note"]
FORMATS = ["General", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%", "00000", "000-000-0000", "(000) 000-0000", "00000-0000", "0.0",
           "[<=9999999]###-####;(###) ###-####", '"No. "0', '0" Euro"', "#", "0;-0", '#,##0;"minus "#,##0', "\\+0", "000\\ 000",
           '"MT-"00000', "@", "0.0##", "#,##0.0#", "[$€-407] #,##0.00", "[Red]0", "0_)", "# ??"]
TEXTS = ["Willow Creek", "Körper & Söhne", "Żółta Łódź", 'Crème "Brûlée"', "a, b; c", "x <y> & z", "'Quoted'", "Ñandú", "  blanks  ", "Массаж",
         "00123", "1.5", "1e5", "3/4", "2024-05-06", "=1+1", "@home", "+1 503 555 0142", "-7", "TRUE.", "two\nlines", "50%",
         "(503) 555-0142", "Ω", "it’s", "x" * 90]
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true"


def cell(pick):
    kind = pick.random()
    if kind < 0.2:
        return ""
    if kind < 0.55:
        return pick.choice(TEXTS)
    value = pick.choice([pick.randrange(10), pick.randrange(10**5), pick.randrange(10**7), pick.randrange(10**10), -pick.randrange(10**6),
                         pick.randrange(10**6) / 100, pick.randrange(10**8) / 1000, -pick.randrange(10**4) / 8, 0, 0.5, 1 / 3])
    shown = pick.choice(FORMATS)
    if shown in ("General", "@") and len(str(value)) > 10:
        value = 12.5  # of more digits Excel shows 10 and LibreOffice 15
    return {"n": value, "f": shown}


def sheet(pick):
    rows = [[cell(pick) for _ in COLUMNS] for _ in range(40)]
    for i, row in enumerate(rows):
        if row[0] == "" and any(row):
            row[0] = f"Practice {i}"
        if pick.random() < 0.1:
            rows[i] = []
    return [COLUMNS, *rows]


def convert(folder, to, ends):
    out = os.path.join(folder, ends)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{os.path.abspath(folder)}/home", "--headless", "--convert-to", to, "--outdir", out,
                    *sorted(os.path.join(folder, f) for f in os.listdir(folder) if f.endswith(".xlsx"))], check=True, capture_output=True)
    return out


def made(program, path, out):
    done = subprocess.run([program, "batch", path, "--out-dir", out, "--parts", "guide", "--no-profile", "-q"], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 4), f"{path}: exit code {done.returncode}: {done.stderr[:300]}"
    return sorted(f for f in os.listdir(out) if f.endswith(".pdf")), [line.split(": ", 2)[2].split(":", 1)[1].split(": ", 1)[1] for line in done.stderr.splitlines()
                                                                     if ": row " in line]


def same(a, b, what):
    assert a[1] == b[1], f"{what}: other bad rows:\n" + "\n".join(sorted(set(a[1]) ^ set(b[1])))
    assert a[0] == b[0], f"{what}: other handouts: {sorted(set(a[0]) ^ set(b[0]))[:6]}"


def main():
    program, folder, count, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 22
    os.makedirs(folder)
    for i in range(count):
        subprocess.run([sys.executable, os.path.join(os.path.dirname(__file__), "makebook.py"), "xlsx", f"{folder}/{i:03}.xlsx"],
                       input=json.dumps([sheet(random.Random(seed * 1000 + i))]).encode(), check=True)
    others = {"csv": convert(folder, CSV, "csv"), "xlsx": convert(folder, "xlsx:Calc MS Excel 2007 XML", "again"), "ods": convert(folder, "ods", "ods")}
    handouts = bad = 0
    for i in range(count):
        ours = made(program, f"{folder}/{i:03}.xlsx", f"{folder}/out-{i}")
        for kind, where in others.items():
            theirs = made(program, f"{where}/{i:03}.{kind}", f"{folder}/out-{i}-{kind}")
            same(ours, theirs, f"book {i} (seed {seed}) as {kind}")
            _, wrong, missing = filecmp.cmpfiles(f"{folder}/out-{i}", f"{folder}/out-{i}-{kind}", ours[0], shallow=False)
            assert not wrong and not missing, f"book {i} (seed {seed}) as {kind}: {wrong[:5]} {missing[:5]}"
        handouts, bad = handouts + len(ours[0]), bad + len(ours[1])
    assert handouts > count * 20, f"only {handouts} handouts"
    print(f"{count} workbooks, {handouts} handouts, {bad} faults of rows: the same by LibreOffice's CSV, .xlsx and .ods")


if __name__ == "__main__":
    main()
