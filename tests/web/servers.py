"""Tests of browser.py: what the page asks of a server, and what one makes of the page."""
import http.server
import threading
import time

import driver


def nothing_is_sent_whatever_a_script_of_the_page_tries(t):
    asked = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()

        do_POST = do_GET

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    ways = """async (at) => {
        const tries = [() => fetch(at + 'fetch'), () => navigator.sendBeacon(at + 'beacon', 'x'), () => { new Image().src = at + 'image'; },
            () => { const r = new XMLHttpRequest(); r.open('GET', at + 'xhr'); r.send(); }, () => new EventSource(at + 'events'),
            () => new WebSocket(at.replace('http', 'ws') + 'socket'),
            () => { const e = document.createElement('script'); e.src = at + 'script'; document.body.append(e); },
            () => { const e = document.createElement('iframe'); e.src = at + 'frame'; document.body.append(e); },
            () => { const e = document.createElement('link'); e.rel = 'stylesheet'; e.href = at + 'style'; document.head.append(e); },
            () => { const e = document.createElement('link'); e.rel = 'prefetch'; e.href = at + 'prefetch'; document.head.append(e); },
            () => { const e = document.createElement('video'); e.src = at + 'video'; document.body.append(e); },
            () => { const e = document.createElement('form'); e.action = at + 'form'; document.body.append(e); e.submit(); },
            () => new FontFace('x', 'url(' + at + 'font)').load(), () => new Worker(at + 'worker')];
        for (const one of tries) try { await Promise.race([one(), new Promise((r) => setTimeout(r, 200))]); } catch { /* as it should */ }
        return true;
    }"""
    at = f"http://127.0.0.1:{server.server_port}/"
    t.begin()
    t.browser.call(ways, at)
    time.sleep(1)
    assert asked == [], f"the page reached {asked}"
    t.browser.open("file://" + t.file("open.html", b"<!DOCTYPE html><title>no policy</title><body>"))
    t.browser.call("async (at) => { await fetch(at); return true; }", at + "fetch")
    driver.until("a page without a policy gets through, so that the server is seen to listen", lambda: "/fetch" in asked)
    server.shutdown()


class Strict(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=iso-8859-1")
        if self.path == "/strict.html":
            self.send_header("Content-Security-Policy", "default-src 'self'")
        self.end_headers()
        if self.path.endswith(".html"):
            self.wfile.write(self.server.page)

    def log_message(self, *_):
        pass


def the_page_runs_from_a_server_that_calls_it_latin_1_and_where_a_server_forbids_scripts_it_says_so(t):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Strict)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    t.begin()
    b = t.browser
    _, saved = b.downloaded(lambda: b.click("#save-page"), ".html")
    with open(t.page, "rb") as f:
        for server.page in f.read(), saved:
            b.open(f"http://127.0.0.1:{server.server_port}/page.html")
            b.ready()
            assert not b.call("() => document.getElementById('blocked').getClientRects().length"), "it says that it does not run"
            assert b.text("#picture").startswith("Save a picture") and b.call("() => document.querySelector('#f-therapist-hint, #keep-title + .hint').textContent.includes('â')") is False
    b.open(f"http://127.0.0.1:{server.server_port}/strict.html")
    b.wait("what to do is said", "() => getComputedStyle(document.getElementById('blocked')).visibility === 'visible'")
    assert b.call("() => [...document.querySelectorAll('svg')].every((e) => e.getBoundingClientRect().width < 300)"), "a giant picture"
    assert b.call("() => document.getElementById('main').getClientRects().length") == 0, "a dead form is shown"
    server.shutdown()
