// Do module and program agree on colors? `node colors.js dgs.wasm dgs-pdf FOLDER COUNT [SEED]`: so many random colors and
// accents, by the program in batches and by the module one by one. Not in make check:
// 100,000 take half an hour. Ends with 1 where one differs.
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const { spawnSync } = require('child_process');
const { compile, run } = require('./program.js');

const [wasm, program, folder, count, seed = '1'] = process.argv.slice(2);
const AT_ONCE = 2000; // 120 MB of files
const module_ = compile(wasm);
const sum = (data) => crypto.createHash('sha256').update(data).digest('hex');
const color = (n) => '#' + sum(`${seed}/${n}`).slice(0, 6);

let differing = 0;
for (let from = 0; from < count; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) => [color(2 * (from + i)), color(2 * (from + i) + 1)]);
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'list.csv'), ['color,accent', ...rows.map((row) => row.join(','))].join('\n') + '\n');
    const done = spawnSync(program, ['batch', 'list.csv', '--out-dir', 'made', '--no-profile', '--file-name', '{n}.pdf', '-q'], { cwd: folder });
    if (done.status !== 0) throw new Error(done.stderr.toString());
    rows.forEach(([one, other], i) => {
        const { stdout } = run(module_, ['-q', '--out', '-', '--no-profile', '--color', one, '--accent', other]);
        if (sum(stdout) === sum(fs.readFileSync(path.join(folder, 'made', `${i + 1}.pdf`)))) return;
        differing++;
        console.error(`--color '${one}' --accent '${other}': other bytes`);
    });
}
fs.rmSync(folder, { recursive: true, force: true });
console.log(`${count} pairs of colors, ${differing} differ`);
process.exitCode = differing > 0 ? 1 : 0;
