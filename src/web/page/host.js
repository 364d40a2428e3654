// What the module asks of the system it runs in (WASI, preview 1): a command line, an environment, standard streams and
// files. Runs in the page's worker and, for the tests, in Node. Nothing is kept between two runs.
'use strict';

const FAULT = { EACCES: 2, EBADF: 8, EEXIST: 20, EINVAL: 28, EIO: 29, EISDIR: 31, ENAMETOOLONG: 37, ELOOP: 32, ENOENT: 44,
    ENOSYS: 52, ENOTDIR: 54, EROFS: 69, ESPIPE: 70 };
const KIND = { other: 0, folder: 3, file: 4 }; // WASI's numbers
const NAME_MAX = 255, ROOT = 3;

class Exit extends Error {
    constructor(code) {
        super(`exit ${code}`);
        this.code = code;
    }
}

// Files in memory, by their paths without a slash before them; a folder is there where a file's path begins with it.
class MemoryFiles {
    constructor(files = {}) {
        this.files = new Map(Object.entries(files));
    }

    look(path) {
        const name = path.replace(/^\/+/, '');
        if (name.split('/').some((part) => part.length > NAME_MAX)) return 'ENAMETOOLONG';
        if (this.files.has(name)) return { kind: 'file', read: () => this.files.get(name) };
        if (name === '' || name === '.') return { kind: 'folder' };
        for (const other of this.files.keys()) {
            if (other.startsWith(name + '/')) return { kind: 'folder' };
            if (name.startsWith(other + '/')) return 'ENOTDIR';
        }
        return 'ENOENT';
    }

    write(path, bytes) {
        this.files.set(path.replace(/^\/+/, ''), bytes);
    }
}

