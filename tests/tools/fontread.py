"""What a judge has to know of an embedded TrueType file: glyph count, widths, outlines in range."""
import struct


class FontError(Exception):
    pass


class TrueType:
    def __init__(self, data):
        if data[:4] not in (b"\0\1\0\0", b"true"):
            raise FontError("the embedded file is no TrueType font")
        self.data, self.tables = data, {}
        for i in range(struct.unpack(">H", data[4:6])[0]):
            tag, _, offset, length = struct.unpack(">4sLLL", data[12 + 16 * i : 28 + 16 * i])
            if offset + length > len(data):
                raise FontError(f"the table {tag.decode('latin-1')} reaches beyond the font file")
            self.tables[tag.decode("latin-1")] = data[offset : offset + length]
        for tag in ("head", "hhea", "hmtx", "maxp", "loca", "glyf"):
            if tag not in self.tables:
                raise FontError(f"the font has no table {tag}")
        self.glyphs = struct.unpack(">H", self.tables["maxp"][4:6])[0]
        self.units = struct.unpack(">H", self.tables["head"][18:20])[0]
        self.check_outlines()

    def check_outlines(self):
        loca, long = self.tables["loca"], struct.unpack(">h", self.tables["head"][50:52])[0]
        size = 4 if long else 2
        if len(loca) < size * (self.glyphs + 1):
            raise FontError("the table loca is shorter than the number of glyphs")
        self.loca = [o if long else 2 * o for o in struct.unpack(f">{self.glyphs + 1}{'L' if long else 'H'}",
                                                                  loca[: size * (self.glyphs + 1)])]
        if self.loca != sorted(self.loca) or self.loca[-1] > len(self.tables["glyf"]):
            raise FontError("the table loca points outside the table glyf")

    def width(self, glyph):
        """The advance of a glyph in 1/1000 em."""
        longs = struct.unpack(">H", self.tables["hhea"][34:36])[0]
        at = 4 * min(glyph, longs - 1)
        return struct.unpack(">H", self.tables["hmtx"][at : at + 2])[0] * 1000 / self.units

    def outline(self, glyph):
        """Bytes of a glyph's outline; 0 for a blank."""
        return self.loca[glyph + 1] - self.loca[glyph]
