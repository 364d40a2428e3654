// Draws the program's own PDF files: what they hold and nothing else of PDF. A form of the file or an operator that it does
// not know is an error, so that a preview never shows less than the file says.
'use strict';

class Name {
    constructor(text) {
        this.text = text;
    }
}
class Ref {
    constructor(number) {
        this.number = number;
    }
}
class Word { // an operator, or a keyword of a file's frame
    constructor(text) {
        this.text = text;
    }
}
const END = new Word('');
const BLANK = new Uint8Array(256), DELIMITER = new Uint8Array(256);
for (const c of '\0\t\n\f\r ') BLANK[c.charCodeAt(0)] = 1;
for (const c of '()<>[]{}/%') DELIMITER[c.charCodeAt(0)] = 1;

const latin = (bytes) => {
    let text = '';
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    return text;
};

class Lexer {
    constructor(bytes, at = 0) {
        this.bytes = bytes;
        this.at = at;
    }

    skip() {
        const b = this.bytes;
        for (;;) {
            while (BLANK[b[this.at]]) this.at++;
            if (b[this.at] !== 0x25) return; // a comment
            while (this.at < b.length && b[this.at] !== 10 && b[this.at] !== 13) this.at++;
        }
    }

    run() { // up to a blank or delimiter
        const b = this.bytes, from = this.at;
        while (this.at < b.length && !BLANK[b[this.at]] && !DELIMITER[b[this.at]]) this.at++;
        return latin(b.subarray(from, this.at));
    }

    string() {
        const b = this.bytes, out = [];
        const plain = { n: 10, r: 13, t: 9, b: 8, f: 12 };
        for (let depth = 1; ;) {
            let c = b[this.at++];
            if (c === undefined) throw new Error('a string does not end');
            if (c === 0x28) depth++;
            if (c === 0x29 && --depth === 0) return Uint8Array.from(out);
            if (c === 0x5c) {
                c = b[this.at++];
                if (c >= 0x30 && c <= 0x37) {
                    let code = c - 0x30;
                    for (let i = 0; i < 2 && b[this.at] >= 0x30 && b[this.at] <= 0x37; i++) code = code * 8 + b[this.at++] - 0x30;
                    out.push(code & 255);
                    continue;
                }
                if (c === 10) continue;
                c = plain[String.fromCharCode(c)] ?? c;
            }
            out.push(c);
        }
    }

    hex() {
        let digits = '';
        for (let c; (c = this.bytes[this.at++]) !== 0x3e;) {
            if (c === undefined) throw new Error('a string does not end');
            if (!BLANK[c]) digits += String.fromCharCode(c);
        }
        if (digits.length % 2) digits += '0';
        return Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
    }

    // The next object: number, Name, Uint8Array, array, Map, Ref, Word or END.
    next() {
        this.skip();
        const b = this.bytes, c = b[this.at];
        if (c === undefined) return END;
        if ((c >= 0x30 && c <= 0x39) || c === 0x2d || c === 0x2b || c === 0x2e) return this.number();
        this.at++;
        if (c === 0x2f) return new Name(this.run());
        if (c === 0x28) return this.string();
        if (c === 0x5b) return this.list(']');
        if (c === 0x3c && b[this.at] !== 0x3c) return this.hex();
        if (c === 0x3c) {
            this.at++;
            return this.dictionary();
        }
        if (c === 0x3e) this.at++;
        if (DELIMITER[c]) return new Word(c === 0x3e ? '>>' : String.fromCharCode(c));
        this.at--;
        const word = this.run();
        return { true: true, false: false, null: null }[word] ?? (word === 'null' ? null : new Word(word));
    }

    number() {
        const value = Number(this.run());
        if (Number.isNaN(value)) throw new Error('a number is wrong');
        const after = this.at;
        if (Number.isInteger(value) && value >= 0 && this.bytes[after] === 0x20) { // "7 0 R"
            const rest = /^ \d+ R(?![A-Za-z0-9])/.exec(latin(this.bytes.subarray(after, after + 12)));
            if (rest) {
                this.at = after + rest[0].length;
                return new Ref(value);
            }
        }
        return value;
    }

    list(end) {
        const out = [];
        for (;;) {
            const item = this.next();
            if (item instanceof Word) {
                if (item.text === end) return out;
                throw new Error('a list does not end');
            }
            out.push(item);
        }
    }

