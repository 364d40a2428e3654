// Puts the page together: `node build.js dgs.wasm SOURCES FOLDER OUT`. FOLDER is the project's; SOURCES holds the
// libraries. Same inputs, same bytes.
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const zlib = require('zlib');
const { runModule } = require('./page/host.js');

const [wasm, sources, root, out] = process.argv.slice(2);
const here = (name) => fs.readFileSync(path.join(__dirname, 'page', name), 'utf8');
const pack = (data) => zlib.gzipSync(data, { level: 9 }).toString('base64');
const hash = (text) => `'sha256-${crypto.createHash('sha256').update(text).digest('base64')}'`;
// Inside of a script nothing may look like its end, or like the start of another one.
const inScript = (text) => text.replace(/<(?=[/!]|script)/gi, '\\u003c');
const module_ = new WebAssembly.Module(fs.readFileSync(wasm));
const run = (...args) => Buffer.from(runModule(module_, { args }).stdout).toString();

// The parts' and steps' titles, as the handout itself says them.
function outline() {
    const parts = [], steps = [];
    let part = null;
    for (const line of run('dgs-pdf', '-q', '--dump', 'content', '--no-profile').split('\n')) {
        const found = /^ {2}part (\S+)|^ {4}step (\d+)|^ +heading \d #\S+: (.*)$/.exec(line);
        if (!found) continue;
        if (found[1]) parts.push(part = { keyword: found[1] });
        if (found[2]) steps.push({ number: Number(found[2]) });
        if (found[3] && part && !part.title) part.title = found[3];
        else if (found[3] && steps.length > 0 && !steps[steps.length - 1].title) steps[steps.length - 1].title = found[3];
    }
    return { parts, steps };
}

// Each library's notice, from its own sources; what stands in no file of its own is cut out of one.
const NOTICES = [
    ['dgs-pdf', 'MIT', root, ['LICENSE']],
    ['Source Sans 3 (the typeface)', 'SIL Open Font License 1.1', root, ['fonts/OFL.txt']],
    ['HarfBuzz', 'MIT', 'harfbuzz', ['COPYING']],
    ['libharu', 'zlib license', 'libharu', ['README']],
    ['libpng', 'libpng license', 'libpng', ['LICENSE']],
    ['libjpeg-turbo', 'IJG and BSD licenses', 'libjpeg-turbo', ['LICENSE.md', 'README.ijg']],
    ['zlib', 'zlib license', 'zlib', ['LICENSE']],
    ['libdeflate', 'MIT', 'libdeflate', ['COPYING']],
    ['cmark', 'BSD', 'cmark', ['COPYING']],
    ['Expat', 'MIT', 'expat', ['expat/COPYING']],
    ['Jansson', 'MIT', 'jansson', ['LICENSE']],
    ['inih', 'BSD', 'inih', ['LICENSE.txt']],
    ['utf8proc', 'MIT', 'utf8proc', ['LICENSE.md']],
    ['libqrencode', 'LGPL 2.1', 'qrencode', ['COPYING']],
    ['nettle', 'LGPL 3', 'nettle', ['COPYING.LESSERv3', 'COPYINGv3']],
    ['wasi-libc', 'Apache 2.0 with LLVM exception, MIT', '/usr/share/doc/wasi-libc', ['copyright']],
];

function licenses() {
    const all = NOTICES.map(([name, license, where, files]) => {
        const folder = path.isAbsolute(where) ? where : path.join(sources, where);
        const texts = files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8').trimEnd());
        return [`${name}: ${license}`, ...texts].join('\n\n');
    });
    const source = 'The sources of dgs-pdf say where those of each library are and build this page from them (make web), ' +
        'with a changed library too where you want that.';
    return [source, ...all].join(`\n\n${'='.repeat(72)}\n\n`) + '\n';
}

const about = { ...JSON.parse(run('describe')), ...outline() };
const worker = [here('host.js'), here('reader.js'), here('worker.js')].join('\n').replace(/^if \(typeof module .*$/gm, '');
const script = inScript(here('form.js') + here('page.js'));
const css = here('page.css');
const parts = {
    ABOUT: inScript(JSON.stringify(about)), CSS: css, HASHES: hash(script), STYLEHASH: hash(css), SCRIPT: script,
    WORKER: pack(worker), MODULE: pack(fs.readFileSync(wasm)), LICENSES: pack(licenses()), VERSION: about.version,
    NAMES: NOTICES.slice(1).map(([name]) => name.replace(/ \(.*/, '')).join(', '),
};
fs.writeFileSync(out, here('page.html').replace(/{{(\w+)}}/g, (_, name) => parts[name]));
