"""Browsers, driven as a person drives them: `open_browser(NAME, FOLDER)` begins chromium, firefox or webkit, with downloads
and everything else of its own in FOLDER. All three have the same few ways, in Browser."""
import base64
import itertools
import json
import os
import shutil
import socket
import struct
import subprocess
import time
import urllib.error
import urllib.request

PATIENCE = 120  # seconds; the machine may be busy
KEYS = {"tab": "\ue004", "enter": "\ue007", "return": "\ue006", "space": " ", "shift": "\ue008", "control": "\ue009", "v": "v"}


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def until(what, find, patience=PATIENCE):
    """What `find` gives, once that is something."""
    end = time.monotonic() + patience
    while True:
        found = find()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain until {what}")
        time.sleep(0.02)


class WebSocket:
    """As much of RFC 6455 as a client of one well-behaved server needs: text messages, whole or in pieces."""

    def __init__(self, port, path):
        self.socket = socket.create_connection(("127.0.0.1", port), 2 * PATIENCE)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        self.file = self.socket.makefile("rb")
        if b" 101 " not in self.file.readline():
            raise ConnectionError("no web socket")
        while self.file.readline().strip():
            pass

    def send(self, text):
        data, mask = text.encode(), os.urandom(4)
        size = struct.pack("!B", 0x80 | len(data)) if len(data) < 126 else struct.pack("!BH", 0xfe, len(data)) \
            if len(data) < 65536 else struct.pack("!BQ", 0xff, len(data))
        self.socket.sendall(b"\x81" + size + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(data)))

    def receive(self):
        message = b""
        while True:
            first, size = self.file.read(2)
            if size >= 126:
                size = int.from_bytes(self.file.read(2 if size == 126 else 8), "big")
            data = self.file.read(size)
            if first & 15 in (0, 1):  # a piece, or text
                message += data
            if first & 15 in (0, 1) and first & 128:
                return message.decode()


class Browser:
    """What each browser does in its own way: call(), type(), click(), choose(), screenshot(), open(), close()."""

    def __init__(self, folder):
        self.folder, self.processes = folder, []
        os.makedirs(folder, exist_ok=True)

    def begin(self, command, **environment):
        with open(os.path.join(self.folder, "log"), "ab") as log:
            self.processes.append(subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **environment}))

    def end(self):
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def wait(self, what, function, *arguments):
        return until(what, lambda: self.call(function, *arguments))

    def ready(self):
        """Waits until the newest answers are drawn."""
        self.wait("the preview is drawn", "() => !running && !again && document.documentElement.dataset.drawn == drawn")

    def text(self, selector):
        return self.call("(s) => document.querySelector(s).textContent", selector)

    def fill(self, name, words):
        """Types into the field that is called so, in the place of what is there."""
        self.call("(id) => { const e = document.getElementById(id); for (let d = e.closest('details'); d; d = d.parentElement.closest('details'))"
                  " d.open = true; e.focus(); e.select?.(); }", f"f-{name}")
        self.type(f"#f-{name}", words)

    def select(self, name, value):
        self.call("(id, value) => { const e = document.getElementById(id); e.value = value; e.dispatchEvent(new Event('input', "
                  "{bubbles: true})); }", f"f-{name}", value)

    def downloaded(self, act, end):
        """The bytes of the file that `act` has the browser keep."""
        kept = lambda: [n for n in os.listdir(self.folder) if n.endswith(end)]  # noqa: E731
        for name in kept():  # a browser may write over it, or give the new one another name
            os.remove(os.path.join(self.folder, name))
        act()
        path = os.path.join(self.folder, until(f"a file {end} is there", kept)[0])
        sizes = [-1]

        def whole():
            sizes.append(os.path.getsize(path))
            time.sleep(0.2)
            return sizes[-1] == sizes[-2] > 0

        until(f"the file {end} is whole", whole)
        with open(path, "rb") as f:
            return os.path.basename(path), f.read()


