// Prints what pdf.js reads of PDF files in the order of their tags: `words.mjs FILE...`, one JSON line a file.
import { readFileSync } from "node:fs";
import "./older.mjs"; // before pdf.js
import { getDocument, version } from "pdfjs-dist/legacy/build/pdf.mjs";

const inline = new Set(["Link", "Span"]);

// The text of each marked sequence of a page, by pdf.js's own name for it.
async function texts(page) {
  const byId = new Map();
  const open = []; // a mark inside a mark belongs to what is round it
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    const id = open.at(-1) ?? null;
    if (item.type === "beginMarkedContentProps") open.push(item.id ?? id);
    else if (item.type === "beginMarkedContent") open.push(id);
    else if (item.type === "endMarkedContent") open.pop();
    else if (item.str !== undefined && id !== null)
      byId.set(id, (byId.get(id) ?? "") + item.str + (item.hasEOL ? "\n" : ""));
  }
  return byId;
}

function say(node, byId) {
  if (node.type === "content") return byId.get(node.id) ?? "";
  if (node.type !== undefined) return ""; // an annotation
  const words = (node.children ?? []).map((child) => say(child, byId)).join("");
  return inline.has(node.role) ? words : ` ${words} `;
}

console.error(`pdf.js ${version}`);
for (const path of process.argv.slice(2)) {
  const loading = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  const doc = await loading.promise;
  let text = "";
  for (let n = 1; n <= doc.numPages; n++) {
    const page = await doc.getPage(n);
    const tree = await page.getStructTree();
    if (tree !== null) text += say(tree, await texts(page));
  }
  console.log(JSON.stringify([path, text.split(/\s+/).filter((word) => word !== "")]));
  await loading.destroy();
}
