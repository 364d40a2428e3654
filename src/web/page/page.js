// What the page does: it asks the engine, shows pages and messages, and gives files. Nothing is sent and nothing stored.

const began = performance.now();
const times = {};
let engine = null;
let logoFile = null; // {name, bytes, from}: from = the name of the file that was chosen, where the browser drew it
let fontFile = null; // the file of Chinese, Japanese and Korean fonts, in a Blob
let logoDrawn = false; // the browser has drawn it, since the engine does not read it
let last = null; // {pdf, pages} of the last answer
let zoom = 1;

// ---- the engine ----

class Engine {
    constructor(url) {
        this.url = url;
        this.waiting = new Map();
        this.count = 0;
        this.begin();
    }

    begin() {
        this.worker = new Worker(this.url);
        this.worker.onmessage = ({ data }) => this.answer(data);
        this.worker.onerror = (e) => this.broken(e.message);
        this.ready = this.ask('start', { module: $('module').textContent });
        if (fontFile) void giveFonts();
    }

    ask(action, asked = {}) {
        return new Promise((resolve, reject) => {
            const id = ++this.count;
            this.waiting.set(id, { resolve, reject });
            this.worker.postMessage({ id, action, ...asked });
        });
    }

    answer({ id, fault, jpeg, ...data }) {
        if (jpeg) {
            void this.decode(jpeg);
            return;
        }
        const call = this.waiting.get(id);
        this.waiting.delete(id);
        if (fault) call?.reject(new Error(fault));
        else call?.resolve(data);
    }

    async decode(jpeg) {
        let found = {};
        try {
            const canvas = onCanvas(await decoded(jpeg, 'image/jpeg'), Infinity);
            const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            found = { pixels: data.buffer, width, height };
        } catch { /* the worker says so */ }
        this.worker.postMessage({ action: 'decoded', ...found });
    }

    // A worker that died is replaced, and the page goes on.
    broken(words) {
        for (const call of this.waiting.values()) call.reject(new Error(words));
        this.waiting.clear();
        this.worker.terminate();
        this.begin();
    }
}

async function unpacked(id) { // no stream of a blob: WebKit reads none in a page from a file
    const stream = new DecompressionStream('gzip'), to = stream.writable.getWriter();
    void to.write(Uint8Array.from(atob($(id).textContent), (c) => c.charCodeAt(0))).catch(() => {});
    void to.close().catch(() => {});
    return new Uint8Array(await new Response(stream.readable).arrayBuffer());
}

const order = () => ({ ...answers(), logo: logoFile });

// ---- make: the newest answers win ----

let running = false, again = false;

async function update() {
    again = true;
    if (running) return;
    running = true;
    while (again) {
        again = false;
        const from = performance.now();
        try {
            const made = await engine.ask('make', withLogo(order()));
            times.make = performance.now() - from;
            if (!again) await shown(made, from);
        } catch (e) {
            for (const id of ['download', 'print', 'picture']) $(id).disabled = true;
            stale('The preview is from before your last change.');
            tell([{ level: 'error', field: null, text: `the handout could not be made, because the program stopped or this device ran out of memory (${e.message}). What you typed is still here: use a smaller logo, or change something` }]);
        }
    }
    running = false;
}

// Without a logo there is none to stand alone.
function withLogo(asked) {
    if (logoFile) asked.settings.push({ field: 'logo', key: 'logo', option: 'logo', value: logoFile.name });
    else asked.settings = asked.settings.filter(({ key }) => key !== 'masthead');
    return asked;
}

async function shown(made, from) {
    if (await drawLogo(made.findings)) return;
    tell(made.findings);
    const ready = made.code === 0 && made.whole;
    for (const id of ['download', 'print', 'picture']) $(id).disabled = !ready;
    stale(ready ? '' : made.code === 0 ? 'The preview leaves out what must be corrected.' : 'The preview is from before your last change.');
    if (made.code !== 0) return;
    last = { pdf: made.pdf, pages: made.pages, whole: made.whole };
    if (made.whole) say(`${described()}.`, [`${last.pages.length} pages.`, ...made.findings.map(worded), ...[...fields.values()].map(noticeOf)].filter(Boolean).join(' '));
    $('link-words').value = `Handout on deep gluteal pain (${described()})`;
    $('for-client').textContent = order().client.length > 0 ? 'This handout is for one client. Clear the client before you put it on a website.' : '';
    await drawPages(from);
    if ($('text').open) void readAloud();
}