class Classic(Browser):
    """By WebDriver: Chromium's and WebKitGTK's."""

    def connect(self, port, capabilities):
        self.base = f"http://127.0.0.1:{port}"

        def session():
            try:
                return self.post("/session", capabilities={"alwaysMatch": capabilities})
            except urllib.error.URLError as e:
                if isinstance(e, urllib.error.HTTPError):
                    raise AssertionError(e.read().decode()) from e
                return None

        self.base += "/session/" + until("the driver answers", session)["sessionId"]
        self.post("/timeouts", script=PATIENCE * 1000, pageLoad=PATIENCE * 1000)

    def post(self, path, **body):
        request = urllib.request.Request(self.base + path, json.dumps(body).encode(), {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=2 * PATIENCE) as answer:
            return json.load(answer)["value"]

    def open(self, url):
        self.post("/url", url=url)

    def call(self, function, *arguments):
        return self.post("/execute/async", script=f"const done = arguments[arguments.length - 1]; Promise.resolve(({function})"
                         "(...[...arguments].slice(0, -1))).then(done)", args=list(arguments))

    def element(self, selector):
        return next(iter(self.post("/element", using="css selector", value=selector).values()))

    def type(self, selector, words):
        self.post(f"/element/{self.element(selector)}/value", text=words.replace("\n", KEYS["return"]))

    def click(self, selector):
        self.post(f"/element/{self.element(selector)}/click")

    def choose(self, selector, path):
        self.type(selector, path)

    def key(self, name, *held):
        down = [{"type": "keyDown", "value": KEYS[k]} for k in (*held, name)]
        up = [{"type": "keyUp", "value": KEYS[k]} for k in (name, *held)]
        self.post("/actions", actions=[{"type": "key", "id": "keyboard", "actions": down + up}])

    def screenshot(self):
        request = urllib.request.Request(self.base + "/screenshot")
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return base64.b64decode(json.load(answer)["value"])

    def resize(self, width, height):
        self.post("/window/rect", width=width, height=height)

    def end(self):
        try:
            urllib.request.urlopen(urllib.request.Request(self.base, method="DELETE"), timeout=20).close()
        except (OSError, AttributeError):
            pass
        super().end()


class Chromium(Classic):
    def __init__(self, folder, *options):
        super().__init__(folder)
        port = free_port()
        self.begin(["chromedriver", f"--port={port}", "--log-level=SEVERE"])
        self.connect(port, {"goog:chromeOptions": {
            "args": ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--lang=en-US", "--window-size=1400,1000",
                     "--proxy-server=127.0.0.1:9", f"--user-data-dir={folder}/profile", *options],
            "prefs": {"download.default_directory": folder, "download.prompt_for_download": False}}})

    def devtools(self, command, **parameters):
        return self.post("/goog/cdp/execute", cmd=command, params=parameters)