    dictionary() {
        const items = this.list('>>'), out = new Map();
        for (let i = 0; i + 1 < items.length; i += 2) out.set(items[i].text, items[i + 1]);
        return out;
    }
}

async function through(stream, bytes) {
    const to = stream.writable.getWriter();
    void to.write(bytes).catch(() => {}); // what is wrong comes out of the other end
    void to.close().catch(() => {});
    return new Uint8Array(await new Response(stream.readable).arrayBuffer());
}

const inflate = (bytes) => through(new DecompressionStream('deflate'), bytes);

function crc32(bytes) {
    let crc = ~0;
    for (const byte of bytes) {
        crc ^= byte;
        for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >>> 1 ^ 0xedb88320 : crc >>> 1;
    }
    return ~crc >>> 0;
}

// `decodeJpeg` is the way of whoever draws where the browser reads no blob in a worker: bytes -> ImageData.
async function drawJpeg(context, data) {
    let bitmap = null;
    try {
        bitmap = await createImageBitmap(new Blob([data], { type: 'image/jpeg' }), { colorSpaceConversion: 'none' });
    } catch {
        context.putImageData(await decodeJpeg(data), 0, 0);
    }
    if (bitmap) context.drawImage(bitmap, 0, 0);
}

// A canvas as a PNG: RGBA, no filter. The canvas' own way gives a blob, which WebKit does not read in a page from a file.
async function canvasPng(canvas) {
    const { width, height } = canvas, { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
    const rows = new Uint8Array(height * (4 * width + 1));
    for (let y = 0; y < height; y++) rows.set(data.subarray(4 * width * y, 4 * width * (y + 1)), y * (4 * width + 1) + 1);
    const head = new Uint8Array(13), packed = await through(new CompressionStream('deflate'), rows);
    new DataView(head.buffer).setUint32(0, width);
    new DataView(head.buffer).setUint32(4, height);
    head.set([8, 6], 8); // bits, RGBA
    const chunks = [['IHDR', head], ['IDAT', packed], ['IEND', new Uint8Array()]].map(([name, bytes]) => {
        const chunk = new Uint8Array(bytes.length + 12), view = new DataView(chunk.buffer);
        view.setUint32(0, bytes.length);
        chunk.set(new TextEncoder().encode(name), 4);
        chunk.set(bytes, 8);
        view.setUint32(bytes.length + 8, crc32(chunk.subarray(4, bytes.length + 8)));
        return chunk;
    });
    const out = new Uint8Array(chunks.reduce((n, chunk) => n + chunk.length, 8));
    out.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
    chunks.reduce((at, chunk) => (out.set(chunk, at), at + chunk.length), 8);
    return out;
}

// Takes PNG's filters off: rows of `across` bytes, each after the number of its filter; `step` bytes are a pixel.
function unfilter(data, across, step) {
    const rows = Math.floor(data.length / (across + 1)), out = new Uint8Array(rows * across);
    for (let row = 0; row < rows; row++) {
        const filter = data[row * (across + 1)], from = row * (across + 1) + 1, to = row * across;
        for (let i = 0; i < across; i++) {
            const left = i >= step ? out[to + i - step] : 0, up = row > 0 ? out[to + i - across] : 0;
            const corner = i >= step && row > 0 ? out[to + i - across - step] : 0;
            let guess = 0;
            if (filter === 1) guess = left;
            else if (filter === 2) guess = up;
            else if (filter === 3) guess = (left + up) >> 1;
            else if (filter === 4) {
                const p = left + up - corner, a = Math.abs(p - left), b = Math.abs(p - up), c = Math.abs(p - corner);
                guess = a <= b && a <= c ? left : b <= c ? up : corner;
            }
            out[to + i] = data[from + i] + guess;
        }
    }
    return out;
}

class File {
    constructor(bytes) {
        this.bytes = bytes;
        this.places = new Map(); // number -> [1, offset] or [2, object stream, index]
        this.objects = new Map();
        this.streams = new Map();
    }

    static async open(bytes) {
        const file = new File(bytes);
        const end = latin(bytes.subarray(-64)).match(/startxref\s+(\d+)/);
        if (!end) throw new Error('the file has no end');
        for (let at = Number(end[1]); at !== undefined;) {
            const { dictionary, data } = await file.streamAt(at);
            file.list(dictionary, data);
            file.root ??= dictionary.get('Root');
            at = dictionary.get('Prev');
        }
        const packs = new Set([...file.places.values()].filter((p) => p[0] === 2).map((p) => p[1]));
        for (const pack of packs) await file.unpack(pack);
        return file;
    }

    list(dictionary, data) {
        const widths = dictionary.get('W'), index = dictionary.get('Index') ?? [0, dictionary.get('Size')];
        const field = (at, n) => {
            let value = 0;
            for (let i = 0; i < n; i++) value = value * 256 + data[at + i];
            return value;
        };
        let at = 0;
        for (let i = 0; i < index.length; i += 2)
            for (let n = index[i]; n < index[i] + index[i + 1]; n++) {
                const values = widths.map((width) => {
                    at += width;
                    return field(at - width, width);
                });
                if (!this.places.has(n)) this.places.set(n, values);
            }
    }

    async unpack(number) {
        const { dictionary, data } = await this.stream(new Ref(number));
        const lexer = new Lexer(data), first = dictionary.get('First');
        const heads = Array.from({ length: dictionary.get('N') }, () => [lexer.next(), lexer.next()]);
        for (const [n, at] of heads)
            if (this.places.get(n)?.[1] === number) this.objects.set(n, new Lexer(data, first + at).next());
    }

    // The object itself, where it is a reference.
    get(value) {
        if (!(value instanceof Ref)) return value;
        if (this.objects.has(value.number)) return this.objects.get(value.number);
        const place = this.places.get(value.number);
        if (place?.[0] !== 1) return null;
        const lexer = new Lexer(this.bytes, place[1]);
        lexer.next(), lexer.next(), lexer.next(); // "7 0 obj"
        const object = lexer.next();
        this.objects.set(value.number, object);
        return object;
    }

    // A stream that is given by a reference; decoded but for JPEG. Read once.
    stream(ref) {
        let found = this.streams.get(ref.number);
        if (!found) this.streams.set(ref.number, found = this.streamAt(this.places.get(ref.number)[1]));
        return found;
    }

    async streamAt(at) {
        const lexer = new Lexer(this.bytes, at);
        lexer.next(), lexer.next(), lexer.next();
        const dictionary = lexer.next();
        if (lexer.next().text !== 'stream') throw new Error('this is not a stream');
        const from = lexer.at + (this.bytes[lexer.at] === 13 ? 2 : 1);
        const raw = this.bytes.subarray(from, from + this.get(dictionary.get('Length')));
        let filter = this.get(dictionary.get('Filter'));
        if (Array.isArray(filter)) [filter] = filter;
        if (!filter || filter.text === 'DCTDecode') return { dictionary, data: raw };
        if (filter.text !== 'FlateDecode') throw new Error(`the filter ${filter.text} is not known`);
        const data = await inflate(raw);
        let how = this.get(dictionary.get('DecodeParms'));
        if (Array.isArray(how)) [how] = how;
        if (!how || (how.get('Predictor') ?? 1) < 10) return { dictionary, data };
        const bits = (how.get('Colors') ?? 1) * (how.get('BitsPerComponent') ?? 8);
        return { dictionary, data: unfilter(data, Math.ceil(bits * how.get('Columns') / 8), Math.max(1, bits >> 3)) };
    }

    pages(node = this.get(this.get(this.root).get('Pages')), inherited = {}) {
        const own = { ...inherited };
        for (const key of ['MediaBox', 'Resources']) if (node.has(key)) own[key] = this.get(node.get(key));
        if (node.get('Type')?.text !== 'Pages') return [{ node, ...own }];
        return this.get(node.get('Kids')).flatMap((kid) => this.pages(this.get(kid), own));
    }
}

// ---- fonts: TrueType outlines, by glyph numbers ----

class Outlines {
    constructor(bytes) {
        this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        const v = this.view, tables = {};
        for (let i = 0; i < v.getUint16(4); i++)
            tables[latin(bytes.subarray(12 + 16 * i, 16 + 16 * i))] = v.getUint32(12 + 16 * i + 8);
        this.em = v.getUint16(tables.head + 18);
        this.long = v.getInt16(tables.head + 50) === 1;
        this.loca = tables.loca;
        this.glyf = tables.glyf;
        this.made = new Map();
    }

    // The path of a glyph in font units: a flat list of 'M', x, y, 'Q', x, y, x, y, ...
    path(glyph) {
        let path = this.made.get(glyph);
        if (!path) this.made.set(glyph, path = this.read(glyph));
        return path;
    }

    place(glyph) {
        const at = (n) => (this.long ? this.view.getUint32(this.loca + 4 * n) : 2 * this.view.getUint16(this.loca + 2 * n));
        return [this.glyf + at(glyph), this.glyf + at(glyph + 1)];
    }

    read(glyph, depth = 0) {
        const [at, end] = this.place(glyph);
        if (at === end || depth > 8) return [];
        const contours = this.view.getInt16(at);
        return contours < 0 ? this.composite(at + 10, depth) : this.simple(at + 10, contours);
    }

    composite(at, depth) {
        const v = this.view, out = [];
        const WORDS = 1, OFFSETS = 2, SCALE = 8, MORE = 32, TWO = 64, MATRIX = 128;
        for (let flags = MORE; flags & MORE;) {
            flags = v.getUint16(at);
            const part = v.getUint16(at + 2);
            at += 4;
            if (!(flags & OFFSETS)) throw new Error('a glyph is put together in a way that is not known');
            const [dx, dy] = flags & WORDS ? [v.getInt16(at), v.getInt16(at + 2)] : [v.getInt8(at), v.getInt8(at + 1)];
            at += flags & WORDS ? 4 : 2;
            let [a, b, c, d] = [1, 0, 0, 1];
            const next = () => v.getInt16((at += 2) - 2) / 16384;
            if (flags & SCALE) a = d = next();
            else if (flags & TWO) [a, d] = [next(), next()];
            else if (flags & MATRIX) [a, b, c, d] = [next(), next(), next(), next()];
            const path = this.read(part, depth + 1);
            for (let i = 0; i < path.length;) {
                if (typeof path[i] === 'string') out.push(path[i++]);
                else {
                    out.push(a * path[i] + c * path[i + 1] + dx, b * path[i] + d * path[i + 1] + dy);
                    i += 2;
                }
            }
        }
        return out;
    }

    points(at, n) {
        const v = this.view, flags = [], xs = [], ys = [];
        const ON = 1, REPEAT = 8;
        while (flags.length < n) {
            const flag = v.getUint8(at++);
            for (let again = flag & REPEAT ? v.getUint8(at++) : 0; again >= 0; again--) flags.push(flag);
        }
        for (const [list, short, same] of [[xs, 2, 16], [ys, 4, 32]]) {
            let value = 0;
            for (const flag of flags) {
                if (flag & short) value += flag & same ? v.getUint8(at++) : -v.getUint8(at++);
                else if (!(flag & same)) {
                    value += v.getInt16(at);
                    at += 2;
                }
                list.push(value);
            }
        }
        return flags.map((flag, i) => [xs[i], ys[i], (flag & ON) !== 0]);
    }

    simple(at, contours) {
        const v = this.view, out = [];
        const ends = Array.from({ length: contours }, (_, i) => v.getUint16(at + 2 * i));
        at += 2 * contours;
        const points = this.points(at + 2 + v.getUint16(at), contours > 0 ? ends[contours - 1] + 1 : 0);
        let from = 0;
        for (const end of ends) {
            contour(points.slice(from, end + 1), out);
            from = end + 1;
        }
        return out;
    }
}

const middle = (p, q) => [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2, true];

// Between two points off the curve there is one on it that is not written.
function contour(points, out) {
    if (points.length < 2) return;
    let start = points.findIndex((p) => p[2]);
    let first;
    if (start < 0) {
        first = middle(points[points.length - 1], points[0]);
        start = points.length - 1;
    } else first = points[start];
    out.push('M', first[0], first[1]);
    let off = null;
    for (let i = 1; i <= points.length; i++) {
        const last = i === points.length, p = last ? first : points[(start + i) % points.length];
        if (off && !p[2]) {
            const on = middle(off, p);
            out.push('Q', off[0], off[1], on[0], on[1]);
            off = p;
        } else if (off) {
            out.push('Q', off[0], off[1], p[0], p[1]);
            off = null;
        } else if (p[2]) out.push('L', p[0], p[1]);
        else off = p;
    }
    out.push('Z');
}

// ---- pages ----

const times = (m, n) => [ // m first, then n
    m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5]];
