// `node reader.js FOLDER FILE.pdf...`: draws each page of each file, and puts it into FOLDER as NAME-PAGE.svg; pictures are left
// out, which only a browser can decode. Ends with 1 where a file has what the reader does not know.
'use strict';
const fs = require('fs');
const path = require('path');
const { Drawing, File, Ref } = require('../../src/web/page/reader.js');

globalThis.ImageData = class {};
globalThis.createImageBitmap = async () => ({});
globalThis.OffscreenCanvas = class {
    constructor(width, height) {
        Object.assign(this, { width, height });
    }

    getContext() {
        const { width, height } = this;
        return { putImageData() {}, drawImage() {}, getImageData: () => ({ data: new Uint8ClampedArray(4 * width * height) }) };
    }

    async convertToBlob() {
        return new Blob([]);
    }
};

async function unknown() { // an operator that no file of ours has
    const text = '%PDF-1.7\n1 0 obj <</Length 3>>stream\nsh\n\nendstream endobj\n';
    const file = new File(new TextEncoder().encode(text));
    file.places.set(1, [1, text.indexOf('1 0 obj'), 0]);
    const drawing = Object.assign(Object.create(Drawing.prototype), { file, fonts: new Map(),
        pages: [{ node: new Map([['Contents', new Ref(1)]]), MediaBox: [0, 0, 9, 9] }] });
    try {
        await drawing.svg(0);
    } catch (e) {
        return /operator sh is not known/.test(e.message);
    }
    return false;
}

(async () => {
    const [folder, ...files] = process.argv.slice(2);
    for (const file of files) {
        try {
            const drawing = await Drawing.open(new Uint8Array(fs.readFileSync(file)));
            for (let i = 0; i < drawing.pages.length; i++)
                fs.writeFileSync(path.join(folder, `${path.basename(file, '.pdf')}-${i + 1}.svg`), (await drawing.svg(i)).text);
        } catch (e) {
            console.error(`${file}: ${e.message}`);
            process.exitCode = 1;
        }
    }
    if (!(await unknown())) {
        console.error('an operator that is not known was not told of');
        process.exitCode = 1;
    }
})();
