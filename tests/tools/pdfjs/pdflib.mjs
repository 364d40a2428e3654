// Fills in a form with pdf-lib and saves it: `pdflib.mjs FILE.pdf OUT.pdf WORDS`.
import { readFileSync, writeFileSync } from "node:fs";
import { PDFCheckBox, PDFDocument, PDFTextField } from "pdf-lib";

const [from, to, words] = process.argv.slice(2);
const doc = await PDFDocument.load(readFileSync(from), { updateMetadata: false });
for (const field of doc.getForm().getFields()) {
  if (field instanceof PDFTextField) field.setText(field.getMaxLength() === 2 ? "10" : words);
  else if (field instanceof PDFCheckBox) field.check();
}
writeFileSync(to, await doc.save());
