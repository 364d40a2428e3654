// The module as a program: `node program.js dgs.wasm [ARGUMENT]...`. Files are those of the machine.
'use strict';
const fs = require('fs');
const { runModule } = require('../../src/web/page/host.js');

class DiskFiles {
    look(name) {
        try {
            const stat = fs.statSync(name);
            if (!stat.isFile()) return { kind: stat.isDirectory() ? 'folder' : 'other' };
            return { kind: 'file', read: () => fs.readFileSync(name) };
        } catch (e) {
            return e.code;
        }
    }

    write(name, bytes) {
        try {
            fs.writeFileSync(name, bytes);
        } catch (e) {
            return e.code;
        }
    }

    createFolder(name) {
        try {
            fs.mkdirSync(name);
        } catch (e) {
            return e.code;
        }
    }
}

function compile(file) {
    return new WebAssembly.Module(fs.readFileSync(file));
}

// Runs the module as the program would run: in the folder `cwd`, with no environment but `env`.
function run(module, args, { cwd = process.cwd(), env = {}, stdin } = {}) {
    return runModule(module, { args: ['dgs-pdf', ...args], env: { ...env, PWD: cwd }, files: new DiskFiles(), stdin });
}

module.exports = { compile, run };

if (require.main === module) {
    const [file, ...args] = process.argv.slice(2);
    const stdin = args.includes('--client-stdin') ? fs.readFileSync(0) : undefined;
    const { code, stdout, stderr } = run(compile(file), args, { env: process.env, stdin });
    fs.writeSync(2, stderr);
    for (let at = 0; at < stdout.length;) at += fs.writeSync(1, stdout, at);
    process.exitCode = code;
}