class WebKit(Classic):
    def __init__(self, folder):
        super().__init__(folder)
        port, display = free_port(), f":{free_port() % 10000 + 100}"
        self.begin(["Xvfb", display, "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
        home = {"HOME": folder, "XDG_DOWNLOAD_DIR": folder, "DISPLAY": display, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
                "LIBGL_ALWAYS_SOFTWARE": "1", "LANG": "en_US.UTF-8", "GDK_BACKEND": "x11"}
        self.begin(["WebKitWebDriver", f"--port={port}"], **home)
        self.connect(port, {})

    def type(self, selector, words):
        """The driver's keys reach as far as U+FFFF, and what lies beyond comes from no key: a person puts it in by an input
        method, which is one change of the text at the cursor."""
        for beyond, piece in itertools.groupby(words, lambda c: c > "\uffff"):
            if beyond:
                self.call("(words) => document.execCommand('insertText', false, words)", "".join(piece))
            else:
                super().type(selector, "".join(piece))


class Firefox(Browser):
    """By WebDriver BiDi, which Firefox speaks itself."""

    def __init__(self, folder):
        super().__init__(folder)
        port, profile = free_port(), os.path.join(folder, "profile")
        os.makedirs(profile)
        with open(os.path.join(profile, "user.js"), "w", encoding="utf-8") as f:
            for key, value in {"browser.download.dir": folder, "browser.download.folderList": 2, "pdfjs.disabled": True,
                               "browser.helperApps.neverAsk.saveToDisk": "application/pdf", "network.proxy.type": 1,
                               "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9, "network.proxy.ssl": "127.0.0.1",
                               "network.proxy.ssl_port": 9, "browser.download.alwaysOpenPanel": False,
                               "intl.accept_languages": "en-US, en"}.items():
                f.write(f"user_pref({json.dumps(key)}, {json.dumps(value)});\n")
        self.begin(["firefox-esr", "--headless", "--no-remote", "--profile", profile, "--width", "1400", "--height", "1000",
                    f"--remote-debugging-port={port}"], HOME=folder, MOZ_HEADLESS_WIDTH="1400", MOZ_HEADLESS_HEIGHT="1000")
        self.count = 0

        def connect():
            try:
                return WebSocket(port, "/session")
            except OSError:
                return None

        self.socket = until("Firefox answers", connect)
        self.send("session.new", capabilities={})
        self.context = self.send("browsingContext.getTree")["contexts"][0]["context"]

    def send(self, method, **parameters):
        self.count += 1
        self.socket.send(json.dumps({"id": self.count, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.receive())
            if answer.get("id") == self.count:
                if answer["type"] == "error":
                    raise AssertionError(f"{method}: {answer['message']}")
                return answer["result"]

    def open(self, url):
        self.send("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def call(self, function, *arguments):
        answer = self.send("script.callFunction", functionDeclaration=f"async (all) => JSON.stringify(await ({function})(...JSON.parse(all)) ?? null)",
                           arguments=[{"type": "string", "value": json.dumps(arguments)}], awaitPromise=True, userActivation=True,
                           target={"context": self.context})
        if answer["type"] == "exception":
            raise AssertionError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def perform(self, kind, actions, **more):
        self.send("input.performActions", context=self.context, actions=[{"type": kind, "id": kind, "actions": actions, **more}])

    def type(self, selector, words):
        del selector  # it has the focus
        self.perform("key", [{"type": way, "value": c} for c in words for way in ("keyDown", "keyUp")])

    def key(self, name, *held):
        self.perform("key", [{"type": "keyDown", "value": KEYS[k]} for k in (*held, name)] +
                     [{"type": "keyUp", "value": KEYS[k]} for k in (name, *held)])

    def node(self, selector):
        return self.send("browsingContext.locateNodes", context=self.context, locator={"type": "css", "value": selector})["nodes"][0]["sharedId"]

    def click(self, selector):
        self.call("(s) => document.querySelector(s).scrollIntoView({block: 'center'})", selector)
        origin = {"type": "element", "element": {"sharedId": self.node(selector)}}
        self.perform("pointer", [{"type": "pointerMove", "x": 0, "y": 0, "origin": origin}, {"type": "pointerDown", "button": 0},
                                 {"type": "pointerUp", "button": 0}], parameters={"pointerType": "mouse"})

    def choose(self, selector, path):
        self.send("input.setFiles", context=self.context, element={"sharedId": self.node(selector)}, files=[path])

    def screenshot(self):
        return base64.b64decode(self.send("browsingContext.captureScreenshot", context=self.context)["data"])

    def resize(self, width, height):
        self.send("browsingContext.setViewport", context=self.context, viewport={"width": width, "height": height})

    def end(self):
        try:
            self.send("browser.close")
        except (AssertionError, OSError, ValueError):
            pass
        super().end()


KINDS = {"chromium": Chromium, "firefox": Firefox, "webkit": WebKit}


def open_browser(kind, folder, *options):
    shutil.rmtree(folder, ignore_errors=True)
    return KINDS[kind](folder, *options)