const hex = (parts) => '#' + parts.map((p) => Math.round(Math.min(1, Math.max(0, p)) * 255).toString(16).padStart(2, '0')).join('');

class Painter {
    constructor(file, pen) {
        this.file = file;
        this.pen = pen;
        this.fonts = new Map();
        this.state = { matrix: [1, 0, 0, 1, 0, 0], fill: '#000000', stroke: '#000000', width: 1, cap: 0, join: 0, miter: 10,
            dash: [], phase: 0, clips: [], fillSpace: null, strokeSpace: null, font: null, size: 0, mode: 0 };
        this.saved = [];
        this.path = [];
        this.clip = null;
    }

    async page(page) {
        const contents = this.file.get(page.node.get('Contents'));
        for (const ref of Array.isArray(contents) ? contents : [page.node.get('Contents')])
            await this.stream((await this.file.stream(ref)).data, page.Resources);
    }

    async stream(bytes, resources) {
        const lexer = new Lexer(bytes);
        let operands = [];
        for (let token; (token = lexer.next()) !== END;) {
            if (!(token instanceof Word)) operands.push(token);
            else {
                const operator = OPERATORS[token.text];
                if (!operator) throw new Error(`the operator ${token.text} is not known`);
                const wait = operator.call(this, operands, resources);
                if (wait) await wait;
                operands = [];
            }
        }
    }

