// The engine of the page, in a worker: one request after the other, each with the `id` of its answer. Nothing is kept
// but the compiled module and the last file that was made.
'use strict';

const encode = (text) => new TextEncoder().encode(text);
const decode = (bytes) => new TextDecoder().decode(bytes);
let compiled = null; // a promise
let drawing = null;
const FONTS = 'dgs-pdf-cjk.fonts'; // as the program looks for it
let fonts = null; // the file of Chinese, Japanese and Korean, where the page was given it

async function unpacked(base64) {
    const stream = new DecompressionStream('gzip'), to = stream.writable.getWriter();
    void to.write(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))).catch(() => {}); // it comes out of the other end
    void to.close().catch(() => {});
    return new Uint8Array(await new Response(stream.readable).arrayBuffer());
}

async function program(args, files = {}, stdin = '') {
    const memory = new MemoryFiles(fonts ? { ...files, [FONTS]: fonts } : files);
    const result = runModule(await compiled, { args: ['dgs-pdf', ...args], files: memory, stdin: encode(stdin) });
    return { ...result, files: memory.files };
}

// ---- what the program says, and about which field of the form ----

// The lines of a profile, or of a client's data, with the field of each.
function written(fields) {
    const lines = [], owners = [];
    for (const { field, key, value } of fields)
        value.split('\n').forEach((line, i) => {
            lines.push(i === 0 ? `${key} = ${line}` : `    ${line}`);
            owners.push(field);
        });
    return { text: lines.map((line) => line + '\n').join(''), owners };
}

const WORDS = [ // sentences that name no place
    [/^the part /, 'parts'], [/^the colou?r #/, 'color'], [/^the accent #/, 'accent'], [/\b(booklet|crop marks|bleed)\b/, 'booklet'],
];

class Request {
    constructor({ settings, client, options, logo }) {
        Object.assign(this, { settings, client, options, logo });
    }

    without(field) {
        const gone = field === 'logo' ? ['logo', 'masthead'] : [field]; // without a logo there is none to stand alone
        const rest = (list) => list.filter((item) => !gone.includes(item.field));
        return new Request({ settings: rest(this.settings), client: rest(this.client), options: rest(this.options),
            logo: field === 'logo' ? null : this.logo });
    }

    async run(more) {
        this.profile = written(this.settings);
        this.lines = written(this.client);
        const files = { 'practice.ini': encode(this.profile.text) };
        if (this.logo) files[this.logo.name] = this.logo.bytes;
        const words = this.options.flatMap((option) => option.words);
        return program(['--profile', 'practice.ini', ...words, ...(this.lines.text ? ['--client-stdin'] : []), ...more], files,
            this.lines.text);
    }

    // A line that the program printed -> what it is about, and its sentence.
    finding(line) {
        const [, level, text] = /^(?:dgs-pdf: )?(warning: |notice: )?(.*)$/.exec(line);
        const kind = level?.slice(0, -2) ?? 'error';
        let m = /^practice\.ini:(\d+): (?:\w+:? )?(.*)$/.exec(text);
        if (m) return { level: kind, field: this.profile.owners[m[1] - 1], text: m[2] };
        m = /^standard input:(\d+): (?:\w+:? )?(.*)$/.exec(text);
        if (m) return { level: kind, field: this.lines.owners[m[1] - 1], text: m[2] };
        m = /^--([a-z-]+)(?: |: )(.*)$/.exec(text);
        if (m) return { level: kind, field: this.owner(m[1]), text: m[2] };
        m = /^([a-z_]+) (?:has|is) /.exec(text); // what is printed otherwise than it was typed
        if (m && this.owner(m[1])) return { level: kind, field: this.owner(m[1]), text };
        if (this.logo && text.startsWith(this.logo.name + ':'))
            return { level: kind, field: 'logo', text: text.slice(this.logo.name.length).replace(/^:(\d+:)* /, '') };
        if (this.logo && text.includes(this.logo.name)) return { level: kind, field: 'logo', text };
        const [, quoted] = / in "([^"]+)"|--([a-z-]+)/.exec(text) ?? [];
        const field = WORDS.find(([words]) => words.test(text))?.[1] ?? (quoted && this.holder(quoted)) ?? this.named(text);
        return { level: kind, field: field ?? null, text };
    }

    owner(option) {
        const key = option.replace(/-/g, '_');
        const all = [...this.settings, ...this.client];
        return this.options.find((o) => o.words[0] === `--${option}`)?.field ??
            all.find((item) => item.key === key || (key === 'practice_name' && item.key === 'name'))?.field ?? null;
    }

    named(text) {
        const option = /--([a-z-]+)/.exec(text);
        return option ? this.owner(option[1]) : null;
    }

    holder(words) {
        return [...this.settings, ...this.client].find((item) => item.value.includes(words))?.field;
    }
}

