// The form, built from what the program says of itself (`about`): fields, help, limits and keywords are its own. What a
// therapist thinks of first comes first; what the program knows and is named nowhere here is put under "More choices".
'use strict';

const $ = (id) => document.getElementById(id);
const about = JSON.parse($('about').textContent);

function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties))
        if (key in made && key !== 'list') made[key] = value;
        else made.setAttribute(key, value);
    made.append(...children);
    return made;
}

// What the form calls a key, where the key itself is no words of a form.
const LABELS = { name: 'Practice name', therapist: 'Your name', license: 'License number', booking_url: 'Booking page',
    hours: 'Opening hours', welcome: 'Words of welcome', footer_note: 'Line at the foot of each page', logo_alt: 'What the logo shows',
    masthead: 'Head of the pages', theme: 'Colors', color: 'Your color', accent: 'Second color', region: 'Country', paper: 'Paper', parts: 'Parts', 'large-print': 'Large print',
    booklet: 'Booklet to fold', 'crop-marks': 'Crop marks', bleed: 'Bleed',
    labels: 'Names in the picture of the hip', client: 'Client’s name', next_visit: 'Next visit', note: 'Note', date: 'Date',
    focus: 'Steps to start with', ink: 'Ink', fillable: 'Boxes to fill in on a screen', name_language: 'Language of your names', fonts: 'Chinese, Japanese and Korean fonts' };
// Where the program's help speaks of a command line, the form says it in its own way.
const HINTS = { name: '', phone: '', website: '',
    email: 'The foot of each page also asks clients to write to it if something was not clear.', tagline: 'One line under the name.', license: 'Printed after your name.',
    address: 'On the last page. One line for each part of it.', hours: 'On the last page. One line for each day or group of days.', color: '',
    accent: 'For icons and marks.', theme: '', masthead: '“Logo alone” is for a logo that shows your name, large enough to read.',
    parts: 'The emergency signs are in each choice. The card is half a page, printed on both sides.', client: '', date: '', next_visit: '', note: '',
    therapist: 'With your credentials, if you like.', region: 'It decides the emergency numbers.',
    paper: '', ink: '', fillable: 'Clients can check boxes and write in the PDF.', labels: 'Patient: a few plain words. Clinical: more muscles, as therapists call them.',
    welcome: 'On the first page, in place of its picture, with your name under it.', logo_alt: 'For clients who listen with a screen reader.',
    booking_url: 'On the last page, with a code to scan.', logo: 'A PNG, JPEG, WebP or SVG picture. Choose it, or drop it here.',
    bleed: 'For a print shop: color runs this far beyond the cut, like 3mm.',
    booklet: 'Two small pages on each side of the paper, in the order for folding. Print on both sides, turned over the short edge.',
    name_language: 'If they are not in English letters. It decides the forms of Chinese characters.',
    fonts: 'For names in these scripts: choose the file dgs-pdf-cjk.fonts, or drop it on the page.' };
const EXAMPLES = { date: 'December 1, 2026', next_visit: 'Friday, December 11, 10 am' };
const TYPES = { phone: 'tel' };
const KEYBOARDS = { web: 'url', email: 'email' }; // no type of an email: for one, browsers turn a name in another script into xn--
const FILL = { name: 'organization', therapist: 'name', phone: 'tel', email: 'email', website: 'url' };
// Those that no table of this version has are left out.
const PRACTICE = ['name', 'therapist', 'phone', 'email', 'website', 'booking_url', 'address'];
const MORE_PRACTICE = ['tagline', 'license', 'hours', 'welcome', 'footer_note'];
const LOOK = ['logo', 'logo_alt', 'masthead', 'theme', 'color', 'accent'];
const MASTHEADS = { name: 'Logo and practice name', logo: 'Logo alone' };
const INKS = { gray: 'Black and gray', saver: 'Save ink' };
const PAPERS = { phone: 'None: for the screen of a phone' };
const OUTPUT = ['region', 'paper', 'parts', 'fillable'];
const SIMPLE = ['large-print', 'ink']; // the other options are under "More choices"
const CLIENT = ['client', 'date', 'next_visit'];
// Options of the command line that a form has another way for, or no use.
const NOT_HERE = ['out', 'dry-run', 'strict', 'dump', 'quiet', 'profile', 'no-profile', 'no-fillable', 'client-stdin', 'content', 'handout',
    'no-sandbox', 'help', 'version', 'client', 'date', 'next-visit', 'note', 'focus'];

