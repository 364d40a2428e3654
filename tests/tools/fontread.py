"""What a judge has to know of a TrueType file: glyph count, widths, outlines in range, what they are made of."""
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

    def parts(self):
        """Composite glyphs, each with the glyphs that its description names (OpenType 1.9, "glyf")."""
        words, more, one, two, four = 1, 0x20, 8, 0x40, 0x80
        out, glyf = {}, self.tables["glyf"]
        for glyph in range(self.glyphs):
            at = self.loca[glyph]
            if self.outline(glyph) == 0 or struct.unpack(">h", glyf[at : at + 2])[0] >= 0:
                continue
            at, flags = at + 10, more
            while flags & more:
                flags, part = struct.unpack(">HH", glyf[at : at + 4])
                out.setdefault(glyph, []).append(part)
                at += 4 + (4 if flags & words else 2)
                at += 2 if flags & one else 4 if flags & two else 8 if flags & four else 0
        return out

    def characters(self):
        """The glyph of each code point, by the subtable of format 12."""
        cmap, out = self.tables["cmap"], {}
        for i in range(struct.unpack(">H", cmap[2:4])[0]):
            at = struct.unpack(">L", cmap[8 + 8 * i : 12 + 8 * i])[0]
            if struct.unpack(">H", cmap[at : at + 2])[0] != 12:
                continue
            for k in range(struct.unpack(">L", cmap[at + 12 : at + 16])[0]):
                first, last, glyph = struct.unpack(">LLL", cmap[at + 16 + 12 * k : at + 28 + 12 * k])
                out.update({code: glyph + code - first for code in range(first, last + 1)})
        return out
