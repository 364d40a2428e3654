// Typst, by its native compiler for Node: `node peer_typst.mjs FOLDER N COMPILER` makes N handouts in one process.
// COMPILER is the folder of @myriaddreamin/typst-ts-node-compiler.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [folder, n, where] = [resolve(process.argv[2]), Number(process.argv[3]), resolve(process.argv[4])];
const { NodeCompiler } = createRequire(import.meta.url)(where);
const here = dirname(fileURLToPath(import.meta.url));
const fonts = resolve(here, "..", "..", "fonts");
const template = readFileSync(`${here}/handout.typ`, "utf-8");
const practices = JSON.parse(readFileSync(`${folder}/practices.json`, "utf-8"));

const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [fonts] }] });
for (let i = 0; i < n; i++) {
  const inputs = { practice: JSON.stringify(practices[i]) };
  writeFileSync(`${folder}/typst${i}.pdf`, compiler.pdf({ mainFileContent: template, inputs }));
  compiler.evictCache(10);
}
