"""Fills in a form with poppler, as GNOME's viewers do, and saves it: `fillpoppler.py FILE.pdf OUT.pdf WORDS`."""
import pathlib
import sys

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # noqa: E402: only now is its version known


def main():
    source, target, words = sys.argv[1:]
    doc = Poppler.Document.new_from_file(pathlib.Path(source).resolve().as_uri(), None)
    for n in range(doc.get_n_pages()):
        for mapping in doc.get_page(n).get_form_field_mapping():
            field = mapping.field
            if field.get_field_type() == Poppler.FormFieldType.TEXT:
                field.text_set_text("10" if field.text_get_max_len() == 2 else words)
            elif field.get_field_type() == Poppler.FormFieldType.BUTTON:
                field.button_set_state(True)
    doc.save(pathlib.Path(target).resolve().as_uri())


if __name__ == "__main__":
    main()
