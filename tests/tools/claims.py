"""What a PDF file claims of itself in its metadata (XMP), as flavours of the validators: ["2a", "ua1"]."""
import re


def value(data, key):
    """A property, as an element or as an attribute."""
    found = re.search(rb"<%s>\s*(\w+)\s*</" % key, data) or re.search(rb"\b%s=[\"'](\w+)[\"']" % key, data)
    return found[1].decode() if found else ""


def of_bytes(data):
    """PDF/A forbids to compress the metadata, so that it can be read without the rest of the file."""
    archival, accessible = value(data, b"pdfaid:part"), value(data, b"pdfuaid:part")
    return ([archival + value(data, b"pdfaid:conformance").lower()] if archival else []) + (
        ["ua" + accessible] if accessible else [])


def of_file(path):
    with open(path, "rb") as f:
        return of_bytes(f.read())
