"""Chromium: `peer_chromium.py FOLDER N PROGRAM` makes N handouts with one browser, by its debugging pipe."""
import base64
import json
import os
import subprocess
import sys
import tempfile

from handout_html import Handouts

OPTIONS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--allow-file-access-from-files",
           "--remote-debugging-pipe"]


class Browser:
    """Messages are JSON with a NUL behind; the browser reads descriptor 3 and writes descriptor 4."""

    def __init__(self, program, home):
        (r3, self.to), (self.read, w4) = os.pipe(), os.pipe()
        command = ["bash", "-c", f'exec "$0" "$@" 3<&{r3} 4>&{w4}', program, *OPTIONS, f"--user-data-dir={home}"]
        self.process = subprocess.Popen(command, pass_fds=(r3, w4), stderr=subprocess.DEVNULL)
        os.close(r3)
        os.close(w4)
        self.rest, self.number = b"", 0

    def next(self):
        while b"\0" not in self.rest:
            got = os.read(self.read, 1 << 20)
            if not got:
                sys.exit("chromium has ended")
            self.rest += got
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.to, data):]
        while (answer := self.next()).get("id") != self.number:
            pass
        if "error" in answer:
            sys.exit(f"{method}: {answer['error']}")
        return answer["result"]

    def wait(self, event):
        while self.next().get("method") != event:
            pass


def main():
    folder, n, program = os.path.abspath(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    handouts = Handouts(folder)
    with tempfile.TemporaryDirectory() as home:
        browser = Browser(program, home)
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        browser.call("Page.enable", session)
        for i, practice in enumerate(handouts.practices[:n]):
            page = os.path.join(folder, f"page{i}.html")
            with open(page, "w", encoding="utf-8") as f:
                f.write(handouts.of(practice))
            browser.call("Page.navigate", session, url=f"file://{page}")
            browser.wait("Page.loadEventFired")
            printed = browser.call("Page.printToPDF", session, preferCSSPageSize=True, printBackground=True)
            with open(os.path.join(folder, f"chromium{i}.pdf"), "wb") as f:
                f.write(base64.b64decode(printed["data"]))
        browser.call("Browser.close")
        browser.process.wait()


if __name__ == "__main__":
    main()