const setting = (key) => about.settings.find((s) => s.key === key);
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');
const labelOf = (key) => LABELS[key] ?? sentence(key.replace(/[_-]/g, ' ')).replace(/\.$/, '');
const hintOf = (key, help) => HINTS[key] ?? help ?? '';

// name -> {label, input, get(): string, set(string), of: 'setting' | 'client' | 'option', key, words, notice(): string?}; a notice is
// what the form itself has to say of an answer.
const fields = new Map();

// A field with its label, hint and room for what is wrong with it.
function field(name, input, { label = labelOf(name), hint = '', wrap } = {}) {
    const id = `f-${name}`, hintId = `${id}-hint`, errorId = `${id}-error`;
    input.id = id;
    input.setAttribute('aria-describedby', [hint && hintId, errorId].filter(Boolean).join(' '));
    const box = element('div', { className: 'field' });
    const words = element('label', { htmlFor: id }, label);
    if (input.type === 'checkbox') box.append(element('div', { className: 'check' }, input, words));
    else box.append(words, wrap ?? input);
    if (hint) box.append(element('p', { className: 'hint', id: hintId }, hint));
    box.append(element('p', { className: 'error', id: errorId }));
    return { box, label, input, error: box.lastChild };
}

function keep(name, made, more) {
    fields.set(name, { name, ...made, get: () => made.input.value.trim(), set: (v) => (made.input.value = v), ...more });
    return made.box;
}

function words(key, { most, lines, example, help, kind }, of) {
    const input = lines > 0 || key === 'note' || most > 200 && kind === 'text'
        ? element('textarea', { rows: lines > 0 ? 3 : 2 }) : element('input', { type: TYPES[kind] ?? 'text' });
    if (KEYBOARDS[kind]) input.setAttribute('inputmode', KEYBOARDS[kind]);
    input.autocomplete = of === 'setting' ? FILL[key] ?? 'off' : 'off';
    const like = of === 'client' ? EXAMPLES[key] : !example?.includes('\n') && key !== 'name' && example;
    const hint = [hintOf(key, help), like ? `Example: ${like}` : ''].filter(Boolean).join(' ');
    return keep(key, field(key, input, { hint }), { of, key, option: setting(key)?.option });
}

function choice(name, list, { hint = '', of, key = name, words: given }) {
    const select = element('select', {}, ...list.map(([value, label]) => element('option', { value }, label)));
    // A profile has its own way to write a value. One that is not in the list joins it: the program knows more words for a
    // country, and says what is wrong.
    const set = (value) => {
        const known = [...select.options].find((o) => o.value.toLowerCase() === value.trim().toLowerCase());
        if (!known) select.append(element('option', { value }, value));
        select.value = known?.value ?? value;
    };
    return keep(name, field(name, select, { hint }), { of, key, words: given, option: setting(key)?.option, set });
}

function check(name, hint, more) {
    const made = field(name, element('input', { type: 'checkbox', autocomplete: 'off' }), { hint });
    return keep(name, made, { get: () => (made.input.checked ? 'yes' : ''), set: (v) => (made.input.checked = v === 'yes'), ...more });
}

