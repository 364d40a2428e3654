// Do the module and the program do the same? `node same.js dgs.wasm dgs-pdf CASES`: CASES has one JSON object a line,
// {"cwd", "args", "env", "input"}. Both run each; exit code, standard output, messages and files have to be equal. Words
// that are no UTF-8 are left out: a page has none. Ends with 1 where one differs.
'use strict';
const fs = require('fs');
const path = require('path');
const { spawnSync } = require('child_process');
const { compile, run } = require('./program.js');

const [wasm, program, list] = process.argv.slice(2);
const module_ = compile(wasm);
// No program that draws SVG for the native one, which a module has not; and no notice where a kernel lacks a part of the
// sandbox.
const calm = (text) => text.replace(/^dgs-pdf: Landlock is not available: .*\n/m, '');

function native(c) {
    const env = { PATH: '/nonexistent', HOME: c.cwd, XDG_CONFIG_DIRS: c.cwd, LC_ALL: 'C.UTF-8', ...c.env };
    const done = spawnSync(program, c.args, { cwd: c.cwd, env, input: Buffer.from(c.input ?? '', 'latin1'), maxBuffer: 1 << 28 });
    return { code: done.status, stdout: done.stdout, stderr: calm(done.stderr.toString()) };
}

function written(c) {
    const at = c.args.findIndex((word) => word === '--out');
    const name = at < 0 || c.args[at + 1] === '-' ? null : path.resolve(c.cwd, c.args[at + 1]);
    const bytes = name && fs.existsSync(name) ? fs.readFileSync(name) : null;
    if (bytes) fs.unlinkSync(name);
    return bytes;
}

function differs(c) {
    written(c); // what was there before
    const a = native(c);
    a.file = written(c);
    const env = { HOME: c.cwd, XDG_CONFIG_DIRS: c.cwd, ...c.env };
    const b = run(module_, c.args, { cwd: c.cwd, env, stdin: new Uint8Array(Buffer.from(c.input ?? '', 'latin1')) });
    b.file = written(c);
    if (a.code !== b.code) return `exit code ${a.code}, module ${b.code}: ${a.stderr}${b.stderr}`;
    if (a.stderr !== b.stderr) return `messages:\n    ${a.stderr}    ${b.stderr}`;
    if (!a.stdout.equals(Buffer.from(b.stdout))) return 'standard output';
    if ((a.file === null) !== (b.file === null)) return `only ${a.file ? 'the program' : 'the module'} wrote a file`;
    return a.file && !a.file.equals(b.file) ? `bytes: ${a.file.length}, module ${b.file.length}` : null;
}

let [same, failed] = [0, 0];
for (const line of fs.readFileSync(list, 'utf8').split('\n').filter(Boolean)) {
    const c = JSON.parse(line);
    if (c.args.some((word) => /^--v/.test(word))) continue; // the two name another sandbox
    if (/[\ud800-\udfff]/.test(c.args.join('').replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''))) continue;
    let found;
    try {
        found = differs(c);
    } catch (e) {
        found = `the module ends with ${e.message}`;
    }
    if (found) {
        failed++;
        console.error(`${c.cwd}: ${JSON.stringify(c.args)}\n  ${found}`);
    } else {
        same++;
    }
}
console.log(`${same} command lines do the same, ${failed} do not`);
process.exitCode = failed > 0 || same === 0 ? 1 : 0;
