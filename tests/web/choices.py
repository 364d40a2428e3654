"""Tests of browser.py: what the form offers."""
import os
import re
import subprocess


def a_card_is_made_by_itself_and_what_it_has_no_room_for_is_said(t):
    t.begin()
    b = t.browser
    b.click("#f-parts-3")
    b.click("#f-parts-card")
    t.same("--parts", "card")
    checked = "() => [...document.querySelectorAll('#f-parts input')].map((e) => e.checked)"
    assert b.call("() => document.getElementById('f-parts-0').disabled"), "a card takes no other part"
    assert b.call(checked) == [False] * 4 + [True], "a part looks as if it came with the card"
    b.click("#f-parts-card")
    assert b.call(checked) == [True] * 3 + [False] * 2, "the parts that were chosen are forgotten"
    b.click("#f-parts-3")
    b.click("#f-parts-card")
    b.click("#f-large-print")
    b.ready()
    said = b.text("#f-parts-error")
    assert said == "The small card cannot be made like this, because “Large print” needs more room: uncheck one of the two.", said
    assert "leaves out" in b.text("#stale"), "other pages are shown as if they were the card"
    b.click("#f-large-print")
    b.fill("client", "Sam")
    b.ready()
    said = b.text("#f-parts-error")
    assert said == "The small card has no room for a client’s name and notes: press “Clear the client”, or uncheck the card.", said
    b.click("#status a")
    assert b.call("() => document.activeElement.id") == "f-parts-card", "the link leads to a box that cannot be checked"
    b.click("#clear-client")
    b.select("paper", "a5")
    b.ready()
    said = b.text("#f-parts-error")
    assert said == "The small card is cut from Letter or A4 paper: choose one of them, or uncheck the card.", said
    b.select("paper", "")
    b.ready()
    _, kept = b.downloaded(lambda: b.click("#save-page"), ".html")
    t.begin(t.file("saved.html", kept))
    assert b.call("() => document.getElementById('f-parts-card').checked")
    t.same("--parts", "card")
    b.click("#f-parts-card")
    t.same()


def the_look_is_chosen_among_the_programs_own(t):
    t.begin()
    b = t.browser
    for theme in "earth", "rose":
        b.click(f"#f-theme input[value={theme}]")
        shown = b.call("(k) => { const t = about.themes.find((t) => t.keyword === k); return ['color', 'accent'].map((c) => [t[c], fields.get(c).input.value]); }", theme)
        assert all(is_ == has for is_, has in shown), f"the fields of colors show other ones than those of {theme}: {shown}"
        t.same("--theme", theme)
    chosen = "() => document.querySelector('#f-theme input:checked').value"
    assert all(b.call("() => [...document.querySelectorAll('#f-theme .theme')].map((e) => e.children.length > 0)")), "a choice has no color"
    b.call("() => { const e = document.getElementById('f-color'); e.value = '#123456'; e.dispatchEvent(new Event('input', {bubbles: true})); }")
    t.same("--color", "#123456")
    assert b.call(chosen) == "own" and b.text("#f-color-error") == "", "a theme looks as if it were in force"
    assert b.text("#f-color-clear") == "Back to Rose"
    b.click("#f-theme input[value=earth]")
    t.same("--theme", "earth")
    b.click("#f-theme input[value=own]")
    earth = b.call("() => about.themes.find((t) => t.keyword === 'earth').color")
    t.same("--color", earth)
    b.click("#f-color-clear")
    assert b.call(chosen) == "earth"
    b.click("#f-theme input[value=rose]")
    b.choose("#f-logo", t.logo)
    b.select("masthead", "logo")
    b.select("name_language", "ja")
    b.wait("the logo is there", "() => logoFile !== null")
    b.fill("name", "Willow Creek")
    t.same("--theme", "rose", "--practice-name", "Willow Creek", "--logo", "logo.png", "--masthead", "logo", "--name-language", "ja")


def boxes_to_fill_in_ink_and_the_screen_of_a_phone_are_the_programs(t):
    t.begin()
    b = t.browser
    b.click("#f-fillable")
    t.same("--fillable")
    b.select("ink", "gray")
    t.same("--fillable", "--ink", "gray")
    _, kept = b.downloaded(lambda: b.click("#save-page"), ".html")
    t.begin(t.file("saved.html", kept))
    t.same("--fillable", "--ink", "gray")
    b.click("#f-fillable")
    b.select("ink", "")
    b.select("paper", "phone")
    t.same("--paper", "phone")


