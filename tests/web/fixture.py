"""What each test of the page has: a browser, the page, the program, and a folder with files to drop."""
import os
import subprocess
import sys

import driver

HERE = os.path.dirname(os.path.abspath(__file__))
TOOLS = os.path.join(os.path.dirname(HERE), "tools")


class Test:
    def __init__(self, kind, page, program, folder):
        self.kind, self.page, self.program, self.folder = kind, page, program, folder
        self.browser = driver.open_browser(kind, os.path.join(folder, "browser"))
        self.logo = self.file("logo.png", subprocess.run([sys.executable, os.path.join(TOOLS, "makepng.py"), "rgb-alpha8",
                                                          "/dev/stdout", "480", "320"], capture_output=True, check=True).stdout)
        self.two_colors = os.path.join(folder, "two.png")  # 3 in 4 of the one
        subprocess.run(["convert", "-size", "90x60", "xc:#7a2048", "-size", "30x60", "xc:#2a7f62", "+append", self.two_colors], check=True)

    def file(self, name, data):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as f:
            f.write(data)
        return path

    def begin(self, page=None):
        self.browser.open("file://" + (page or self.page))
        self.browser.ready()
        self.browser.wait("the letters have their faces, so that nothing moves under a click", "() => document.fonts.size === 4")

    def native(self, *arguments):
        """The bytes and messages of the program, in the folder with the files, without another one to draw SVG."""
        done = subprocess.run([self.program, "--no-profile", "--out", "native.pdf", *arguments], cwd=self.folder,
                              env={"PATH": "/nonexistent"}, capture_output=True, text=True)
        if done.returncode != 0:
            return None, done.stderr
        with open(os.path.join(self.folder, "native.pdf"), "rb") as f:
            return f.read(), done.stderr

    def download(self):
        self.browser.ready()
        self.browser.wait("the handout can be kept", "() => !document.getElementById('download').disabled")
        return self.browser.downloaded(lambda: self.browser.click("#download"), ".pdf")

    def same(self, *arguments):
        name, bytes_ = self.download()
        expected, _ = self.native("--region", "US", *arguments)
        assert bytes_ == expected, f"{name}: {len(bytes_)} bytes, the program makes {len(expected or b'')}"
        return name