function joined(pieces) {
    const all = new Uint8Array(pieces.reduce((n, piece) => n + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
        all.set(piece, at);
        at += piece.length;
    }
    return all;
}

// Runs `module` once with the words `args` (the program's name first). `files` is like MemoryFiles. Gives the exit code
// and what was written to the standard streams; a trap of the module is thrown.
function runModule(module, { args, env = {}, files = new MemoryFiles(), stdin = new Uint8Array() }) {
    let memory;
    const encoder = new TextEncoder();
    const decoder = new TextDecoder();
    const view = () => new DataView(memory.buffer);
    const bytes = (at, n) => new Uint8Array(memory.buffer, at, n);
    const out = { 1: [], 2: [] };
    const open = new Map([[0, { kind: 'file', bytes: stdin, at: 0 }], [1, { kind: 'file', pieces: out[1] }],
        [2, { kind: 'file', pieces: out[2] }], [ROOT, { kind: 'folder', path: '' }]]);

    const putWords = (list) => ({
        sizes(count, size) {
            view().setUint32(count, list.length, true);
            view().setUint32(size, list.reduce((n, word) => n + word.length, 0), true);
            return 0;
        },
        get(pointers, to) {
            for (const word of list) {
                view().setUint32(pointers, to, true);
                bytes(to, word.length).set(word);
                pointers += 4;
                to += word.length;
            }
            return 0;
        },
    });
    const words = putWords(args.map((word) => encoder.encode(word + '\0')));
    const variables = putWords(Object.entries(env).map(([name, value]) => encoder.encode(`${name}=${value}\0`)));

    const pathOf = (fd, at, n) => {
        const folder = open.get(fd);
        return folder?.kind === 'folder' ? `${folder.path}/${decoder.decode(bytes(at, n))}` : null;
    };
    const putStat = (to, kind, size) => {
        bytes(to, 64).fill(0);
        view().setUint8(to + 16, KIND[kind]);
        view().setBigUint64(to + 32, BigInt(size), true);
        return 0;
    };
    const vectors = function* (at, n) {
        for (let i = 0; i < n; i++)
            yield bytes(view().getUint32(at + 8 * i, true), view().getUint32(at + 8 * i + 4, true));
    };

    const wasi = {
        args_sizes_get: words.sizes,
        args_get: words.get,
        environ_sizes_get: variables.sizes,
        environ_get: variables.get,
        proc_exit(code) {
            throw new Exit(code);
        },
        random_get(to, n) {
            for (let at = 0; at < n; at += 65536) crypto.getRandomValues(bytes(to + at, Math.min(65536, n - at)));
            return 0;
        },
        fd_prestat_get(fd, to) {
            if (fd !== ROOT) return FAULT.EBADF;
            view().setUint32(to, 0, true);
            view().setUint32(to + 4, 1, true);
            return 0;
        },
        fd_prestat_dir_name(fd, to) {
            bytes(to, 1)[0] = '/'.charCodeAt(0);
            return 0;
        },
        fd_fdstat_get(fd, to) {
            const file = open.get(fd);
            if (!file) return FAULT.EBADF;
            bytes(to, 24).fill(0);
            view().setUint8(to, KIND[file.kind]);
            bytes(to + 8, 16).fill(0xff); // all rights
            return 0;
        },
        fd_fdstat_set_flags: () => 0,
        fd_filestat_get(fd, to) {
            const file = open.get(fd);
            return file ? putStat(to, file.kind, file.bytes?.length ?? 0) : FAULT.EBADF;
        },
        path_filestat_get(fd, flags, at, n, to) {
            const path = pathOf(fd, at, n);
            const found = path === null ? 'EBADF' : files.look(path);
            if (typeof found === 'string') return FAULT[found];
            return putStat(to, found.kind, found.kind === 'file' ? found.read().length : 0);
        },
        path_open(folder, flags, at, n, how, rights, inheriting, fdflags, to) {
            const CREATE = 1, DIRECTORY = 2;
            const path = pathOf(folder, at, n);
            const found = path === null ? 'EBADF' : files.look(path);
            let file;
            if (how & CREATE && (found === 'ENOENT' || found.kind === 'file')) file = { kind: 'file', pieces: [], path };
            else if (typeof found === 'string') return FAULT[found];
            else if (how & CREATE) return FAULT.EISDIR;
            else if (how & DIRECTORY && found.kind !== 'folder') return FAULT.ENOTDIR;
            else file = { kind: found.kind, path, at: 0, bytes: found.kind === 'file' ? found.read() : undefined };
            const fault = file.pieces && files.write(path, new Uint8Array());
            if (fault) return FAULT[fault];
            let fd = ROOT + 1;
            while (open.has(fd)) fd++;
            open.set(fd, file);
            view().setUint32(to, fd, true);
            return 0;
        },
        path_create_directory(fd, at, n) {
            const path = pathOf(fd, at, n);
            if (path === null) return FAULT.EBADF;
            const found = files.look(path);
            if (found !== 'ENOENT') return typeof found === 'string' ? FAULT[found] : FAULT.EEXIST;
            const fault = files.createFolder?.(path); // in memory there are no empty ones
            return fault ? FAULT[fault] : 0;
        },
        fd_close(fd) {
            const file = open.get(fd);
            if (!file) return FAULT.EBADF;
            open.delete(fd);
            const fault = file.path && file.pieces && files.write(file.path, joined(file.pieces));
            return fault ? FAULT[fault] : 0;
        },
        fd_read(fd, at, n, done) {
            const file = open.get(fd);
            if (!file) return FAULT.EBADF;
            if (!file.bytes) return FAULT[file.kind === 'folder' ? 'EISDIR' : 'EIO'];
            let all = 0;
            for (const to of vectors(at, n)) {
                const piece = file.bytes.subarray(file.at, file.at + to.length);
                to.set(piece);
                file.at += piece.length;
                all += piece.length;
            }
            view().setUint32(done, all, true);
            return 0;
        },
        fd_write(fd, at, n, done) {
            const file = open.get(fd);
            if (!file?.pieces) return FAULT.EBADF;
            let all = 0;
            for (const from of vectors(at, n)) {
                file.pieces.push(from.slice());
                all += from.length;
            }
            view().setUint32(done, all, true);
            return 0;
        },
        fd_seek: () => FAULT.ESPIPE,
    };

    const imports = {};
    for (const wanted of WebAssembly.Module.imports(module))
        (imports[wanted.module] ??= {})[wanted.name] = wasi[wanted.name] ?? (() => FAULT.ENOSYS);
    const instance = new WebAssembly.Instance(module, imports);
    memory = instance.exports.memory;
    let code = 0;
    try {
        instance.exports._start();
    } catch (e) {
        if (!(e instanceof Exit)) throw e;
        code = e.code;
    }
    return { code, stdout: joined(out[1]), stderr: decoder.decode(joined(out[2])) };
}

if (typeof module !== 'undefined') module.exports = { runModule, MemoryFiles };
