"""What structcheck.py asks of a form's fields (ISO 14289-1, 7.18; ISO 19005-2, 6.4 and 6.3.3; WCAG 2.2, 2.5.8)."""
from pdfread import Stream, text_of

TARGET = 18 - 0.01  # points: 24 pixels of CSS
PRINT = 4
KEYS = {"Type", "Subtype", "P", "Rect", "StructParent", "F", "FT", "T", "TU", "V", "AS", "AP", "DA", "Ff", "MaxLen", "Q"}


def check_fields(checker, widgets):
    """`widgets`: (page number, ref, annotation) of each."""
    pdf, expect = checker.pdf, checker.expect
    form = pdf.at(checker.pdf.catalog, "AcroForm")
    fields = (pdf.get(form.get("Fields")) or []) if isinstance(form, dict) else []
    expect(sorted(r.number for r in fields) == sorted(ref.number for _, ref, _ in widgets), "form",
           "the form's fields are not the widgets of the pages")
    if not widgets:
        expect(form is None, "form", "a form without fields")
        return
    expect(set(form) <= {"Fields", "DR", "DA"}, "form", f"the form has {sorted(set(form))}")
    names = [text_of(pdf.get(field.get("T"))) for _, _, field in widgets]
    expect(len(set(names)) == len(names), "form", "two fields of one name")
    for number, ref, field in widgets:
        check_field(checker, form, field, f"page {number}: field {ref.number}")
    check_targets(checker, widgets)


def check_field(checker, form, field, at):
    pdf, expect = checker.pdf, checker.expect
    name, label = (text_of(pdf.get(field.get(key))) or "" for key in ("T", "TU"))
    expect(name.strip() and "." not in name, "form", f"{at}: the name '{name}'")
    expect(label.strip(), "form", f"{at}: no TU")
    expect(set(field) <= KEYS, "form", f"{at}: has {sorted(set(field) - KEYS)}")
    expect(field.get("F") == PRINT, "flags", f"{at}: F is not 4 (print)")
    appearance = pdf.at(field, "AP") or {}
    expect(set(appearance) == {"N"}, "form", f"{at}: AP has {sorted(appearance)}")
    now = pdf.get(appearance.get("N"))
    if field.get("FT") == "Btn":
        states = now if isinstance(now, dict) else {}
        expect(set(states) == {"Yes", "Off"} and all(isinstance(pdf.get(s), Stream) for s in states.values()),
               "form", f"{at}: its states are {sorted(states)}")
        expect(field.get("AS") == field.get("V") == "Off", "form", f"{at}: is not handed out unchecked")
        return
    expect(field.get("FT") == "Tx" and isinstance(now, Stream) and "V" not in field, "form", f"{at}: is no empty text field")
    font = (pdf.get(field.get("DA")) or b"").split()[:1]
    used = pdf.at(form, "DR", "Font", font[0][1:].decode()) if font else None
    descriptor = pdf.at(used, "FontDescriptor") or {}
    expect(isinstance(pdf.get(descriptor.get("FontFile2")), Stream), "embedded", f"{at}: its font is not embedded")


def check_targets(checker, widgets):
    """As large as a finger needs them, and none over another."""
    boxes = [(number, ref, checker.pdf.get(field.get("Rect"))) for number, ref, field in widgets]
    for place, (number, ref, a) in enumerate(boxes):
        at = f"page {number}: field {ref.number}"
        checker.expect(a[2] - a[0] >= TARGET and a[3] - a[1] >= TARGET, "target", f"{at}: only {a}")
        for other, which, b in boxes[:place]:
            apart = min(a[2], b[2]) - max(a[0], b[0]) < 0.02 or min(a[3], b[3]) - max(a[1], b[1]) < 0.02
            checker.expect(other != number or apart, "target", f"{at}: lies over field {which.number}")