    resource(resources, kind, name) {
        const found = this.file.get(resources?.get(kind))?.get(name.text);
        if (!found) throw new Error(`${kind} has no ${name.text}`);
        return found;
    }

    async space(resources, name) {
        const of = { DeviceGray: 'gray', DeviceRGB: 'rgb' };
        if (of[name.text]) return of[name.text];
        return this.spaceOf(this.resource(resources, 'ColorSpace', name));
    }

    async spaceOf(value) {
        value = this.file.get(value);
        if (value instanceof Name) return this.space(null, value);
        const kind = value[0].text;
        if (kind === 'ICCBased') return { 1: 'gray', 3: 'rgb' }[(await this.file.stream(value[1])).dictionary.get('N')];
        if (kind !== 'Indexed') throw new Error(`the colors ${kind} are not known`);
        const table = this.file.get(value[3]);
        const bytes = table instanceof Map ? (await this.file.stream(value[3])).data : table;
        return { base: await this.spaceOf(value[1]), bytes };
    }

    color(space, parts) {
        if (space === 'gray') return hex([parts[0], parts[0], parts[0]]);
        if (space === 'rgb') return hex(parts);
        const n = space.base === 'rgb' ? 3 : 1;
        return this.color(space.base, [...space.bytes.subarray(parts[0] * n, parts[0] * n + n)].map((b) => b / 255));
    }