// Several checkboxes whose values, with commas between, are one value. All or none of them is no value, where `all`.
function several(name, list, { hint, of, all }) {
    const id = `f-${name}`, set = element('fieldset', { className: 'field', id });
    set.append(element('legend', {}, labelOf(name)));
    const boxes = list.map(([value, label], i) => {
        const box = element('input', { type: 'checkbox', id: `${id}-${i}`, value, checked: all, autocomplete: 'off' });
        set.append(element('div', { className: 'check' }, box, element('label', { htmlFor: box.id }, label)));
        return box;
    });
    if (hint) set.append(element('p', { className: 'hint' }, hint));
    set.append(element('p', { className: 'error', id: `${id}-error` }));
    for (const box of boxes) box.setAttribute('aria-describedby', `${id}-error`);
    fields.set(name, { name, box: set, label: labelOf(name), input: boxes[0], inputs: boxes, error: set.lastChild, of, key: name,
        option: setting(name)?.option,
        get() {
            const on = boxes.filter((box) => box.checked).map((box) => box.value);
            return all && on.length === boxes.length ? '' : on.join(',');
        },
        set(value) {
            const on = value.split(',').map((v) => v.trim()).filter(Boolean);
            for (const box of boxes) box.checked = all && on.length === 0 ? true : on.includes(box.value);
        } });
    return set;
}

// The parts of the handout to choose; or, by itself, a card: then the parts have no say, and cannot be checked.
function partsField(key) {
    const set = several(key, about.parts.map((p) => [p.keyword, p.title]), { hint: HINTS.parts, of: 'setting', all: true });
    const f = fields.get(key), { get, set: put, inputs: boxes } = f;
    const cards = about.cards.map((part) => {
        const box = element('input', { type: 'checkbox', id: `f-${key}-${part.keyword}`, value: part.keyword, autocomplete: 'off' });
        box.setAttribute('aria-describedby', `f-${key}-error`);
        box.addEventListener('input', () => show(box.checked ? box.value : ''));
        set.insertBefore(element('div', { className: 'check alone' }, box, element('label', { htmlFor: box.id }, `A small card instead: ${part.title}`)), set.querySelector('.hint'));
        return box;
    });
    let chosen = null; // the parts that were checked before there was a card
    const show = (card) => {
        if (card !== '') chosen ??= boxes.map((box) => box.checked);
        boxes.forEach((box, i) => {
            box.disabled = card !== '';
            box.checked = card === '' && (chosen?.[i] ?? box.checked);
        });
        if (card === '') chosen = null;
        for (const box of cards) box.checked = box.value === card;
    };
    const notice = () => ([...boxes, ...cards].some((box) => box.checked) ? '' : 'Nothing is checked, so the handout has all parts.');
    return keepAs(f, { notice, inputs: [...boxes, ...cards], get: () => cards.find((box) => box.checked)?.value ?? get(), set(value) {
        const card = cards.find((box) => box.value === value.trim())?.value ?? '';
        chosen = null;
        put(card === '' ? value : '');
        show(card);
    } });
}

const keepAs = (f, more) => Object.assign(f, more).box;

const themeNow = () => fields.get('theme')?.now() ?? about.themes[0];