// Says that the preview is not what the form says now.
function stale(words) {
    $('stale').textContent = last ? words : '';
    $('pages').classList.toggle('stale', last !== null && words !== '');
}

const described = () => `PDF, ${last.pages.length} page${last.pages.length === 1 ? '' : 's'}, ${Math.ceil(last.pdf.length / 1024)} KB`;

// ---- messages ----

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// What the program would have one do with options, files or its output, as this form has it.
const IN_A_FORM = [
    [/ — .*$/, ''],
    [/(are not installed): make them with .*$/, '$1: choose their file at “Chinese, Japanese and Korean fonts”'],
    [/^the part card .*a client's name.*$/, 'the small card has no room for a client’s name and notes: press “Clear the client”, or uncheck the card'],
    [/^the part card .*because (only letter and a4) .*$/, 'the small card is cut from Letter or A4 paper: choose one of them, or uncheck the card'],
    [/^the part card .*because (--\S+) (.*): .*$/, 'the small card cannot be made like this, because $1 $2: uncheck one of the two'],
    [/^phone is for a screen, but --booklet .*$/, 'these pages are for a screen, and a booklet is folded from paper: uncheck “Booklet to fold”, or choose a paper'],
    [/^phone is for a screen, but a print shop .*$/, 'these pages are for a screen, and “Bleed” and “Crop marks” are for a print shop: remove them, or choose a paper'],
    [/^(.* folded from paper and has no) fields .*$/, '$1 boxes to fill in on a screen: uncheck “Booklet to fold” or “Boxes to fill in on a screen”'],
    [/^folds office paper, (.*): remove one$/, 'a booklet is folded from office paper, and $1: remove one of the two'],
    [/take one of these$/, 'choose one of these at “Paper”'],
    [/^('.*' is not a length .*): write --bleed (\S+)$/, 'bleed $1: write it like $2'],
    [/the hours or the footer_note$/, '“Opening hours” or “Line at the foot of each page”'],
    [/give the language of your names .*$/, 'choose it at “Language of your names”'],
    [/^the (?:color|accent) #[0-9a-f]{6} (is .*: .*) (#[0-9a-f]{6})$/, 'this color $1 this one: $2'],
];

// The program's sentence, with the field's own name where the program would say an option or a place in a file.
function worded(finding) {
    const f = fields.get(finding.field);
    const text = logoFile?.from ? finding.text.replaceAll(logoFile.name, logoFile.from) : finding.text;
    const here = IN_A_FORM.reduce((words, [from, to]) => words.replace(from, to), text)
        .replace(/^([a-z_]+)(?= (?:has|is) )/, (key) => nameOf(key) ?? key)
        .replace(/--([a-z-]+)/g, (option, name) => (nameOf(name) ? `“${nameOf(name)}”` : option));
    if (!f || finding.level !== 'error' || f.of === 'logo' || here !== text) return sentence(capital(here));
    return sentence(/^(has|is|takes|'|[0-9])/.test(text) ? `${f.label} ${text}` : capital(text));
}

// What the form calls an option of the command line.
const nameOf = (option) => [...fields.values()].find((f) => f.name === option || f.option === option || f.key === option)?.label;

const noticeOf = (f) => (typeof f.notice === 'function' ? f.notice() : f.notice ?? '');

let announced = null;
let wrong = []; // errors, but for those of one client's data
// What is the same stays: a link that is made anew while it is clicked, since a field is left by that, leads nowhere.
function fill(at, ...children) {
    const made = element('div', {}, ...children);
    if (made.innerHTML !== at.innerHTML) at.replaceChildren(...made.childNodes);
}

// What the status says, and what a screen reader is told: the sentences themselves, once somebody stops typing.
function say(text, aloud = text) {
    fill($('status'), text);
    clearTimeout(announced);
    announced = setTimeout(() => {
        if ($('announced').textContent !== aloud) $('announced').textContent = aloud;
    }, 300);
}

function tell(findings) {
    const general = [];
    const byField = new Map();
    for (const finding of findings) {
        if (fields.has(finding.field)) byField.set(finding.field, [...(byField.get(finding.field) ?? []), finding]);
        else general.push(finding);
    }
    for (const f of fields.values()) mark(f, byField.get(f.name) ?? []);
    const errors = findings.filter((finding) => finding.level === 'error');
    const list = errors.filter((e) => fields.has(e.field)).map((e) => element('li', {}, toField(e)));
    fill($('problems'), ...general.map((finding) => element('p', { className: finding.level }, worded(finding))),
        ...(list.length > 0 ? [element('ul', {}, ...list)] : []));
    $('problems').classList.toggle('calm', errors.length === 0);
    if (errors.length > 0) {
        const count = errors.length === 1 ? 'One thing must be corrected.' : `${errors.length} things must be corrected.`;
        say(toField(errors.find((e) => fields.has(e.field)), count) ?? count, [count, ...errors.map(worded)].join(' '));
    }
    wrong = errors.filter((e) => fields.get(e.field)?.of !== 'client');
    $('status').classList.toggle('bad', errors.length > 0);
}

function toField(finding, words = finding && worded(finding)) {
    const f = fields.get(finding?.field);
    if (!f) return null;
    const input = (f.inputs ?? [f.input]).find((one) => !one.disabled) ?? f.input;
    const link = element('a', { href: `#${input.id}` }, words);
    link.addEventListener('click', (e) => {
        e.preventDefault();
        input.focus();
    });
    return link;
}

// A sentence, with a spot of each color that it names.
function withChips(text) {
    return text.split(/(?=#[0-9a-f]{6}\b)/i).flatMap((piece) => {
        if (!/^#[0-9a-f]{6}/i.test(piece)) return [piece];
        const chip = element('span', { className: 'chip' });
        chip.style.backgroundColor = piece.slice(0, 7);
        return [chip, piece];
    });
}

function mark(f, findings) {
    const wrong = findings.some((finding) => finding.level === 'error'), notice = noticeOf(f);
    for (const input of f.inputs ?? [f.input])
        if (wrong) input.setAttribute('aria-invalid', 'true');
        else input.removeAttribute('aria-invalid');
    const text = findings.map(worded).join(' ') + (notice ? ` ${notice}` : '');
    f.error.className = wrong ? 'error' : 'error mild';
    if (f.error.textContent !== text.trim()) f.error.replaceChildren(...withChips(text.trim()));
    for (let box = f.box.parentElement; wrong && box; box = box.parentElement) if (box.tagName === 'DETAILS') box.open = true;
}

// ---- preview ----

let drawn = 0;

const across = (page) => {
    const room = ($('pages').clientWidth || 600) - 12; // less what the shadows take
    const columns = room >= 600 && zoom <= 1 ? 2 : 1;
    return Math.min((room - (columns - 1) * 16) / columns, page.width * 1.6) * zoom;
};

async function drawPages(from) {
    const mine = ++drawn, list = $('pages');
    while (list.children.length > last.pages.length) list.lastChild.remove();
    for (let i = 0; i < last.pages.length; i++) {
        const page = last.pages[i], css = across(page);
        const { pixels, width, height } = await engine.ask('draw', { page: i, across: Math.round(Math.min(css * (devicePixelRatio || 1), 4000)) });
        if (mine !== drawn || again) return;
        const canvas = list.children[i] ?? list.appendChild(element('canvas', { role: 'img' }));
        canvas.setAttribute('aria-label', `Page ${i + 1} of ${last.pages.length}`);
        canvas.width = width;
        canvas.height = height;
        canvas.style.width = `${css}px`;
        canvas.getContext('2d').putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0);
        if (i === 0) times.page = performance.now() - from;
        if (i === 0) times.first ??= performance.now(); // since the page was asked for
    }
    times.drawn = performance.now() - from;
    document.documentElement.dataset.drawn = String(mine);
}

// By way of a data: address, since WebKit reads no blob in a page from a file.
const pngOf = (canvas) => Uint8Array.from(atob(canvas.toDataURL('image/png').split(',')[1]), (c) => c.charCodeAt(0));

function setZoom(to) {
    zoom = Math.min(4, Math.max(0.5, to));
    $('zoom').textContent = `${Math.round(zoom * 100)} %`;
    if (last) void drawPages(performance.now());
}

// The handout's text, from the program's own tree of it, for whoever reads it rather than looks at it. Points and the
// names in a picture become a list. Days to fill in by hand are all alike: the first is read, and which others there are.
async function readAloud() {
    const { text, tags } = await engine.ask('text', withLogo(order()));
    const out = [];
    let step = '', under = '', days = null; // what stands under the picture of a heading; {depth, heads}
    const depthOf = (line) => /^ */.exec(line)[0].length;
    for (const line of text.split('\n')) {
        if (days && depthOf(line) <= days.depth) {
            if (days.heads.length > 1) out.push(element('p', {}, `${days.heads[1]} to ${days.heads.at(-1)}: the same boxes.`));
            days = null;
        }
        step = /^ *step (\d+)/.exec(line)?.[1] ?? step;
        if (/^ *days$/.test(line)) days = { depth: depthOf(line), heads: [] };
        const found = /^ *([a-z]+)(?: (header|\d))?(?: [^:]*)?: (.*)$/.exec(line);
        if (!found || ['doc', 'field'].includes(found[1])) continue;
        const [, what, level, words] = found;
        const plain = words.replace(/\*\*/g, '').replace(/ <[^>]*>/g, '').replace(/\\n/g, ' '); // a line that ends early
        if (days && what === 'heading') days.heads.push(plain);
        if (days?.heads.length > 1) continue;
        if (['part', 'step'].includes(what)) under = tags.includes(`P: ${plain}\n`) ? plain : ''; // pages may have no room for a picture
        else if (what === 'heading') {
            out.push(element(`h${Math.min(6, Number(level) + 2)}`, {}, step ? `${step}. ${plain}` : plain));
            if (under) out.push(element('p', {}, under));
            step = under = '';
        } else if (['item', 'label'].includes(what) || (what === 'cell' && level === 'header' && !/^\d+$/.test(plain))) {
            if (out.at(-1)?.tagName !== 'UL') out.push(element('ul'));
            out.at(-1).append(element('li', {}, plain));
        } else if (what !== 'cell') out.push(element('p', {}, what === 'figure' ? `Picture: ${plain}` : plain));
    }
    $('words').replaceChildren(...out);
}

// ---- files ----

const given = new Set(); // names of files

// Has the browser keep a file, and says where it is. A browser gives a file another name where there is one of that name.
function give(bytes, name, type) {
    const url = URL.createObjectURL(new Blob([bytes], { type }));
    const link = element('a', { href: url, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    const said = `${name} is among your downloads${given.has(name) ? ', the newest of that name' : ''}.`;
    given.add(name);
    return said;
}

// That a file is for one client is in its name; who the client is, is not.
const clientMark = () => (order().client.length > 0 ? '-client' : '');

function fileName(end) {
    const name = fields.get('name').get().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
    return `${name ? name.slice(0, 60) + '-' : ''}handout${end}`;
}

async function printPages() {
    const { pages } = await engine.ask('paper');
    const parser = new DOMParser();
    $('paper').replaceChildren(...pages.map((page) => {
        const svg = document.importNode(parser.parseFromString(page.text, 'image/svg+xml').documentElement, true);
        svg.style.width = `${page.width}pt`;
        svg.style.height = `${page.height}pt`;
        return svg;
    }));
    const sheet = document.styleSheets[0], at = sheet.cssRules.length;
    sheet.insertRule(`@page { size: ${pages[0].width}pt ${pages[0].height}pt; margin: 0 }`, at);
    addEventListener('afterprint', () => {
        sheet.deleteRule(at);
        $('paper').replaceChildren();
    }, { once: true });
    print();
}

// ---- the logo ----

const BASE64 = 8192;
const toBase64 = (bytes) => {
    let text = '';
    for (let i = 0; i < bytes.length; i += BASE64) text += String.fromCharCode(...bytes.subarray(i, i + BASE64));
    return btoa(text);
};

async function decoded(bytes, type) {
    let from = bytes;
    if (type === 'image/svg+xml') { // a browser wants the name space said, which the engine does not
        const text = new TextDecoder().decode(bytes);
        if (!/<svg[^>]*\sxmlns\s*=/.test(text)) from = text.replace(/<svg\b/, '<svg xmlns="http://www.w3.org/2000/svg"');
    }
    const url = URL.createObjectURL(new Blob([from], type ? { type } : {}));
    try {
        const image = new Image();
        image.src = url;
        await image.decode();
        return image;
    } finally {
        setTimeout(() => URL.revokeObjectURL(url), 10000);
    }
}

const typeOf = (name, bytes) => (/\.svgz?$/i.test(name) || /^\s*</.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64))) ? 'image/svg+xml' : '');

function onCanvas(image, most, smooth = true) { // smooth: colors are mixed
    const w = image.naturalWidth || image.width || 600, h = image.naturalHeight || image.height || 400, scale = Math.min(1, most / Math.max(w, h));
    const canvas = element('canvas', { width: Math.max(1, Math.round(w * scale)), height: Math.max(1, Math.round(h * scale)) });
    const to = canvas.getContext('2d', { willReadFrequently: true });
    to.imageSmoothingEnabled = smooth;
    to.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
}

// The colors of the logo, as its file has them: a browser may give others where the file says how colors are meant. Not
// all browsers draw a picture that came so, and then it is drawn as it is shown.
async function colorsOf(picture) {
    try {
        const colors = mainColors(onCanvas(await createImageBitmap(picture, { colorSpaceConversion: 'none' }), 96, false));
        if (colors.length > 0) return colors;
    } catch { /* nor do all know the way */ }
    return mainColors(onCanvas(picture, 96, false));
}

const hexOf = (rgb) => '#' + rgb.map((v) => v.toString(16).padStart(2, '0')).join('');

// The colors that cover most of the logo, but for white, black and grays. Like colors count as one, the most frequent.
function mainColors(canvas) {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const like = new Map(); // the upper bits -> {n, of: color -> how often}
    for (let i = 0; i < data.length; i += 4) {
        const [r, g, b, a] = data.subarray(i, i + 4);
        if (a < 200 || Math.max(r, g, b) - Math.min(r, g, b) < 40) continue;
        const key = (r >> 5) << 6 | (g >> 5) << 3 | b >> 5, color = r << 16 | g << 8 | b;
        const group = like.get(key) ?? { n: 0, of: new Map() };
        group.n++;
        group.of.set(color, (group.of.get(color) ?? 0) + 1);
        like.set(key, group);
    }
    const colors = [...like.values()].sort((x, y) => y.n - x.n).map(({ of }) => [...of].reduce((best, one) => (one[1] > best[1] ? one : best))[0])
        .map((color) => [color >> 16, color >> 8 & 255, color & 255]);
    const unlike = colors.filter((c, i) => !colors.slice(0, i).some((other) => farFrom(other, c) < 80));
    return unlike.slice(0, 5).map(hexOf);
}

// How far a color is from another one and from all that the other becomes where a picture fades it into white, as at its edges.
function farFrom(other, color) {
    const to = other.map((v) => 255 - v), along = to.reduce((sum, v, i) => sum + v * (color[i] - other[i]), 0) / to.reduce((sum, v) => sum + v * v, 1);
    const faded = Math.min(1, Math.max(0, along));
    return Math.min(Math.hypot(...color.map((v, i) => v - other[i])), 80 / 30 * Math.hypot(...color.map((v, i) => v - other[i] - faded * to[i])));
}

function showSwatches(colors) {
    for (const key of ['color', 'accent']) fields.get(key)?.offer(colors);
}

async function showLogo() {
    const image = $('logo-shown');
    image.hidden = true;
    $('logo-remove').hidden = !logoFile;
    $('logo-name').textContent = logoFile?.from ?? logoFile?.name ?? '';
    showSwatches([]);
    if (!logoFile) return;
    try {
        const picture = await decoded(logoFile.bytes, typeOf(logoFile.name, logoFile.bytes));
        showSwatches(await colorsOf(picture));
        image.src = onCanvas(picture, 240).toDataURL();
        image.hidden = false;
    } catch { /* what the browser cannot show, the engine may still read */ }
}

function takeLogo(name, bytes) {
    logoFile = name ? { name: name.replace(/[^\p{L}\p{N}. _-]/gu, '_').trim() || 'logo', bytes } : null;
    logoDrawn = false;
    fields.get('logo').notice = '';
    void showLogo();
    return update();
}

async function giveFonts(file = fontFile) {
    return (await engine.ask('fonts', { bytes: new Uint8Array(await file.arrayBuffer()) })).right;
}

// The file of Chinese, Japanese and Korean fonts. It is not saved with the page.
async function takeFonts(file) {
    const f = fields.get('fonts'), right = await giveFonts(file);
    if (right) fontFile = file;
    f.notice = right ? `${file.name} is open.` : `${file.name} is not the font file of this version.`;
    return update();
}

// What the engine does not read, the browser may: then it is drawn as a PNG, and that is said.
async function drawLogo(findings) {
    const refused = findings.find((f) => f.field === 'logo' && f.level === 'error');
    if (!refused || logoDrawn || !logoFile) return false;
    logoDrawn = true;
    try {
        const picture = await decoded(logoFile.bytes, typeOf(logoFile.name, logoFile.bytes));
        const svg = typeOf(logoFile.name, logoFile.bytes) !== '';
        const canvas = svg ? largeDrawing(picture) : onCanvas(picture, 3000);
        const bytes = pngOf(canvas);
        fields.get('logo').notice = `Your browser has drawn ${logoFile.name} as a picture, because the handout does not support it as it is. Look at it in the preview.`;
        logoFile = { name: logoFile.name.replace(/\.[^.]*$/, '') + '.png', bytes, from: logoFile.name };
        again = true;
        return true;
    } catch {
        return false;
    }
}

function largeDrawing(picture) {
    const w = picture.naturalWidth || 300, h = picture.naturalHeight || 200, scale = 1600 / Math.max(w, h);
    const canvas = element('canvas', { width: Math.round(w * scale), height: Math.round(h * scale) });
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas;
}

// ---- keeping ----

// When a page was saved: so the newest one is known by its name.
function minute(now) {
    const two = (n) => String(n).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}-${two(now.getHours())}${two(now.getMinutes())}`;
}

// A copy of this page with the practice in it. What is typed is data there, never markup.
async function savePage() {
    const copy = document.documentElement.cloneNode(true);
    const at = (id) => copy.querySelector(`#${id}`);
    for (const id of ['fields', 'pages', 'problems', 'words', 'paper', 'announced', 'open-said', 'picture-said', 'stale', 'for-client', 'license-text']) at(id).replaceChildren();
    at('main').setAttribute('hidden', '');
    for (const id of ['problems', 'pages']) at(id).removeAttribute('class');
    at('blocked').removeAttribute('hidden');
    for (const id of ['download', 'print', 'picture']) at(id).setAttribute('disabled', '');
    for (const details of copy.querySelectorAll('details')) details.removeAttribute('open');
    at('status').textContent = 'Getting ready …';
    at('status').className = '';
    at('zoom').textContent = '100 %';
    copy.removeAttribute('data-drawn');
    const body = copy.querySelector('body'); // what follows it in a file is put into it by whoever reads it
    while (body.lastChild.nodeType === Node.TEXT_NODE) body.lastChild.remove();
    const { settings, options } = answers();
    const data = { settings: settings.map((s) => [s.field, s.value]), options: options.map((o) => [o.field, fields.get(o.field).get()]),
        logo: logoFile && { name: logoFile.name, from: logoFile.from, base64: toBase64(logoFile.bytes), notice: fields.get('logo').notice ?? '' } };
    at('saved').textContent = JSON.stringify(data).replace(/</g, '\\u003c');
    // The mark of byte order first, as the page itself has it (build.js).
    const said = give(`\ufeff<!DOCTYPE html>\n${copy.outerHTML}\n`, fileName(`-${minute(new Date())}.html`), 'text/html');
    const faults = wrong.length === 0 ? '' : wrong.length === 1 ? ' One thing in it must still be corrected.' : ` ${wrong.length} things in it must still be corrected.`;
    $('open-said').textContent = `${said} Open it next time: your practice is in it.${faults}`;
}

function restore() {
    const saved = JSON.parse($('saved').textContent);
    for (const [name, value] of [...(saved.settings ?? []), ...(saved.options ?? [])]) fields.get(name)?.set(value);
    if (!saved.logo) return saved.settings !== undefined;
    logoFile = { name: saved.logo.name, from: saved.logo.from, bytes: Uint8Array.from(atob(saved.logo.base64), (c) => c.charCodeAt(0)) };
    fields.get('logo').notice = saved.logo.notice;
    void showLogo();
    return true;
}

async function openProfile(file) {
    const { settings, error } = await engine.ask('read', { bytes: new Uint8Array(await file.arrayBuffer()) });
    if (error) {
        $('open-said').textContent = sentence(error);
        return;
    }
    for (const f of fields.values()) if (f.of === 'setting') f.set('');
    setCountry();
    let logoName = null;
    for (const [key, value] of settings)
        if (key === 'logo') logoName = value;
        else fields.get(key)?.set(value);
    if (logoName && logoFile?.name !== logoName) logoFile = null;
    $('open-said').textContent = `${file.name} is open.` + (logoName && !logoFile ? ` Choose the logo ${logoName} again: a page cannot open it by itself.` : '');
    void showLogo();
    await update();
}

async function saveProfile() {
    const { settings } = withLogo(order());
    const { bytes } = await engine.ask('profile', { settings });
    $('open-said').textContent = give(bytes, 'practice.ini', 'text/plain');
}

// ---- the start ----

// The country of the browser's language, where the program has its emergency numbers.
function setCountry() {
    const region = (navigator.languages ?? []).map((l) => /-([A-Z]{2})\b/.exec(l)?.[1]).find(Boolean);
    fields.get('region')?.set(about.countries.some((r) => r.code === region) ? region : setting('region').otherwise);
}

function listen() {
    $('form').addEventListener('submit', (e) => e.preventDefault());
    $('fields').addEventListener('input', (e) => e.target.type !== 'file' && update());
    $('fields').addEventListener('change', (e) => e.target.type !== 'file' && update());
    const drop = $('drop'), input = $('f-logo');
    input.addEventListener('change', async () => {
        const [file] = input.files;
        if (file) await takeLogo(file.name, new Uint8Array(await file.arrayBuffer()));
    });
    drop.addEventListener('dragover', (e) => {
        e.preventDefault();
        drop.classList.add('over');
    });
    drop.addEventListener('dragleave', () => drop.classList.remove('over'));
    for (const where of [document.body, drop]) where.addEventListener('dragover', (e) => e.preventDefault());
    document.body.addEventListener('drop', async (e) => { // a file that misses the field would replace the page
        e.preventDefault();
        drop.classList.remove('over');
        const [file] = e.dataTransfer.files;
        if (file && /\.fonts$/i.test(file.name)) await takeFonts(file);
        else if (file) await takeLogo(file.name, new Uint8Array(await file.arrayBuffer()));
    });
    fields.get('fonts').input.addEventListener('change', async (e) => {
        const [file] = e.target.files;
        if (file) await takeFonts(file);
    });
    $('logo-remove').addEventListener('click', () => {
        input.value = '';
        void takeLogo(null);
        input.focus();
    });
    $('download').addEventListener('click', () => say(give(last.pdf, fileName(`${clientMark()}.pdf`), 'application/pdf')));
    $('print').addEventListener('click', printPages);
    $('picture').addEventListener('click', async () => {
        const { bytes } = await engine.ask('picture', { page: 0, across: 1200 });
        $('picture-said').textContent = give(bytes, fileName(`${clientMark()}.png`), 'image/png');
    });
    $('save-page').addEventListener('click', savePage);
    $('save-profile').addEventListener('click', saveProfile);
    $('open-profile').addEventListener('change', async (e) => {
        const [file] = e.target.files;
        if (file) await openProfile(file);
        e.target.value = '';
    });
    $('smaller').addEventListener('click', () => setZoom(zoom / 1.25));
    $('larger').addEventListener('click', () => setZoom(zoom * 1.25));
    $('text').addEventListener('toggle', () => $('text').open && last && readAloud());
    $('licenses').addEventListener('toggle', async () => {
        if ($('license-text').textContent === '') $('license-text').textContent = new TextDecoder().decode(await unpacked('license-pack'));
    });
    $('link-words').addEventListener('focus', (e) => e.target.select());
    $('copy-words').addEventListener('click', () => {
        $('link-words').select();
        if (document.execCommand('copy')) $('copy-said').textContent = 'Copied.'; // the newer way is not there for a file
    });
    let resized = null;
    addEventListener('resize', () => {
        clearTimeout(resized);
        resized = setTimeout(() => last && drawPages(performance.now()), 150);
    });
}

async function setFaces() {
    for (const [face, family, weight] of [[3, 'Handout Title', 600], [0, 'Handout', 400], [1, 'Handout', 600], [2, 'Handout', 700]]) {
        const { bytes } = await engine.ask('font', { face });
        document.fonts.add(await new FontFace(family, bytes, { weight: String(weight) }).load());
    }
}

async function start() {
    $('blocked').hidden = true;
    $('main').hidden = false;
    buildForm();
    if (!restore()) setCountry();
    listen();
    const url = URL.createObjectURL(new Blob([await unpacked('worker')], { type: 'text/javascript' }));
    engine = new Engine(url);
    await engine.ready;
    times.ready = performance.now() - began;
    await update();
    await setFaces();
}

start().catch((e) => {
    say(`This browser cannot run the page (${e.message}). Use Chrome or Edge 97, Firefox 113, Safari 16.4, or a newer one.`);
    $('status').classList.add('bad');
});