    paint(fill, stroke, rule = 'nonzero') {
        if (fill) this.pen.fill(this.path, this.state, rule);
        if (stroke) this.pen.stroke(this.path, this.state);
        this.endPath();
    }

    endPath() {
        if (this.clip) this.state.clips = [...this.state.clips, { path: this.path, matrix: this.state.matrix, rule: this.clip }];
        this.clip = null;
        this.path = [];
    }

    close() {
        this.path.push('Z');
    }

    async font(ref) {
        let font = this.fonts.get(ref.number);
        if (font) return font;
        const of = this.file.get(ref), [kid] = this.file.get(of.get('DescendantFonts'));
        const descendant = this.file.get(kid), descriptor = this.file.get(descendant.get('FontDescriptor'));
        font = { outlines: new Outlines((await this.file.stream(descriptor.get('FontFile2'))).data), widths: new Map(),
            usual: descendant.get('DW') ?? 1000 };
        const list = this.file.get(descendant.get('W')) ?? [];
        for (let i = 0; i < list.length;) {
            const from = list[i], next = this.file.get(list[i + 1]);
            if (Array.isArray(next)) {
                next.forEach((width, n) => font.widths.set(from + n, width));
                i += 2;
            } else {
                for (let n = from; n <= next; n++) font.widths.set(n, list[i + 2]);
                i += 3;
            }
        }
        this.fonts.set(ref.number, font);
        return font;
    }

