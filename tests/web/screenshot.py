"""A picture of the page, filled in, for README: `screenshot.py PAGE FOLDER PICTURE.png`."""
import os
import subprocess
import sys
import time

import driver

FILLED = {"name": "Willow Creek Massage", "therapist": "Ana Perez, LMT", "phone": "(503) 555-0142", "email": "hello@willowcreek.example",
          "booking_url": "willowcreek.example/book", "address": "12 Mill Lane, Suite 4\nSpringfield, OR 97477"}
LOGO = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><path fill="#0b5f5a" d="M30 38C14 30 8 18 12 4c10 4 18 16 18 34z"/>'
        '<path fill="#b5542b" d="M30 38c16-8 22-20 18-34-10 4-18 16-18 34z"/></svg>')

MOST = 60 * 1024  # bytes: README is opened on slow lines too
COLORS = "64"     # letters stay clear, and the pictures' soft colors too


def main():
    page, folder, picture = sys.argv[1:]
    browser = driver.open_browser("chromium", os.path.abspath(folder))
    try:
        browser.devtools("Emulation.setDeviceMetricsOverride", width=1280, height=800, deviceScaleFactor=0.75, mobile=False)
        browser.open("file://" + os.path.abspath(page))
        browser.ready()
        logo = os.path.join(os.path.abspath(folder), "logo.svg")
        with open(logo, "w", encoding="utf-8") as f:
            f.write(LOGO)
        for name, words in FILLED.items():
            browser.fill(name, words)
        browser.choose("#f-logo", logo)
        browser.wait("the logo is there", "() => !document.getElementById('logo-shown').hidden")
        browser.call("""() => { document.activeElement.blur(); scrollTo(0, 0); // the form scrolls by itself
            for (const e of document.querySelectorAll("*")) e.scrollTop = 0; }""")
        time.sleep(1)
        browser.ready()
        subprocess.run(["convert", "png:-", "+dither", "-colors", COLORS, "-strip", "-define", "png:compression-level=9", "-define",
                        "png:compression-filter=0", "png8:" + picture], input=browser.screenshot(), check=True)
    finally:
        browser.end()
    assert os.path.getsize(picture) <= MOST, f"{picture} has {os.path.getsize(picture)} bytes"


if __name__ == "__main__":
    main()
