"""A CMYK JPEG that libjpeg reads without a warning, and that no camera writes: its coefficients, times their steps, do not
fit into 16 bits, where libjpeg-turbo's vector code gives other pixels than its plain code. `makejpeg.py FILE`"""
import random
import subprocess
import sys

WIDTH, HEIGHT = 96, 64


def noise():
    draw = random.Random(20261130)
    pixels = bytes(draw.choice((0, 255)) for _ in range(4 * WIDTH * HEIGHT))
    command = ["convert", "-size", f"{WIDTH}x{HEIGHT}", "-depth", "8", "cmyk:-", "-quality", "100",
               "-sampling-factor", "1x1", "jpeg:-"]
    return bytearray(subprocess.run(command, input=pixels, stdout=subprocess.PIPE, check=True).stdout)


def widen(jpeg):
    """Makes every step of the quantization tables the widest one (ITU-T T.81, B.2.4.1)."""
    at = 2
    while jpeg[at + 1] != 0xDA:
        length = int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if jpeg[at + 1] == 0xDB:
            for table in range(at + 4, at + 2 + length, 65):
                jpeg[table + 1 : table + 65] = b"\xff" * 64
        at += 2 + length
    return jpeg


with open(sys.argv[1], "wb") as f:
    f.write(widen(noise()))
