// Fills in a form with pdf.js, as Firefox does, and saves it: `fill.mjs FILE.pdf OUT.pdf WORDS`.
import { readFileSync, writeFileSync } from "node:fs";
import "./older.mjs"; // before pdf.js
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const [from, to, words] = process.argv.slice(2);
const loading = getDocument({ data: new Uint8Array(readFileSync(from)), verbosity: 0 });
const doc = await loading.promise;
for (let n = 1; n <= doc.numPages; n++) {
  for (const field of await (await doc.getPage(n)).getAnnotations()) {
    if (field.fieldType === "Tx")
      doc.annotationStorage.setValue(field.id, { value: field.maxLen === 2 ? "10" : words });
    else if (field.fieldType === "Btn") doc.annotationStorage.setValue(field.id, { value: true });
  }
}
writeFileSync(to, await doc.saveDocument());
await loading.destroy();
