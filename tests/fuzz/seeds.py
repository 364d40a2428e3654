"""Makes seeds for the fuzz targets, `seeds.py PROGRAM FOLDER`, in FOLDER/TARGET/: pictures by our own tools, profiles by
the program, and our own content. Each ends with the two bytes that tests/fuzz/fuzz.h describes."""
import json
import os
import subprocess
import sys
import zipfile
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
CONTENT = os.path.join(SOURCE, "assets", "handouts", "deep-gluteal", "en-US")
sys.path.insert(0, os.path.join(SOURCE, "tests", "tools"))
sys.path.insert(0, os.path.join(SOURCE, "tests", "logos"))
import makeicc  # noqa: E402
import makepng  # noqa: E402
import makers  # noqa: E402

PROFILE = b"""name = Willow Creek Massage
tagline = Hands-on care
therapist = Ana Perez, LMT
license = 12345
welcome = Thank you, and see you in *two* weeks
phone = (555) 010-4477
email = hello@willowcreek.example
website = willowcreek.example
booking_url = https://willowcreek.example/book?x=1
address = 12 Mill Lane
  Springfield
hours = Mo-Fr 9-17
  Sa 9-12
color = #2a7f62
accent = #00807a
paper = a4
parts = guide,worksheet
footer_note = Ask us \xe2\x80\x93 \xc5\x81ucja
"""
SCRIPTS = """name = مركز الياسمين (Jasmine) 03-555-0142
tagline = นวดแผนไทย น้ำ​ทิพย์ ★
therapist = ד"ר רחל כהן, שָׁלוֹם
welcome = क्षत्रिय ශ්‍රී می‌خواهم مُحَمَّدٌ
phone = 03-555-0142
address = شارع النخيل 12، القاهرة
  03-555-0142, 03-555-0143 عيادة
hours = မြန်မာ 9-17
  ស្រីពេជ្រ ఆబిడ్స్
parts = guide
name_language = fa
footer_note = ສະບາຍດີ [ꚙ] ☯ 按摩
""".encode()
CLIENT = b"client = Maria Lopez\ndate = 24 November\nnext_visit = Monday\nnote = Walk daily\nfocus = 1,4\n"
GUIDE = b"""# What helps

Words, **strong**, *weak*, [a link](https://example.org/), [a place](#more), ___

> [!KEY]
> ## Key points
> - one
> - two {{practice.name|us}}

## ![](water.svg) Drink

Six cups.

## More

1. one
2. two
   - [ ] tick

> [!BOOK]
> ## Book
> Call {{practice.name|us}} at {{practice.phone|the phone}}, page {{page #more}}.

![A hip](piriformis.svg)

| a | b |
|---|---|
| c | d |
"""
LIST = b'''\x1cname,phone,tagline,website,color,address,parts
Willow Creek Massage,(503) 555-0142,,willow.example,#7a2048,"12 Mill Lane
Springfield, OR",guide

"=cmd|' /C calc'!A0",+1 503 555 0143,"""Hands"" that listen; and more",,teal,,
\xc5\x81\xc3\xb3d\xc5\xba,call me,,,,,"guide,worksheet"
Few,cells
Stray "mark",,,,,,
'''
LINES = b"""{n:06}_{name}-{phone}.pdf\x1c{"name": "Willow Creek Massage", "phone": "(503) 555-0142", "address": "12 Mill Lane\\nX"}
{"name": 5}

{"name": "A\\u0000B", "fone": "\\u00e9\\ud83d\\ude00", "logo": "none.png"}
["name"]
"""
MANIFEST = b"""{"row":1,"file":"0001-A.pdf","sha256":"00","bytes":5,"pages":4,"warnings":["a \\u00e9"],"inputs":"11"}
{"row":2,"file":"0002-B.pdf","error":"list.csv:3: phone","exit":65}
{"row":3,"file":"0003
"""
SVGS = [
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="2cm" fill="none" stroke="currentColor">'
    b'<g transform="translate(1 2) rotate(30) scale(.5 2) skewX(3)"><path d="M1 2h3v4l1-1c1 2 3 4 5 6s1 1 2 2q1 1 2 0t1 1'
    b'a3 4 10 0 1 5 5zM.5.5L1e1-2Z" fill="#f0a" fill-rule="evenodd"/></g></svg>',
    b'<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0,0,100,50"><title>t</title>'
    b'<rect x="1" y="2" width="30" height="20" rx="3" style="fill:rgb(1,2,3);stroke:teal;stroke-width:2"/>'
    b'<circle id="at-hip" cx="5" cy="5" r="0"/><circle cx="50" cy="25" r="9" fill="#123456"/>'
    b'<ellipse cx="70" cy="25" rx="9" ry="4" fill="white"/><line x1="0" y1="0" x2="9" y2="9" stroke="red" '
    b'stroke-dasharray="1 2 3" stroke-linecap="round" stroke-linejoin="bevel" stroke-miterlimit="3"/>'
    b'<polyline points="1,1 2,2 3 1" stroke="black"/><polygon points="9 9 12 15 7,7"/></svg>',
    b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" '
    b'viewBox="0 0 9 9"><metadata>m</metadata><defs><path id="p" d="M0 0h1"/></defs><path d="M0 0A1 1 0 0 0 9 9" '
    b'stroke="#000"/><text>no</text></svg>',
]


