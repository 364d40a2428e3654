"""The fields of a form: `fields.py FILE.pdf` prints "page|kind|name|label|value" for each, as qpdf reads them."""
import json
import subprocess
import sys


def fields(path):
    run = subprocess.run(["qpdf", "--json", "--json-key=acroform", path], stdout=subprocess.PIPE, check=True)
    for field in json.loads(run.stdout)["acroform"]["fields"]:
        value = field["value"] or ""
        value = value.removeprefix("u:").removeprefix("/")
        yield field["pageposfrom1"], field["fieldtype"], field["fullname"], field["alternativename"], value


def main():
    for field in fields(sys.argv[1]):
        print(*field, sep="|")


if __name__ == "__main__":
    main()
