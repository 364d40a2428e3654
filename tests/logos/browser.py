"""Chromium without a window, by its own protocol over two pipes: draws SVG files as a browser does."""
import base64
import json
import os
import shutil
import subprocess
import tempfile


class Browser:
    def __init__(self):
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        if program is None:
            raise FileNotFoundError("chromium is not installed")
        self.home = tempfile.mkdtemp()
        read_in, self.to = os.pipe()
        self.back, write_out = os.pipe()

        def hand_over():
            a, b = os.dup(read_in), os.dup(write_out)
            os.dup2(a, 3), os.dup2(b, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--hide-scrollbars",
             "--force-color-profile=srgb", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
             "--allow-file-access-from-files", f"--user-data-dir={self.home}", "about:blank"],
            preexec_fn=hand_over, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(read_in), os.close(write_out)
        self.buffer, self.number, self.session = b"", 0, None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")

    def close(self):
        os.close(self.to)
        self.process.kill()
        self.process.wait()
        os.close(self.back)
        shutil.rmtree(self.home, ignore_errors=True)

    def receive(self):
        while b"\0" not in self.buffer:
            got = os.read(self.back, 1 << 16)
            if not got:
                raise EOFError("Chromium has ended")
            self.buffer += got
        one, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(one)

    def call(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def evaluate(self, script):
        return self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)["result"].get("value")

    def draw(self, path, side=2000):
        """The drawing as PNG, its longer side about that many pixels; None where the browser shows none."""
        self.call("Emulation.setDeviceMetricsOverride", width=800, height=600, deviceScaleFactor=1, mobile=False)
        self.call("Page.navigate", url="file://" + os.path.realpath(path))
        size = None
        for _ in range(400):  # until it is loaded; a moment each
            state = self.evaluate("document.readyState + ' ' + location.href")
            if state and state.startswith("complete file:"):
                break
            self.evaluate("new Promise(done => setTimeout(done, 10))")
        size = self.evaluate("""(() => { const r = document.documentElement;
            if (r.nodeName.replace(/^.*:/, '') !== 'svg' || r.querySelector('parsererror')) return null;
            const b = r.getBoundingClientRect();
            const sized = r.hasAttribute('viewBox') || (r.hasAttribute('width') && r.hasAttribute('height'));
            if (sized) return [b.width, b.height];
            try { const g = r.getBBox(); return [Math.max(1, g.x + g.width + 20), Math.max(1, g.y + g.height + 20)]; } catch (e) { return null; } })()""")
        if not size or min(size) <= 0:
            return None
        w, h = (max(1, min(4000, round(v + 0.49))) for v in size)
        self.call("Emulation.setDeviceMetricsOverride", width=w, height=h, deviceScaleFactor=min(100, max(0.12, side / max(w, h))),
                  mobile=False)
        self.call("Emulation.setDefaultBackgroundColorOverride", color={"r": 0, "g": 0, "b": 0, "a": 0})
        self.evaluate("document.documentElement.setCurrentTime && (document.documentElement.pauseAnimations(), document.documentElement.setCurrentTime(0))")
        self.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return base64.b64decode(self.call("Page.captureScreenshot", format="png", optimizeForSpeed=True)["data"])
