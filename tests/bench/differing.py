"""What differs between two practices' handouts, before compression: `differing.py A.pdf B.pdf OUT` writes the contents
of the streams of B that A has not, a file each, OUT0, OUT1 and so on."""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools"))
from pdfread import Stream, read  # noqa: E402


def streams(path):
    with open(path, "rb") as f:
        pdf = read(f.read())
    return [value.data() for value in pdf.objects.values() if isinstance(value, Stream)]


def main():
    known = set(streams(sys.argv[1]))
    new = [data for data in streams(sys.argv[2]) if data not in known and data]
    for i, data in enumerate(new):
        with open(f"{sys.argv[3]}{i}", "wb") as f:
            f.write(data)


if __name__ == "__main__":
    main()
