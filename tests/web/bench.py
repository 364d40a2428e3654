"""How fast the page is, in Chromium: `bench.py PAGE FOLDER`. Medians, beside the limits that the page is to keep on two
cores that do nothing else."""
import os
import statistics
import sys

import driver

OPENED, CHANGES = 5, 20


def changed(browser):
    """A letter more in the name, again and again: milliseconds to the new file's bytes and to page 1 drawn."""
    return browser.call("""async (n) => {
        const out = [];
        for (let i = 0; i < n; i++) {
            fields.get('name').set('Willow Creek ' + 'x'.repeat(i));
            await update();
            out.push([times.make, times.page]);
        }
        return out;
    }""", CHANGES)


def main():
    page, folder = (os.path.abspath(p) for p in sys.argv[1:])
    browser, opened = driver.open_browser("chromium", folder), []
    try:
        for _ in range(OPENED):
            browser.open("file://" + page)
            browser.ready()
            opened.append(browser.call("() => times.first"))
        makes, pages = zip(*changed(browser))
    finally:
        browser.end()
    rows = [("the page's size, KB", os.path.getsize(page) / 1024, 3584),
            ("from opening to page 1 drawn, ms", statistics.median(opened), 1500),
            ("from a change to the new file, ms", statistics.median(makes), 60),
            ("from a change to page 1 drawn, ms", statistics.median(pages), 300)]
    for what, value, most in rows:
        print(f"{what:36} {value:7.0f}   at most {most}")


main()
