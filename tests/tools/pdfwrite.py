"""Writes what pdfread read, as a plain classic file: how the tests make files that are broken on purpose."""
from pdfread import Name, Ref, Stream


def value(v):
    if v is None:
        return b"null"
    if isinstance(v, bool):
        return b"true" if v else b"false"
    if isinstance(v, (int, float)):
        return f"{v:.5f}".rstrip("0").rstrip(".").encode() if isinstance(v, float) else str(v).encode()
    if isinstance(v, Name):
        safe = "".join(c if c.isalnum() or c in "+-_.*" else f"#{ord(c):02x}" for c in v)
        return b"/" + safe.encode()
    if isinstance(v, bytes):
        return b"<" + v.hex().encode() + b">"
    if isinstance(v, Ref):
        return f"{v.number} {v.generation} R".encode()
    if isinstance(v, list):
        return b"[" + b" ".join(value(i) for i in v) + b"]"
    if isinstance(v, dict):
        return b"<<" + b" ".join(value(Name(k)) + b" " + value(i) for k, i in v.items()) + b">>"
    raise TypeError(f"no PDF value: {v!r}")


def stream(v):
    dictionary = dict(v.dict, Length=len(v.raw))
    return value(dictionary) + b"\nstream\n" + v.raw + b"\r\nendstream"


def write(pdf):
    """The file's bytes. Object and cross-reference streams dissolve into plain objects and a table."""
    out, offsets = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}
    for number, v in sorted(pdf.objects.items()):
        if number in pdf.containers:
            continue
        offsets[number] = len(out)
        out += f"{number} 0 obj\n".encode() + (stream(v) if isinstance(v, Stream) else value(v)) + b"\nendobj\n"
    start, size = len(out), max(offsets) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    for number in range(1, size):
        out += b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 00001 f \n"
    kept = {k: v for k, v in pdf.trailer.items() if k in ("Root", "Info", "ID")}
    out += b"trailer\n" + value(dict(kept, Size=size)) + b"\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(out)