// Makes the handout. A field that the program refuses is told of and left out, so that all that is wrong comes out at
// once and the preview shows the rest.
async function make(asked) {
    const findings = [];
    let request = new Request(asked), result;
    for (let left = asked.settings.length + asked.client.length + asked.options.length + 1; ; left--) {
        result = await request.run(['--out', 'handout.pdf']);
        if (result.code === 0) break;
        const lines = result.stderr.trimEnd().split('\n');
        const found = lines.map((line) => request.finding(line)).find((f) => f.level === 'error' && f.field) ??
            request.finding(lines[lines.length - 1]);
        findings.push(found);
        if (!found.field || left <= 0) return { findings, code: result.code, whole: false };
        request = request.without(found.field);
    }
    for (const line of result.stderr.trimEnd().split('\n'))
        if (/^dgs-pdf: (warning|notice): /.test(line)) findings.push(request.finding(line));
    const pdf = result.files.get('handout.pdf');
    drawing = null; // of the file before
    const whole = !findings.some((f) => f.level === 'error');
    drawing = await Drawing.open(pdf);
    const pages = drawing.pages.map((_, i) => drawing.size(i));
    return { findings, code: 0, whole, pages, pdf };
}

const ACTIONS = {
    async start({ module }) {
        compiled = unpacked(module).then((bytes) => WebAssembly.compile(bytes));
        await compiled;
        return {};
    },
    make,
    async draw({ page, across }) {
        // Pixels, not the canvas' bitmap: WebKit ends, or shows nothing, where a bitmap goes from one thread to another.
        const canvas = await drawing.canvas(page, across), { width, height } = canvas;
        return { width, height, pixels: canvas.getContext('2d').getImageData(0, 0, width, height).data.buffer };
    },
    async picture({ page, across }) {
        return { bytes: await canvasPng(await drawing.canvas(page, across)) };
    },
    async paper() {
        const pages = [];
        for (let i = 0; i < drawing.pages.length; i++) pages.push(await drawing.svg(i));
        return { pages };
    },
    async text(asked) {
        const request = new Request(asked);
        const [text, tags] = [await request.run(['--dump', 'content', '-q']), await request.run(['--dump', 'tags', '-q'])]
            .map((result) => (result.code === 0 ? decode(result.stdout) : ''));
        return { text, tags };
    },
    // The settings of a profile's text.
    async read({ bytes }) {
        const result = await program(['profile', '--json', '--profile', 'practice.ini'], { 'practice.ini': bytes });
        if (result.code !== 0) return { error: result.stderr.trim().split('\n').pop().replace(/^dgs-pdf: /, '') };
        const { settings } = JSON.parse(decode(result.stdout));
        return { settings: Object.entries(settings).filter(([, s]) => s.source?.startsWith('practice.ini')).map(([k, s]) => [k, s.value]) };
    },
    // The settings as a profile, in the program's own form.
    async profile({ settings }) {
        const words = settings.flatMap(({ option, value }) => [`--${option}`, value.replace(/\n/g, '\\n')]);
        const result = await program(['init', '-q', 'practice.ini', ...words]);
        return { bytes: result.files.get('practice.ini') ?? encode(written(settings).text) };
    },
    async font({ face }) {
        return { bytes: runModule(await compiled, { args: ['font', String(face)] }).stdout };
    },
    // The program finds out whether it is the right file; then it need not look again.
    async fonts({ bytes }) {
        const result = await program(['--dump', 'content', '-q', '--no-profile', '--fonts', FONTS], { [FONTS]: bytes });
        if (result.code === 0) fonts = bytes;
        return { right: result.code === 0 };
    },
    async licenses({ packed }) {
        return { text: decode(await unpacked(packed)) };
    },
};

// The page decodes a JPEG picture for its worker.
const decoding = [];
function decodeJpeg(bytes) {
    return new Promise((resolve, reject) => {
        decoding.push(({ pixels, width, height }) => (pixels ? resolve(new ImageData(new Uint8ClampedArray(pixels), width, height))
            : reject(new Error('a picture cannot be shown'))));
        postMessage({ jpeg: bytes });
    });
}

let busy = Promise.resolve();
onmessage = ({ data: { id, action, ...asked } }) => {
    if (action === 'decoded') {
        decoding.shift()?.(asked);
        return;
    }
    busy = busy.then(async () => {
        try {
            const answer = await ACTIONS[action](asked);
            const move = [answer.pixels].filter(Boolean);
            postMessage({ id, ...answer }, move);
        } catch (e) {
            postMessage({ id, fault: String(e) });
        }
    });
};