def read(path):
    with open(path, "rb") as f:
        return f.read()


def made(command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def pngs(scratch):
    for kind in sorted({**makepng.KINDS}):
        path = os.path.join(scratch, "seed.png")
        subprocess.run([sys.executable, os.path.join(makepng.__file__), kind, path, "9", "7"], check=True)
        yield kind, read(path)


def jpegs():
    ramp = bytes((x * 12 + y * 5 + c * 80) % 256 for y in range(17) for x in range(19) for c in range(3))
    color, grey = b"P6 19 17 255\n" + ramp, b"P5 19 17 255\n" + ramp[: 19 * 17]
    ways = {"color": [], "progressive": ["-progressive"], "restart": ["-restart", "1"], "rgb": ["-rgb"],
            "sampled": ["-sample", "2x1"], "optimized": ["-optimize"], "rough": ["-quality", "5"]}
    for name, way in ways.items():
        yield name, subprocess.run(["cjpeg", *way], input=color, check=True, capture_output=True).stdout
    yield "grey", subprocess.run(["cjpeg"], input=grey, check=True, capture_output=True).stdout
    whole = subprocess.run(["cjpeg", "-sample", "1x1"], input=color, check=True, capture_output=True).stdout
    exif = b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"
    yield "turned", whole[:2] + exif + whole[2:]
    yield "cmyk", subprocess.run(["convert", "ppm:-", "-colorspace", "CMYK", "jpg:-"], input=color, check=True,
                                 capture_output=True).stdout


# The last byte but one tells of what kind a workbook is: 0 the file itself, 1 parts of an .xlsx, 2 the content of an .ods, and
# so on.
def books(scratch):
    sheets = json.dumps([[["Name", "Phone", "Hours"], ["Anna & Co", {"n": 5035550142, "f": "[<=9999999]###-####;(###) ###-####"}, "Mon\nTue"],
                          [{"e": "#N/A"}, {"n": 0.5, "f": "#,##0.00"}, {"n": 7102, "f": "00000"}]], [["x"]]])
    parts = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"]
    raw, inner = [], []
    for kind, names in (("xlsx", parts), ("ods", ["content.xml"])):
        path = os.path.join(scratch, "seed." + kind)
        subprocess.run([sys.executable, os.path.join(SOURCE, "tests/tools/makebook.py"), kind, path], input=sheets.encode(), check=True)
        raw.append(read(path))
        with zipfile.ZipFile(path) as z:
            inner.append(b"\x1c".join(z.read(n) for n in names))
        os.unlink(path)
    damaged = raw[0][:200] + b"?" + raw[0][201:]
    return dict(enumerate([raw[0], inner[0], inner[1], raw[1], b"", b"<a/>", damaged]))


def drawings():
    """What drawing programs export, each a way that a style sheet, an entity or an element can be written."""
    for program, make in makers.PROGRAMS.items():
        for name, text in make():
            yield f"{program}-{name}", text if isinstance(text, bytes) else text.encode()


def webps(png):
    for name, way in {"lossy": ["-quality", "60"], "lossless": ["-define", "webp:lossless=true"]}.items():
        for kind in ("rgb8", "rgb-alpha8"):
            yield f"{name}-{kind}", subprocess.run(["convert", "png:-", *way, "webp:-"], input=png[kind], check=True,
                                                   capture_output=True).stdout


def managed(png, jpeg):
    """Pictures with profiles, and what else says colors."""
    for kind in ("p3", "gray"):
        icc = makeicc.profile(kind)
        part = b"ICC_PROFILE\0\1\1" + icc
        segment = b"\xff\xe2" + (len(part) + 2).to_bytes(2, "big") + part
        of = "grey" if kind == "gray" else "color"
        yield "jpeg", kind, jpeg[of][:2] + segment + jpeg[of][2:]
        whole = png["grey8" if kind == "gray" else "rgb8"]
        yield "png", kind, whole[:33] + makepng.chunk(b"iCCP", b"a\0\0" + zlib.compress(icc)) + whole[33:]
    for name, data in {b"cHRM": b"".join((v * 1000).to_bytes(4, "big") for v in (31, 33, 68, 32, 26, 69, 15, 6)),
                       b"cICP": b"\x0c\x0d\0\1", b"gAMA": (100000).to_bytes(4, "big"),
                       b"eXIf": b"MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"}.items():
        whole = png["rgb16" if name == b"gAMA" else "rgb8"]
        yield "png", name.decode(), whole[:33] + makepng.chunk(name, data) + whole[33:]


def main():
    program, folder = sys.argv[1:3]
    os.makedirs(folder, exist_ok=True)
    put = {}
    png, jpeg = dict(pngs(folder)), dict(jpegs())
    os.unlink(os.path.join(folder, "seed.png"))
    icons = os.path.join(SOURCE, "assets", "icons")
    svg = {name: read(os.path.join(icons, name)) for name in sorted(os.listdir(icons))}
    svg.update({f"made{i}": text for i, text in enumerate(SVGS)})
    parts = [read(os.path.join(CONTENT, f"{n}.md")) for n in ("guide", "article", "worksheet", "emergency", "strings", "handout")]
    svg.update(drawings())
    put["png"], put["jpeg"], put["svg"], put["webp"] = png, jpeg, svg, dict(webps(png))
    for target, name, data in managed(dict(png), dict(jpeg)):
        put[target][name] = data
    layouts = {"p3": [1, 17, 33, 49], "adobe": [1], "gray": [0, 16, 32]}
    put["icc"] = {f"{kind}-{way}": bytes([way]) + makeicc.profile(kind) for kind, ways in layouts.items() for way in ways}
    template = os.path.join(folder, "practice.ini")
    subprocess.run([program, "init", template, "-q"], check=True)
    put["profile"] = {"whole": PROFILE, "client": CLIENT, "template": read(template), "scripts": SCRIPTS}
    os.unlink(template)
    # The last byte but one tells of what kind a list is: 0 CSV, 1 JSON Lines, 2 a manifest, and so on.
    lists = [LIST, LINES, MANIFEST, LIST.replace(b",", b";"), LINES.split(b"\x1c")[1], MANIFEST[:90],
             b"{n}\x1c\xef\xbb\xbf" + LIST[1:].replace(b"\n", b"\r\n"), b"", b"garbage"]
    put["list"] = {str(i): text for i, text in enumerate(lists)}
    put["book"] = {str(i): text for i, text in books(folder).items()}
    put["content"] = {f"part{i}": b"\x1c" * i + text for i, text in enumerate(parts)}
    put["content"].update(small=GUIDE, none=b"", scripts=GUIDE.replace(b"Words", "שלום *עולם* שלום".encode())
                          .replace(b"Six cups", "ສະບາຍດີ श्री [مركز الياسمين](https://example.org/) 12-34".encode()))
    options = [b"", b"--large-print\n--parts=worksheet", b"--booklet\n--ink=saver", b"--bleed=3mm\n--crop-marks\n--ink=gray",
               b"--paper=a5\n--labels=clinical", b"--practice-name=\xd0\x9c\xd0\xb0\xd1\x81\n--footer-note=x\n--color=#123"]
    logos = [png["rgb-alpha8"], png["palette8"], jpeg["turned"], jpeg["cmyk"], SVGS[0], b""]
    put["handout"] = {
        str(i): b"\x1c".join([options[i], PROFILE if i % 2 else b"", CLIENT if i % 3 == 0 else b"",
                              GUIDE if i % 4 == 1 else b"", b"", logos[i]]) for i in range(len(options))
    }
    second = b"name = Anna's \xc3\x89t\xc3\xa9\nphone = 555 0101\nemail = a@b.example\ncolor = #ffcc00\n"
    right = SCRIPTS.replace("[ꚙ] ".encode(), b"").replace(" 按摩".encode(), b"")  # which no font has
    put["row"] = {
        "same": PROFILE + b"\x1c" + PROFILE.replace(b"Willow", b"Maple").replace(b"Ana Perez", b"Li Wu"),
        "shape": PROFILE + b"\x1c" + second,
        "nobody": b"\x1c" + PROFILE,
        "scripts": right + b"\x1c" + PROFILE.replace(b"12345", b"1"),
        "scripts behind": PROFILE + b"\x1c" + right,
        "scripts twice": right + b"\x1c" + right.replace("الياسمين".encode(), "النخيل".encode()),
        "few": second + b"\x1c" + second.replace(b"#ffcc00", b"#1b3a6b").replace(b"phone = 555 0101", b"phone = (555) 010-4477"),
    }
    for target, seeds in put.items():
        os.makedirs(os.path.join(folder, target), exist_ok=True)
        for i, (name, data) in enumerate(sorted(seeds.items())):
            for end in (bytes([i % 64, 0]), bytes([i % 64, 2 * (40 + 7 * (i % 8)) + 1])):
                with open(os.path.join(folder, target, f"{name}-{end.hex()}"), "wb") as f:
                    f.write(data + end)


if __name__ == "__main__":
    main()
