// Puts the page together: `node build.js dgs.wasm SOURCES FOLDER BILL OUT`. FOLDER is the project's; SOURCES holds the
// libraries; BILL is the program's bill of materials, whose date the page's has, OUT's name with .spdx.json. Same inputs,
// same bytes.
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const zlib = require('zlib');
const { runModule } = require('./page/host.js');

const [wasm, sources, root, bill, out] = process.argv.slice(2);
const here = (name) => fs.readFileSync(path.join(__dirname, 'page', name), 'utf8');
// Smaller tables than usual: fonts change what they are made of often, and a new table then serves them better.
const pack = (data) => zlib.gzipSync(data, { level: 9, memLevel: 6 }).toString('base64');
const hash = (text) => `'sha256-${crypto.createHash('sha256').update(text).digest('base64')}'`;
// Inside of a script nothing may look like its end, or like the start of another one.
const inScript = (text) => text.replace(/<(?=[/!]|script)/gi, '\\u003c');
const module_ = new WebAssembly.Module(fs.readFileSync(wasm));
const run = (...args) => Buffer.from(runModule(module_, { args }).stdout).toString();

// The parts' and steps' titles, as the handout itself says them.
function outline(...words) {
    const parts = [], steps = [];
    let part = null;
    for (const line of run('dgs-pdf', '-q', '--dump', 'content', '--no-profile', ...words).split('\n')) {
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
const NOTICES = [ // what it is called, its license for people and for SPDX, where its notice is
    ['dgs-pdf', 'MIT', 'MIT', root, ['LICENSE']],
    ['Source Sans 3', 'SIL Open Font License 1.1', 'OFL-1.1-RFN', root, ['fonts/OFL.txt']],
    ['Fraunces', 'SIL Open Font License 1.1', 'OFL-1.1', root, ['fonts/Fraunces-OFL.txt']],
    ['Noto Sans', 'SIL Open Font License 1.1', 'OFL-1.1', root, ['fonts/noto/OFL.txt']],
    ['HarfBuzz', 'MIT', 'MIT-Modern-Variant', 'harfbuzz', ['COPYING']],
    ['libharu', 'zlib license', 'Zlib', 'libharu', ['README']],
    ['libpng', 'libpng license', 'libpng-2.0', 'libpng', ['LICENSE']],
    ['libjpeg-turbo', 'IJG and BSD licenses', 'IJG AND BSD-3-Clause AND Zlib', 'libjpeg-turbo', ['LICENSE.md', 'README.ijg']],
    ['libwebp', 'BSD', 'BSD-3-Clause', 'libwebp', ['COPYING', 'PATENTS']],
    ['Little CMS', 'MIT', 'MIT', 'lcms2', ['COPYING']],
    ['zlib', 'zlib license', 'Zlib', 'zlib', ['LICENSE']],
    ['libdeflate', 'MIT', 'MIT', 'libdeflate', ['COPYING']],
    ['cmark', 'BSD', 'BSD-2-Clause', 'cmark', ['COPYING']],
    ['Expat', 'MIT', 'MIT', 'expat', ['expat/COPYING']],
    ['Jansson', 'MIT', 'MIT', 'jansson', ['LICENSE']],
    ['inih', 'BSD', 'BSD-3-Clause', 'inih', ['LICENSE.txt']],
    ['utf8proc', 'MIT', 'MIT AND Unicode-DFS-2015', 'utf8proc', ['LICENSE.md']],
    ['libqrencode', 'LGPL 2.1', 'LGPL-2.1-or-later', 'qrencode', ['COPYING']],
    ['nettle', 'LGPL 3', 'LGPL-3.0-or-later OR GPL-2.0-or-later', 'nettle', ['COPYING.LESSERv3', 'COPYINGv3']],
    ['wasi-libc', 'Apache 2.0 with LLVM exception, MIT', 'Apache-2.0 WITH LLVM-exception AND MIT', '/usr/share/doc/wasi-libc', ['copyright']],
    ['LLVM’s run-time libraries', 'Apache 2.0 with LLVM exception', 'Apache-2.0 WITH LLVM-exception', '/usr/share/doc/libclang-rt-19-dev-wasm32', ['copyright']],
];

function licenses() {
    const all = NOTICES.map(([name, license, , where, files]) => {
        const folder = path.isAbsolute(where) ? where : path.join(sources, where);
        const texts = files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8').trimEnd());
        return [`${name}: ${license}`, ...texts].join('\n\n');
    });
    const source = 'The sources of dgs-pdf say where those of each library are and build this page from them (make web), ' +
        'with a changed library too where you want that.';
    return [source, ...all].join(`\n\n${'='.repeat(72)}\n\n`) + '\n';
}

// The libraries' names, with the sum of the archive that was fetched, and Debian's version of what was made of it.
function sourcesListed() {
    const names = fs.readFileSync(path.join(__dirname, 'sources.txt'), 'utf8').split('\n').filter((line) => /^[^#]/.test(line)).map((line) => line.split(/\s+/)[0]);
    return new Map(names.map((name) => [name, fs.readFileSync(path.join(sources, name, 'fetched'), 'utf8').trim().split(' ')])
        .map(([name, [sha, version]]) => [name, { version, sha }]));
}

// The page's bill of materials (SPDX 2.3).
function materials(text) {
    const sum = (algorithm) => crypto.createHash(algorithm).update(text).digest('hex');
    const element = (name) => `SPDXRef-${name.replace(/[^A-Za-z0-9.-]/g, '-')}`;
    const none = 'NOASSERTION';
    const packages = NOTICES.map(([name, , license, where], i) => ({ SPDXID: element(name), name,
        ...(i === 0 ? { versionInfo: about.version } : listed.has(where) ? { versionInfo: listed.get(where).version } : {}),
        downloadLocation: none, licenseConcluded: none, licenseDeclared: license, copyrightText: none, filesAnalyzed: false,
        ...(listed.has(where) ? { checksums: [{ algorithm: 'SHA256', checksumValue: listed.get(where).sha }] } : {}) }));
    return JSON.stringify({ spdxVersion: 'SPDX-2.3', dataLicense: 'CC0-1.0', SPDXID: 'SPDXRef-DOCUMENT', name: `dgs-pdf page ${about.version}`,
        documentNamespace: `urn:sha256:${sum('sha256')}`,
        creationInfo: { created: JSON.parse(fs.readFileSync(bill, 'utf8')).creationInfo.created, creators: [`Tool: dgs-pdf-${about.version}`] },
        packages,
        files: [{ SPDXID: 'SPDXRef-page', fileName: './handout.html', licenseConcluded: none, copyrightText: none,
            checksums: [{ algorithm: 'SHA1', checksumValue: sum('sha1') }, { algorithm: 'SHA256', checksumValue: sum('sha256') }] }],
        relationships: [{ spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-page' },
            ...NOTICES.map(([name]) => ({ spdxElementId: 'SPDXRef-page', relationshipType: 'CONTAINS', relatedSpdxElement: element(name) }))] }, null, 1) + '\n';
}

// The picture at the head of the handout, in its usual colors.
const hero = fs.readFileSync(path.join(root, 'assets/illustrations/massage-table.svg'), 'utf8').replace(/<(title|desc)>.*<\/\1>/g, '')
    .replace(/ id="[^"]*"/g, '').replace('<svg ', '<svg width="232" height="142" ').replace(/url\(#dgs-[a-z-]+\) /g, '').replace(/\s+/g, ' ');

const described = JSON.parse(run('describe'));
const about = { ...described, ...outline(), cards: described.cards.flatMap((keyword) => outline('--parts', keyword).parts) };
const listed = sourcesListed();
for (const name of listed.keys())
    if (!NOTICES.some(([, , , where]) => where === name)) throw new Error(`build.js has no notice of ${name}`);
const worker = [here('host.js'), here('reader.js'), here('worker.js')].join('\n').replace(/^if \(typeof module .*$/gm, '');
const script = inScript(here('form.js') + here('page.js'));
const css = here('page.css');
const parts = {
    HERO: hero, ABOUT: inScript(JSON.stringify(about)), CSS: css, HASHES: hash(script), STYLEHASH: hash(css), SCRIPT: script,
    WORKER: pack(worker), MODULE: pack(fs.readFileSync(wasm)), LICENSES: pack(licenses()), VERSION: about.version,
    NAMES: NOTICES.slice(1).map(([name]) => name).join(', '),
};
// A mark of byte order as the first bytes: a server that calls the page something else than UTF-8 is not believed then.
const page = '\ufeff' + here('page.html').replace(/{{(\w+)}}/g, (_, name) => parts[name]);
fs.writeFileSync(out, page);
fs.writeFileSync(out.replace(/\.html$/, '.spdx.json'), materials(page));