// A color: the browser's own picker, and those of the logo to choose from. No code has to be typed.
function color(key) {
    const main = key === 'color';
    const theme = () => (main || !fields.get('color')?.get() ? themeNow() : null); // a color of one's own stands without any
    const usual = () => theme()?.[key] ?? theme()?.color ?? setting(key).otherwise ?? '#000000';
    const input = element('input', { type: 'color', value: usual() });
    const state = element('span', { className: 'state' });
    const clear = element('button', { type: 'button', className: 'second clear', id: `f-${key}-clear` }, main ? '' : 'No second color');
    const swatches = element('div', { className: 'swatches', id: `f-${key}-swatches`, role: 'group', 'aria-label': `${labelOf(key)}, from your logo` });
    const wrap = element('div', { className: 'color' }, input, state, clear, swatches);
    const made = field(key, input, { hint: hintOf(key, setting(key).help), wrap });
    let given = '';
    const show = () => {
        made.box.classList.toggle('unset', !given);
        input.classList.toggle('faint', !given && !theme()?.[key]);
        if (!given) input.value = usual();
        state.textContent = !theme()?.[key] ? 'none chosen' : theme() === about.themes[0] ? 'the usual color' : `of ${keywordName(theme().keyword)}`;
        if (main) clear.textContent = `Back to ${keywordName(theme().keyword)}`;
        for (const button of swatches.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.value === given));
    };
    const f = { of: 'setting', key, option: setting(key).option, get: () => given, set(v) {
        given = v;
        input.value = /^#[0-9a-f]{6}$/i.test(v) ? v : usual();
        showColors();
    }, show, offer(colors) {
        swatches.replaceChildren(...colors.map((hex, i) => {
            const button = element('button', { type: 'button', className: 'swatch', value: hex, 'aria-label': `Color ${i + 1}, ${hex}` });
            button.style.backgroundColor = hex;
            button.addEventListener('click', () => changed(hex));
            return button;
        }));
        if (colors.length > 0) swatches.prepend(element('span', { className: 'hint' }, 'From your logo:'));
        show();
    } };
    const changed = (value) => {
        f.set(value);
        input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    input.addEventListener('input', () => {
        given = input.value;
        showColors();
    });
    clear.addEventListener('click', () => {
        changed('');
        input.focus(); // the button is gone
    });
    keep(key, made, f);
    show();
    return made.box;
}

// One of the program's themes, each with its colors shown, or a color of one's own, which puts all of them out of force. The
// first one is usual, and so no value.
function themes(key) {
    const id = `f-${key}`, usual = about.themes[0].keyword, own = 'own', set = element('fieldset', { className: 'field', id });
    set.append(element('legend', {}, labelOf(key)));
    const paint = (sample, colors) => sample.replaceChildren(...colors.filter(Boolean).map((value) => {
        const part = element('span');
        part.style.background = value;
        return part;
    }));
    let chosen = usual;
    const boxes = [...about.themes, { keyword: own }].map((theme, i) => {
        const box = element('input', { type: 'radio', name: id, id: `${id}-${i}`, value: theme.keyword, checked: i === 0 });
        const sample = element('span', { className: 'theme', 'aria-hidden': 'true' });
        paint(sample, [theme.color, theme.accent]);
        set.append(element('div', { className: 'check' }, box, sample, element('label', { htmlFor: box.id }, theme.keyword === own ? 'Your own, below' : keywordName(theme.keyword))));
        box.setAttribute('aria-describedby', `${id}-error`);
        box.addEventListener('input', () => {
            if (theme.keyword !== own) chosen = theme.keyword;
            fields.get('color').set(theme.keyword === own ? fields.get('color').input.value : '');
        });
        return box;
    });
    set.append(element('p', { className: 'error', id: `${id}-error` }));
    fields.set(key, { name: key, box: set, label: labelOf(key), input: boxes[0], inputs: boxes, error: set.lastChild, of: 'setting', key,
        option: setting(key).option,
        now: () => about.themes.find((theme) => theme.keyword === chosen),
        get: () => (chosen === usual || fields.get('color').get() ? '' : chosen),
        set(value) {
            chosen = about.themes.some((theme) => theme.keyword === value) ? value : usual;
            showColors();
        },
        show() {
            const color = fields.get('color').get(), on = color ? own : chosen;
            for (const box of boxes) box.checked = box.value === on;
            paint(boxes.at(-1).nextSibling, [color || fields.get('color').input.value, fields.get('accent')?.get()]);
        } });
    return set;
}

const showColors = () => ['color', 'accent', 'theme'].forEach((key) => fields.get(key)?.show());

function logo() {
    const input = element('input', { type: 'file', accept: '.png,.jpg,.jpeg,.webp,.svg,image/*' });
    const choose = element('label', { className: 'button second', htmlFor: 'f-logo' }, 'Choose a picture', input);
    const remove = element('button', { type: 'button', className: 'second', id: 'logo-remove', hidden: true }, 'Remove the logo');
    const shown = element('img', { id: 'logo-shown', alt: '', hidden: true });
    const wrap = element('div', { className: 'drop', id: 'drop' }, shown, choose, element('span', { id: 'logo-name' }), remove);
    return keep('logo', field('logo', input, { hint: hintOf('logo'), wrap }), { of: 'logo', get: () => '', set() {} });
}