    show(pieces) {
        const s = this.state, glyphs = [];
        for (const piece of pieces) {
            if (typeof piece === 'number') {
                this.x -= piece / 1000 * s.size;
                continue;
            }
            for (let i = 0; i + 1 < piece.length; i += 2) {
                const glyph = piece[i] * 256 + piece[i + 1];
                glyphs.push({ path: s.font.outlines.path(glyph), glyph, x: this.x, y: this.y });
                this.x += (s.font.widths.get(glyph) ?? s.font.usual) / 1000 * s.size;
            }
        }
        this.pen.glyphs(glyphs, s.size / s.font.outlines.em, s);
    }

    async object(ref) {
        const { dictionary, data } = await this.file.stream(ref);
        if (dictionary.get('Subtype').text === 'Image') {
            this.pen.image(await this.picture(dictionary, data), this.state);
            return;
        }
        const before = this.state;
        this.state = { ...before, matrix: times(dictionary.get('Matrix') ?? [1, 0, 0, 1, 0, 0], before.matrix) };
        const saved = this.saved;
        this.saved = [];
        await this.stream(data, this.file.get(dictionary.get('Resources')));
        this.saved = saved;
        this.state = before;
    }

    async picture(dictionary, data) {
        const w = dictionary.get('Width'), h = dictionary.get('Height');
        const canvas = new OffscreenCanvas(w, h), context = canvas.getContext('2d');
        if (this.file.get(dictionary.get('Filter'))?.text === 'DCTDecode')
            await drawJpeg(context, data);
        else context.putImageData(new ImageData(await this.pixels(dictionary, data, w, h), w, h), 0, 0);
        const mask = dictionary.get('SMask');
        if (!mask) return canvas;
        const alpha = await this.file.stream(mask);
        const image = context.getImageData(0, 0, w, h);
        for (let i = 0; i < w * h; i++) image.data[4 * i + 3] = alpha.data[i];
        context.putImageData(image, 0, 0);
        return canvas;
    }

    async pixels(dictionary, data, w, h) {
        if (dictionary.get('BitsPerComponent') !== 8) throw new Error('the depth of a picture is not known');
        const space = await this.spaceOf(dictionary.get('ColorSpace')), out = new Uint8ClampedArray(4 * w * h);
        const table = space.bytes ?? null, parts = space === 'rgb' ? 3 : 1;
        for (let from = 0, to = 0; to < out.length; from += parts, to += 4) {
            const [source, at] = table ? [table, 3 * data[from]] : [data, from];
            out[to] = source[at];
            out[to + 1] = source[table || parts === 3 ? at + 1 : at];
            out[to + 2] = source[table || parts === 3 ? at + 2 : at];
            out[to + 3] = 255;
        }
        return out;
    }
}

const setColor = (which, space) => function (parts) {
    this.state[which] = this.color(space ?? this.state[which + 'Space'], parts);
};
const setSpace = (which) => async function ([name], resources) {
    this.state[which + 'Space'] = await this.space(resources, name);
};
const set = (key) => function ([value]) {
    this.state[key] = value;
};
const add = (letter) => function (numbers) {
    this.path.push(letter, ...numbers);
};
const paint = (fill, stroke, rule, close) => function () {
    if (close) this.close();
    this.paint(fill, stroke, rule);
};
const nothing = () => undefined;

const OPERATORS = {
    q() {
        this.saved.push(this.state);
        this.state = { ...this.state };
    },
    Q() {
        this.state = this.saved.pop();
    },
    cm(matrix) {
        this.state.matrix = times(matrix, this.state.matrix);
    },
    w: set('width'), J: set('cap'), j: set('join'), M: set('miter'), i: nothing, ri: nothing,
    d([dashes, phase]) {
        this.state.dash = dashes;
        this.state.phase = phase;
    },
    m: add('M'), l: add('L'), c: add('C'),
    h() {
        this.close();
    },
    re([x, y, w, h]) {
        this.path.push('M', x, y, 'L', x + w, y, 'L', x + w, y + h, 'L', x, y + h, 'Z');
    },
    f: paint(true, false), 'f*': paint(true, false, 'evenodd'), S: paint(false, true), s: paint(false, true, 'nonzero', true),
    B: paint(true, true), 'B*': paint(true, true, 'evenodd'), b: paint(true, true, 'nonzero', true),
    n() {
        this.endPath();
    },
    W() {
        this.clip = 'nonzero';
    },
    'W*'() {
        this.clip = 'evenodd';
    },
    g: setColor('fill', 'gray'), G: setColor('stroke', 'gray'), rg: setColor('fill', 'rgb'), RG: setColor('stroke', 'rgb'),
    cs: setSpace('fill'), CS: setSpace('stroke'),
    sc: setColor('fill'), SC: setColor('stroke'), scn: setColor('fill'), SCN: setColor('stroke'),
    BT() {
        [this.x, this.y, this.lineX, this.lineY] = [0, 0, 0, 0];
    },
    ET: nothing,
    Td([x, y]) {
        this.x = this.lineX += x;
        this.y = this.lineY += y;
    },
    async Tf([name, size], resources) {
        this.state.font = await this.font(this.file.get(resources.get('Font')).get(name.text));
        this.state.size = size;
    },
    Tr: set('mode'), // 0: filled; 2: and drawn round
    Tj(pieces) {
        this.show(pieces);
    },
    TJ([pieces]) {
        this.show(pieces);
    },
    Do([name], resources) {
        return this.object(this.file.get(resources.get('XObject')).get(name.text));
    },
    BDC: nothing, BMC: nothing, EMC: nothing,
};