def each_option_of_the_program_has_its_field(t):
    t.begin()
    listed = subprocess.run([t.program, "--help"], capture_output=True, text=True, check=True).stdout
    options = set(re.findall(r"(?<!\S)--([a-z-]+)", listed.split("\nOutput:")[1].split("\nUsage:")[0]))
    asked = {"out", "dry-run", "strict", "dump", "quiet", "profile", "no-profile", "no-fillable", "client-stdin", "content", "no-sandbox", "help",
             "version"}  # of files, a terminal or a system
    known = set(t.browser.call("""() => ['logo', ...fields.values()].flatMap((f) => f === 'logo' ? f : [f.option, f.name, f.key, ...f.input.options
        ? [...f.input.options].map((o) => o.value) : []]).filter(Boolean).map((name) => name.replace(/^--/, '').replace(/_/g, '-'))"""))
    assert {"theme", "masthead", "name-language", "parts", "fonts", "large-print"} < options, options
    assert options - asked - known == set(), f"the page does not offer {options - asked - known}"


def edges_of_a_logo_are_no_colors_of_it(t):
    path = os.path.join(t.folder, "round.png")
    subprocess.run(["convert", "-size", "600x400", "xc:white", "-fill", "#1f4e79", "-draw", "circle 200,200 200,80", "-fill", "#c46a2d",
                    "-draw", "roundrectangle 340,120 540,280 20,20", path], check=True)
    t.begin()
    t.browser.choose("#f-logo", path)
    t.browser.wait("colors are offered", "() => document.querySelectorAll('#f-color-swatches button').length > 0")
    colors = t.browser.call("() => [...document.querySelectorAll('#f-color-swatches button')].map((e) => e.value)")
    assert colors == ["#1f4e79", "#c46a2d"], colors


def a_client_is_cleared_and_that_is_said(t):
    t.begin()
    b = t.browser
    b.fill("client", "Maria Lopez")
    b.ready()
    assert "for one client" in b.text("#for-client"), "it is put on a website with the client's name in it"
    b.click("#clear-client")
    b.wait("it is said", "() => document.querySelector('#client-said[role=status]').textContent.includes('is cleared')")
    t.same()
    assert b.text("#for-client") == ""
    b.fill("client", "M")
    assert b.text("#client-said") == "", "it is said of the next client"


def what_stands_against_each_other_is_said_in_the_forms_own_words(t):
    t.begin()
    b = t.browser
    b.select("masthead", "logo")
    b.fill("name", "Willow Creek")
    t.same("--practice-name", "Willow Creek")  # there is no logo to stand alone
    b.choose("#f-logo", t.file("words.png", b"no picture"))
    b.wait("it is refused", "() => document.getElementById('f-logo-error').textContent.includes('is not a picture')")
    b.ready()
    assert b.text("#f-masthead-error") == "", b.text("#f-masthead-error")
    b.click("#logo-remove")
    b.fill("email", "rosa@stillwater")
    b.fill("website", "willow creek.example")
    b.fill("phone", "541-555-017")
    b.ready()
    said = [b.text(f"#f-{name}-error") for name in ("email", "website", "phone")]
    assert said == ["Email 'rosa@stillwater' has no dot after the @: write it like info@willowcreek.example.",
                    "Website 'willow creek.example' has a space in it: remove it, or copy the address from your browser.",
                    "This has 9 digits, and numbers of your country have 10: check it."], said
    b.fill("phone", "(541) 555-0177 x12")
    b.fill("email", "a@b.example")
    b.fill("website", "willowcreek.example")
    for part in range(4):
        b.click(f"#f-parts-{part}")
    t.same("--practice-name", "Willow Creek", "--phone", "(541) 555-0177 x12", "--email", "a@b.example", "--website", "willowcreek.example")
    assert b.text("#f-parts-error") == "Nothing is checked, so the handout has all parts."
    b.call("() => { for (const d of document.querySelectorAll('details')) d.open = true; }")
    b.click("#f-booklet")
    for act, fault in ((lambda: b.click("#f-fillable"), "A booklet is folded from paper and has no boxes to fill in on a screen: uncheck “Booklet to fold” or “Boxes to fill in on a screen”."),
                       (lambda: (b.click("#f-fillable"), b.select("paper", "phone")), "These pages are for a screen, and a booklet is folded from paper: uncheck “Booklet to fold”, or choose a paper."),
                       (lambda: b.select("paper", "legal"), "A booklet is folded from letter or a4 paper: choose one of these at “Paper”."),
                       (lambda: (b.select("paper", ""), b.click("#f-crop-marks")), "A booklet is folded from office paper, and “Bleed” and “Crop marks” are for a print shop: remove one of the two."),
                       (lambda: (b.select("paper", "phone"), b.click("#f-booklet")), "These pages are for a screen, and “Bleed” and “Crop marks” are for a print shop: remove them, or choose a paper."),
                       (lambda: (b.select("paper", ""), b.fill("bleed", "3")), "Bleed '3' is not a length from 0 to 10 mm: write it like 3mm.")):
        act()
        b.ready()
        said = b.text("#problems")
        assert said == fault, (said, fault)


