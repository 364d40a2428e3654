"""Hostile words in every field: `words.py PROGRAM MOST`. Syntax of PDF, XMP, shells, terminals and links, marks that turn
or hide text, each put by lot into one field of a practice or of a client, MOST times (0: each into each). Refused with 65
(or 2, where an option takes no such word) in clean words, or made; and what is made does nothing but lead to http, https,
mailto and tel, with metadata that are well formed and have the elements that an ordinary handout's have.
"""
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as xml

from common import expect, lots, own_folder, read, run

WORDS = [
    # PDF: strings, names, streams, objects, references, a trailer
    r"a) /S /JavaScript /JS (app.alert(1)) (b", "((((", "))))", "\\", "\\)", r"\051\051", "<<>>", "<</S/Launch/F(x)>>", ">> endobj",
    "endstream endobj 1 0 obj", "xref 0 1 trailer", "%PDF-1.7", "%%EOF", "/Name#20x", "1 0 R", "<feff0041>", "\ufeffA", "BT ET Q",
    # XMP, XML, HTML
    "</rdf:li>", "<x:xmpmeta>", "]]>", "<![CDATA[", "<?xpacket end='w'?>", "&lt;b&gt;", "&#0;", "&amp", "<!--", "--", "'\"><script>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    # printf, shells, templates, Markdown
    "%s%n%x%d", "%1$n", "$(id)", "`id`", "; id", "| id", "&& id", "${HOME}", "$HOME", "~root", "*", "--out=x", "-rf", "{{practice.name}}",
    "{{{{", "{{client.name}}", "![a](b.png)", "[a](javascript:x)", "**a", "# a", "<b>", "\\n\\n# a", "---", "| a | b |", "- [ ] a",
    # terminals, controls, lines
    "\x1b[31m", "\x1b]0;a\x07", "\x1b]52;c;YQ==\x07", "\x9b31m", "\x07", "\x7f", "a\rb", "a\nb", "a\tb", "\x0b\x0c", "\u2028", "\u2029", "\x85",
    # direction, hidden, joined, beyond what fonts have
    "\u202eabc", "\u2066abc\u2069", "\u200f", "\u200b\u200b", "\u00ad", "\u2060", "a\u0301\u0302\u0303\u0304", "\U000e0041", "\ufe0f", "\ufffe",
    "\U0010ffff", "\U0001f9d1\u200d\u2695\ufe0f", "\u0627\u0644", "\u0e01\u0e33", "\ufb01", "\u01c4", "\uff21\uff22", "\u2100", "\u0130\u0131",
    # links
    "javascript:alert(1)", "JaVaScRiPt:a", "data:text/html,a", "file:///etc/passwd", "vbscript:a", "ftp://a.example", "//a.example", "http:a",
    "http://", "https://a@b.example", "https://a.example\\@b.example", "https://a.example:99999", "https://[::1]/", "https://a.example/)/URI(",
    "https://a.example/%00", "https://a.example/ b", "https://xn--a.example", "https://\u0430.example", "mailto:a@b.example?bcc=c",
    "a@b.example\nBcc: c", "a@b@c", "tel:*%2306%23", "*#06#", "+1;ext=5", "+1,,,5", "\\\\host\\share", "about:blank", "https://a.example#)(",
    # numbers, paths, colours, sizes
    "../../etc/passwd", "/dev/stdin", "C:\\x", "NUL", "1e999", "-1", "0x7fffffff", "#gggggg", "#12345", "nan", "A" * 159, "\u00e9" * 159, "", " ",
]
FIELDS = {
    "name": "--practice-name", "tagline": "--tagline", "therapist": "--therapist", "license": "--license", "welcome": "--welcome", "phone": "--phone",
    "email": "--email", "website": "--website", "booking_url": "--booking-url", "address": "--address", "hours": "--hours",
    "footer_note": "--footer-note", "logo_alt": "--logo-alt", "color": "--color", "accent": "--accent", "client": "--client",
    "date": "--date", "next_visit": "--next-visit", "note": "--note",
}
FORBIDDEN = set("/JS /JavaScript /AA /OpenAction /EmbeddedFile /EmbeddedFiles /AcroForm /RichMedia /Launch /GoToR /GoToE "
                "/SubmitForm /ImportData /Named /Rendition /Movie /Sound /Thread".split())
LINK = re.compile(r"^(https?://|mailto:|tel:)", re.I)


def dictionaries(value):
    if isinstance(value, dict):
        yield value
        for below in value.values():
            yield from dictionaries(below)
    elif isinstance(value, list):
        for below in value:
            yield from dictionaries(below)


def actions(path, what):
    said = subprocess.run(["qpdf", "--json", path], capture_output=True)
    expect(said.returncode == 0, f"{what}: qpdf finds it broken: {said.stderr!r}")
    for one in dictionaries(json.loads(said.stdout)):
        named = FORBIDDEN & (set(one) | {v for v in one.values() if isinstance(v, str)})
        expect(not named, f"{what}: the handout has {named}")
        if "/URI" in one:
            expect(LINK.match(str(one["/URI"]).removeprefix("u:")), f"{what}: it leads to {one['/URI']}")


def metadata(path, what):
    data = read(path)
    begin, end = data.find(b"<x:xmpmeta"), data.find(b"</x:xmpmeta>")
    expect(begin >= 0 and end > begin, f"{what}: there are no metadata")
    try:
        return sorted(e.tag for e in xml.fromstring(data[begin:end + len(b"</x:xmpmeta>")]).iter())
    except xml.ParseError as fault:
        expect(False, f"{what}: the metadata are not well formed: {fault}")


def attack(program, field, word, usual):
    what = f"{word!r} as {FIELDS[field]}"
    named = [] if field == "name" else ["--practice-name", "Anna"]
    if b"\0" in word.encode():
        return 2
    code, words = run(what, (0, 2, 65), program, "-q", "--no-profile", "--out", "one.pdf", "--parts", "guide", *named,
                      f"{FIELDS[field]}={word}")
    if field in ("client", "note") and len(word) > 5 and not word.isspace():
        expect(word not in words, f"{what}: the client's words are told: {words}")
    expect(os.listdir(".") == (["one.pdf"] if code == 0 else []), f"{what}: left behind: {os.listdir('.')}")
    if code == 0:
        actions("one.pdf", what)
        tags = metadata("one.pdf", what)
        expect(set(tags) <= set(usual) and len(tags) <= len(usual) + 2, f"{what}: other metadata: {tags}")
        os.unlink("one.pdf")
    return code


def main():
    program, most, lot = os.path.abspath(sys.argv[1]), int(sys.argv[2]), lots()
    pairs = [(field, word) for field in FIELDS for word in WORDS]
    with own_folder():
        run("an ordinary handout", (0,), program, "-q", "--no-profile", "--out", "one.pdf", "--parts", "guide",
            "--practice-name", "Anna", "--website", "https://a.example", "--client", "Maria")
        actions("one.pdf", "an ordinary handout")
        usual = metadata("one.pdf", "an ordinary handout")
        os.unlink("one.pdf")
        codes = [attack(program, *pair, usual) for pair in (lot.sample(pairs, most) if most else pairs)]
        print(f"{len(codes)} of {len(pairs)}: {codes.count(0)} made, {len(codes) - codes.count(0)} refused")


if __name__ == "__main__":
    main()