// ---- pens ----

const JOINS = ['miter', 'round', 'bevel'];

// Draws on a canvas, `scale` pixels a point.
class CanvasPen {
    constructor(context, base) {
        this.context = context;
        this.base = base;
        this.paths = new WeakMap();
    }

    outline(list) {
        let path = this.paths.get(list);
        if (path) return path;
        this.paths.set(list, path = new Path2D());
        for (let i = 0; i < list.length;) {
            const letter = list[i++];
            if (letter === 'M') path.moveTo(list[i++], list[i++]);
            else if (letter === 'L') path.lineTo(list[i++], list[i++]);
            else if (letter === 'Q') path.quadraticCurveTo(list[i++], list[i++], list[i++], list[i++]);
            else if (letter === 'C') path.bezierCurveTo(list[i++], list[i++], list[i++], list[i++], list[i++], list[i++]);
            else path.closePath();
        }
        return path;
    }

    within(state, draw) {
        const c = this.context;
        c.save();
        for (const clip of state.clips) {
            c.setTransform(...times(clip.matrix, this.base));
            c.clip(this.outline(clip.path), clip.rule);
        }
        c.setTransform(...times(state.matrix, this.base));
        draw(c);
        c.restore();
    }

    fill(path, state, rule) {
        this.within(state, (c) => {
            c.fillStyle = state.fill;
            c.fill(this.outline(path), rule);
        });
    }

    stroke(path, state) {
        this.within(state, (c) => {
            c.strokeStyle = state.stroke;
            c.lineWidth = state.width;
            c.lineCap = ['butt', 'round', 'square'][state.cap];
            c.lineJoin = JOINS[state.join];
            c.miterLimit = state.miter;
            c.setLineDash(state.dash);
            c.lineDashOffset = state.phase;
            c.stroke(this.outline(path));
        });
    }

    glyphs(list, scale, state) {
        const m = times(state.matrix, this.base);
        this.within(state, (c) => {
            c.fillStyle = state.fill;
            c.strokeStyle = state.stroke;
            c.lineWidth = state.width / scale;
            c.lineJoin = JOINS[state.join];
            for (const g of list) {
                c.setTransform(...times([scale, 0, 0, scale, g.x, g.y], m));
                c.fill(this.outline(g.path));
                if (state.mode === 2) c.stroke(this.outline(g.path));
            }
        });
    }

    image(picture, state) {
        this.within(state, (c) => {
            c.transform(1 / picture.width, 0, 0, -1 / picture.height, 0, 1);
            c.imageSmoothingQuality = 'high';
            c.drawImage(picture, 0, 0);
        });
    }
}

// Writes SVG, for paper: each glyph once, then where it is used.
class SvgPen {
    constructor(prefix) {
        this.prefix = prefix;
        this.out = [];
        this.defs = [];
        this.glyphIds = new Map();
        this.clipIds = new Map();
        this.pending = [];
    }

    static round(n) {
        return Math.round(n * 1000) / 1000;
    }

    static data(list) {
        return list.map((v) => (typeof v === 'string' ? v : SvgPen.round(v))).join(' ');
    }

