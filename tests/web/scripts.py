"""A test of browser.py."""
import os

HERE = os.path.dirname(os.path.abspath(__file__))


def names_in_other_scripts_are_set_and_those_of_the_east_with_their_file(t):
    t.begin()
    b = t.browser
    b.fill("name", "בית מרפא (יפו) 03-555")
    t.same("--practice-name", "בית מרפא (יפו) 03-555")
    b.fill("name", "和風堂 마사지")
    b.wait("it says which file is wanted", "() => document.getElementById('f-name-error').textContent.includes('Korean fonts')")
    assert "make" not in b.call("() => document.getElementById('f-name-error').textContent")
    b.call("() => { document.querySelectorAll('details').forEach((d) => (d.open = true)); }")
    b.choose("#f-fonts", t.file("other.fonts", b"another"))
    b.wait("another file is refused", "() => document.getElementById('f-fonts-error').textContent.includes('is not the font file')")
    fonts = os.path.join(HERE, "..", "..", "build", "dgs-pdf-cjk.fonts")
    if not os.path.exists(fonts):
        print("make cjk-fonts was not run: their file is not dropped on the page")
        return
    b.choose("#f-fonts", os.path.realpath(fonts))
    b.wait("the file is open", "() => document.getElementById('f-fonts-error').textContent.includes('is open')")
    t.same("--fonts", fonts, "--practice-name", "和風堂 마사지")
    b.call("() => { engine.broken('planted'); }")
    b.fill("name", "마사지 和風堂")
    b.ready()
    t.same("--fonts", fonts, "--practice-name", "마사지 和風堂")