function fontsField() {
    const input = element('input', { type: 'file', accept: '.fonts' });
    const wrap = element('div', {}, element('label', { className: 'button second', htmlFor: 'f-fonts' }, 'Choose the file', input));
    return keep('fonts', field('fonts', input, { hint: hintOf('fonts'), wrap }), { of: 'fonts', get: () => '', set() {} });
}

function card(number, title, hint, ...children) {
    const id = `card-${number}`;
    const head = element('h2', { id }, element('span', { className: 'number', 'aria-hidden': 'true' }, String(number)), title);
    const box = element('section', { className: 'card', 'aria-labelledby': id }, head);
    if (hint) box.append(element('p', { className: 'hint' }, hint));
    box.append(...children, element('a', { className: 'jump', href: '#preview' }, 'Go to the preview')); // for the keyboard
    return box;
}

const more = (title, ...children) => element('details', {}, element('summary', {}, title), ...children);

function ofSetting(key) {
    const s = setting(key);
    if (!s) return '';
    if (s.kind === 'color') return color(key);
    if (s.kind === 'file') return logo();
    if (s.kind === 'fonts') return fontsField();
    if (key === 'name_language') {
        const names = new Intl.DisplayNames('en', { type: 'language' });
        return choice(key, [['', 'Not said'], ...s.keywords.map((k) => [k, names.of(k)])], { hint: hintOf(key), of: 'setting' });
    }
    if (s.kind === 'parts') return partsField(key);
    if (s.kind === 'country') {
        const names = new Intl.DisplayNames('en', { type: 'region' });
        const box = choice(key, about.countries.map((r) => [r.code, `${names.of(r.code)} (call ${r.call})`]), { hint: hintOf(key), of: 'setting' });
        const { set, input } = fields.get(key);
        fields.get(key).set = (v) => {
            set(v);
            showUsualPaper();
        };
        input.addEventListener('input', showUsualPaper);
        return box;
    }
    if (key === 'theme') return themes(key);
    if (s.kind === 'phone') {
        words(key, s, 'setting');
        return keepAs(fields.get(key), { notice: () => shortPhone(fields.get(key).get(), fields.get('region').get()) });
    }
    if (key === 'masthead') return choice(key, s.keywords.map((k, i) => [i === 0 ? '' : k, MASTHEADS[k] ?? k]), { hint: hintOf(key), of: 'setting' });
    if (key === 'paper') return choice(key, [['', 'Usual'], ...s.keywords.map((k) => [k, PAPERS[k] ?? keywordName(k)])], { hint: hintOf(key, s.help), of: 'setting' });
    if (s.keywords?.join() === 'no,yes') return check(key, hintOf(key, s.help), { of: 'setting', key, option: s.option });
    if (s.keywords) return choice(key, keywordList(s), { hint: hintOf(key, s.help), of: 'setting' });
    return words(key, s, 'setting');
}

// A number of North America has 10 digits, with the 1 that some put before it 11; one that begins with + may be another
// country's, and local ones have 7.
function shortPhone(number, region) {
    const digits = number.replace(/(x|ext).*$/i, '').replace(/\D/g, '').length;
    const odd = ['US', 'CA'].includes(region) && /^[\d\s().-]+(x|ext|$)/i.test(number) && (digits === 8 || digits === 9);
    return odd ? `This has ${digits} digits, and numbers of your country have 10: check it.` : '';
}

// Which paper the country has stands in the choice that leaves it to the country.
function showUsualPaper() {
    const paper = about.countries.find((r) => r.code === fields.get('region').get())?.paper;
    const usual = fields.get('paper')?.input.options[0];
    if (usual && paper) usual.textContent = `Usual: ${keywordName(paper)}`;
}