    clipped(state, text) {
        for (let n = state.clips.length; n > 0; n--) {
            const clip = state.clips[n - 1];
            let id = this.clipIds.get(clip);
            if (!id) {
                this.clipIds.set(clip, id = `${this.prefix}c${this.clipIds.size}`);
                this.defs.push(`<clipPath id="${id}"><path transform="matrix(${clip.matrix})" clip-rule="${clip.rule}" ` +
                    `d="${SvgPen.data(clip.path)}"/></clipPath>`);
            }
            text = `<g clip-path="url(#${id})">${text}</g>`;
        }
        this.out.push(text);
    }

    fill(path, state, rule) {
        this.clipped(state, `<path transform="matrix(${state.matrix})" fill="${state.fill}" fill-rule="${rule}" ` +
            `d="${SvgPen.data(path)}"/>`);
    }

    stroke(path, state) {
        this.clipped(state, `<path transform="matrix(${state.matrix})" fill="none" stroke="${state.stroke}" ` +
            `stroke-width="${state.width}" stroke-linecap="${['butt', 'round', 'square'][state.cap]}" ` +
            `stroke-linejoin="${JOINS[state.join]}" stroke-miterlimit="${state.miter}" ` +
            `${state.dash.length ? `stroke-dasharray="${state.dash}" stroke-dashoffset="${state.phase}" ` : ''}d="${SvgPen.data(path)}"/>`);
    }

    glyphs(list, scale, state) {
        const uses = list.filter((g) => g.path.length > 0).map((g) => {
            let id = this.glyphIds.get(g.path);
            if (!id) {
                this.glyphIds.set(g.path, id = `${this.prefix}g${this.glyphIds.size}`);
                this.defs.push(`<path id="${id}" d="${SvgPen.data(g.path)}"/>`);
            }
            return `<use href="#${id}" transform="matrix(${[scale, 0, 0, scale, g.x, g.y].map((n) => Math.round(n * 1e5) / 1e5)})"/>`;
        });
        const round = state.mode !== 2 ? '' : ` stroke="${state.stroke}" stroke-width="${SvgPen.round(state.width / scale)}" ` +
            `stroke-linejoin="${JOINS[state.join]}"`;
        this.clipped(state, `<g transform="matrix(${state.matrix})" fill="${state.fill}"${round}>${uses.join('')}</g>`);
    }

    image(picture, state) {
        const at = this.out.length;
        this.clipped(state, '');
        this.pending.push((async () => {
            const bytes = await canvasPng(picture);
            const m = times([1 / picture.width, 0, 0, -1 / picture.height, 0, 1], state.matrix);
            this.out[at] = `<image width="${picture.width}" height="${picture.height}" transform="matrix(${m})" ` +
                `href="data:image/png;base64,${btoa(latin(bytes))}"/>`;
        })());
    }

    async text(width, height, flip) {
        await Promise.all(this.pending);
        return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><defs>${this.defs.join('')}</defs>` +
            `<g transform="matrix(${flip})">${this.out.join('')}</g></svg>`;
    }
}

class Drawing {
    constructor(file) {
        this.file = file;
        this.pages = file.pages();
        this.fonts = new Map();
    }

    static async open(bytes) {
        return new Drawing(await File.open(bytes));
    }

    size(number) {
        const [x, y, right, top] = this.pages[number].MediaBox;
        return { width: right - x, height: top - y, x, y };
    }

    async draw(number, pen) {
        const painter = new Painter(this.file, pen);
        painter.fonts = this.fonts;
        await painter.page(this.pages[number]);
    }

    // The page on a canvas, so many pixels across.
    async canvas(number, across) {
        const { width, height, x, y } = this.size(number), scale = across / width;
        const canvas = new OffscreenCanvas(across, Math.round(height * scale)), context = canvas.getContext('2d', { willReadFrequently: true });
        context.fillStyle = '#ffffff';
        context.fillRect(0, 0, canvas.width, canvas.height);
        await this.draw(number, new CanvasPen(context, [scale, 0, 0, -scale, -x * scale, (y + height) * scale]));
        return canvas;
    }

    async svg(number) {
        const { width, height, x, y } = this.size(number), pen = new SvgPen(`p${number}`);
        await this.draw(number, pen);
        return { width, height, text: await pen.text(width, height, [1, 0, 0, -1, -x, y + height]) };
    }
}

if (typeof module !== 'undefined') module.exports = { Drawing, File, Ref };