def a_picture_that_the_browser_has_drawn_keeps_its_name(t):
    path = os.path.join(t.folder, "white.gif")
    subprocess.run(["convert", "-size", "40x40", "xc:white", path], check=True)
    t.begin()
    t.browser.choose("#f-logo", path)
    t.browser.wait("it is drawn", "() => document.getElementById('f-logo-error').textContent.includes('has drawn white.gif')")
    t.browser.ready()
    said = t.browser.text("#f-logo-error") + t.browser.text("#problems")
    assert "logo white.gif" in said and "white.png" not in said, said


def each_file_that_is_kept_is_told_of(t):
    t.begin()
    b = t.browser
    for wanted in "handout.pdf is among your downloads.", "handout.pdf is among your downloads, the newest of that name.":
        b.downloaded(lambda: b.click("#download"), ".pdf")
        assert b.text("#status") == wanted, b.text("#status")
    b.fill("name", "W")
    b.ready()
    assert b.text("#status").startswith("PDF, "), b.text("#status")
    b.downloaded(lambda: b.click("#picture"), ".png")
    b.wait("the picture is told of", "() => document.getElementById('picture-said').textContent === 'w-handout.png is among your downloads.'")



def words_for_a_link_are_copied(t):
    t.begin()
    b = t.browser
    b.ready()
    b.click("#copy-words")
    b.wait("it is said", "() => document.getElementById('copy-said').textContent === 'Copied.'")
    words = b.call("() => document.getElementById('link-words').value")  # which change with what is put in
    b.fill("welcome", "")
    b.call("() => { const e = document.getElementById('f-welcome'); e.focus(); }")
    b.key("v", "control")
    b.wait("they are put in", "(words) => document.getElementById('f-welcome').value === words", words)


def from_each_card_the_keyboard_goes_to_the_preview(t):
    t.begin()
    b = t.browser
    cards = b.call("() => document.querySelectorAll('#fields .card').length")
    assert cards == 4, cards
    for card in range(cards):
        wide = b.call("(i) => { const e = document.querySelectorAll('#fields .card')[i].querySelector('.jump'), wide = () => e.getBoundingClientRect().width,"
                      " high = () => document.querySelector('form').scrollHeight; const before = [wide(), high()]; e.focus({ preventScroll: true });"
                      " return [before[0], wide(), before[1], high()]; }", card)
        assert wide[0] <= 1 and wide[1] > 50 and wide[2] == wide[3], f"it is seen once it has the focus, and moves nothing: {wide}"
        b.key("enter")
        assert b.call("() => document.activeElement.id") == "preview"
        b.key("tab")
        assert b.call("() => document.activeElement.id") == "print"
    under = b.call("() => { const e = document.getElementById('smaller'); scrollBy(0, e.getBoundingClientRect().top - 20); e.focus(); "
                   "const r = e.getBoundingClientRect(); return document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2)?.closest('button')?.id; }")
    assert under == "smaller", "what has the focus is under the bar"
