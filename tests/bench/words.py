"""What every peer of the bench is given: `words.py PROGRAM FOLDER N` writes into FOLDER

    words.json      the handout's own text (from `PROGRAM --dump content`): parts, each a list of blocks
    practices.json  N practices: name, phone, url, color, logo, qr (the last two are PNG files in FOLDER)
    practices.csv   the same for `PROGRAM batch`
    words.txt, practices.txt  both again for the C program: a block or a practice a line, cells parted by tabs

A block is {"kind": "h1" to "h4", "p" or "li", "runs": [[text, is_bold], ...]} or
{"kind": "table", "rows": [[cell, ...], ...]}.
"""
import csv
import ctypes
import ctypes.util
import json
import os
import random
import re
import struct
import subprocess
import sys
import zlib

TOOLS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools")
FIRST, SECOND = ["Willow", "River", "Oak", "Stone"], ["Creek", "Hill", "Lake"]
COLUMNS = ["name", "phone", "url", "color", "logo", "qr"]
KINDS = {"para": "p", "caption": "p", "item": "li", "item [ ]": "li", "blank": "p"}


def runs_of(text):
    text = re.sub(r" ?<[^>]*>", "", text)  # where links lead
    return [[piece, i % 2 == 1] for i, piece in enumerate(text.split("**")) if piece]


def parts_of(dump):
    parts = []
    for line in dump.splitlines():
        word, _, text = line.strip().partition(": ")
        key = word.split(" #")[0]
        if key.startswith("part "):
            parts.append([])
        elif key == "table":
            parts[-1].append({"kind": "table", "rows": []})
        elif key == "row":
            parts[-1][-1]["rows"].append([])
        elif key.split()[0] == "cell":
            parts[-1][-1]["rows"][-1].append("".join(run for run, _ in runs_of(text)) if text else "")
        elif key.startswith("heading ") and parts:
            parts[-1].append({"kind": "h" + key[8], "runs": runs_of(text)})
        elif key in KINDS and parts and text:
            parts[-1].append({"kind": KINDS[key], "runs": runs_of(text)})
    return parts


class Symbol(ctypes.Structure):
    _fields_ = [("version", ctypes.c_int), ("width", ctypes.c_int), ("data", ctypes.POINTER(ctypes.c_ubyte))]


def write_code(path, text):
    """A QR code of level M, 4 pixels a module, 4 modules of margin, as a grey PNG."""
    library = ctypes.CDLL(ctypes.util.find_library("qrencode") or "libqrencode.so.4")
    library.QRcode_encodeString.restype = ctypes.POINTER(Symbol)
    symbol = library.QRcode_encodeString(text.encode(), 0, 1, 2, 1).contents
    side, scale, margin = symbol.width, 4, 4

    def pixel(x, y):
        x, y = x // scale - margin, y // scale - margin
        return 0 if 0 <= x < side and 0 <= y < side and symbol.data[y * side + x] & 1 else 255

    n = (side + 2 * margin) * scale
    rows = b"".join(b"\0" + bytes(pixel(x, y) for x in range(n)) for y in range(n))
    with open(path, "wb") as f:
        f.write(b"\x89PNG\r\n\x1a\n")
        head = struct.pack(">IIBBBBB", n, n, 8, 0, 0, 0, 0)
        for kind, data in (b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""):
            f.write(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))


def practices_of(folder, n, codes=True):
    pick = random.Random(20261124)
    for i in range(5):
        logo = os.path.join(folder, f"logo{i}.png")
        subprocess.run([sys.executable, f"{TOOLS}/makepng.py", "rgb8", logo, str(300 + 20 * i), "200"], check=True)
    practices = []
    for i in range(n):
        name = f"{pick.choice(FIRST)} {pick.choice(SECOND)} Massage {i}"
        url = f"https://practice{i}.example/book"
        if codes:
            write_code(os.path.join(folder, f"code{i}.png"), url)
        practices.append({"name": name, "phone": f"(503) 555-{i % 10000:04}", "url": url, "logo": f"logo{i % 5}.png",
                          "color": f"#{pick.randrange(0x80):02x}{pick.randrange(0x80):02x}{pick.randrange(0x80):02x}",
                          "qr": f"code{i}.png"})
    return practices


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def write_plain(folder, parts, practices):
    with open(os.path.join(folder, "words.txt"), "w", encoding="utf-8") as f:
        for part in parts:
            f.write("page\n")
            for block in part:
                if block["kind"] == "table":
                    f.writelines("\t".join(["row"] + row) + "\n" for row in block["rows"])
                else:
                    marked = "".join(f"<b>{escape(t)}</b>" if bold else escape(t) for t, bold in block["runs"])
                    f.write(f"{block['kind']}\t{marked}\n")
    with open(os.path.join(folder, "practices.txt"), "w", encoding="utf-8") as f:
        f.writelines("\t".join(practice[key] for key in COLUMNS) + "\n" for practice in practices)


def main():
    program, folder, n = sys.argv[1], sys.argv[2], int(sys.argv[3])
    command = [program, "--no-profile", "--dump", "content"]
    dump = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    parts, practices = parts_of(dump.stdout), practices_of(folder, n)
    for name, value in ("words", parts), ("practices", practices):
        with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as f:
            json.dump(value, f, ensure_ascii=False)
    write_plain(folder, parts, practices)
    with open(os.path.join(folder, "practices.csv"), "w", newline="", encoding="utf-8") as f:
        out = csv.writer(f)
        out.writerow(["name", "phone", "booking_url", "logo", "color"])
        out.writerows([p["name"], p["phone"], p["url"], p["logo"], p["color"]] for p in practices)


if __name__ == "__main__":
    main()