const keywordName = (word) => (/^a\d$/.test(word) ? word.toUpperCase() : sentence(word.replace(/-/g, ' ')).replace(/\.$/, ''));

// The usual one is no value; where none is, nothing is said.
function keywordList({ keywords, otherwise }, names = {}) {
    const list = keywords.map((k) => [k === otherwise ? '' : k, names[k] ?? keywordName(k)]);
    return otherwise ? list : [['', 'Not said'], ...list];
}

function ofOption(option) {
    const name = option.name, hint = hintOf(name, option.help);
    if (option.keywords) return choice(name, keywordList({ ...option, otherwise: option.keywords[0] }, INKS), { hint, of: 'option', words: [`--${name}`] });
    if (!option.argument) return check(name, hint, { of: 'option', words: [`--${name}`] });
    const made = field(name, element('input', { type: 'text', autocomplete: 'off' }), { hint });
    return keep(name, made, { of: 'option', words: [`--${name}`] });
}

function buildForm() {
    const known = new Set([...PRACTICE, ...MORE_PRACTICE, ...LOOK, ...OUTPUT]);
    const optional = about.options.filter((o) => !NOT_HERE.includes(o.name));
    const rest = optional.filter((o) => !SIMPLE.includes(o.name));
    const notes = Array.from({ length: about.notes }, (_, i) => {
        const made = field(i === 0 ? 'note' : `note-${i + 1}`, element('textarea', { rows: 2, autocomplete: 'off' }),
            { label: i === 0 ? 'Note' : `Note ${i + 1}` });
        return keep(i === 0 ? 'note' : `note-${i + 1}`, made, { of: 'client', key: 'note' });
    });
    $('fields').append(
        card(1, 'Your practice', 'Fill in what you want to see on the handout, and leave the rest empty. Without a name, the pages leave room for a stamp.', ...PRACTICE.map(ofSetting),
            more('More about your practice', ...MORE_PRACTICE.map(ofSetting))),
        card(2, 'Your look', '', ...LOOK.map(ofSetting)),
        card(3, 'Which handout', '', ...OUTPUT.map(ofSetting), ...optional.filter((o) => SIMPLE.includes(o.name)).map(ofOption),
            more('More choices', ...about.settings.filter((s) => !known.has(s.key)).map((s) => ofSetting(s.key)), ...rest.map(ofOption))),
        card(4, 'For one client', 'Leave it empty for a handout that everybody can have. What you type here is never saved.',
            ...CLIENT.map((key) => words(key, { most: about.client[key], lines: 0, kind: 'text' }, 'client')),
            several('focus', about.steps.map((s) => [String(s.number), `${s.number}. ${s.title}`]), { of: 'client' }), notes[0],
            ...(notes.length > 1 ? [more('More notes', ...notes.slice(1))] : []),
            element('div', { className: 'buttons' }, element('button', { type: 'button', className: 'second', id: 'clear-client' }, 'Clear the client')),
            element('p', { className: 'said', id: 'client-said', role: 'status' })));
    showColors();
    $('clear-client').addEventListener('click', () => {
        for (const f of fields.values()) if (f.of === 'client') f.set('');
        $('client-said').textContent = 'The client is cleared. The handout is for everybody again.';
        void update();
    });
    $('fields').addEventListener('input', () => ($('client-said').textContent = ''));
}

// The form's answers, as the engine's worker wants them.
function answers() {
    const out = { settings: [], client: [], options: [] };
    for (const f of fields.values()) {
        const value = f.get();
        if (!value || f.of === 'logo' || f.of === 'fonts') continue;
        const line = { field: f.name, key: f.key, option: f.option, value: value.replace(/\r\n?/g, '\n') };
        if (f.of === 'setting') out.settings.push(line);
        else if (f.of === 'client') out.client.push({ ...line, value: line.value.replace(/\n/g, ' ') });
        else out.options.push({ field: f.name, words: value === 'yes' ? f.words : [...f.words, value] });
    }
    return out;
}
