// Typst, by its native compiler for Node: `node peer_typst.mjs FOLDER N COMPILER` makes N handouts in one process.
// COMPILER is the folder of @myriaddreamin/typst-ts-node-compiler.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [folder, n, where] = [resolve(process.argv[2]), Number(process.argv[3]), resolve(process.argv[4])];
const { NodeCompiler } = createRequire(import.meta.url)(where);
const fonts = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..", "fonts");
const practices = JSON.parse(readFileSync(`${folder}/practices.json`, "utf-8"));

const template = `
#let practice = json(bytes(sys.inputs.practice))
#let brand = rgb(practice.color)
#let parts = json("words.json")
#set document(title: practice.name)
#set text(font: "Source Sans 3", size: 10.5pt, lang: "en")
#set par(leading: .62em, spacing: .8em)
#show heading: set text(fill: brand)
#show heading: set block(above: 8pt, below: 5pt)
#let head = grid(columns: (auto, 1fr, auto), column-gutter: 12pt, align: horizon,
  image(practice.logo, height: 30pt, alt: practice.name + " logo"),
  [*#practice.name* \\ #practice.phone \\ #link(practice.url)],
  image(practice.qr, height: 50pt, alt: "booking code"))
#set page("us-letter", margin: (x: 54pt, top: 96pt, bottom: 40pt), header: head)
#let body(runs) = runs.map(run => if run.at(1) { strong(run.at(0)) } else { run.at(0) }).join()
#let show-block(b) = if b.kind == "table" {
  table(columns: b.rows.at(0).len() * (1fr,), inset: 3pt, stroke: .5pt + brand, ..b.rows.flatten())
} else if b.kind == "li" { list.item(body(b.runs)) } else if b.kind == "p" { par(body(b.runs)) } else {
  heading(level: int(b.kind.at(1)), body(b.runs))
}
#parts.at(0).map(show-block).join()
#pagebreak()
#columns(2, parts.at(1).map(show-block).join())
#pagebreak()
#columns(2, parts.at(2).map(show-block).join())
`;

const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [fonts] }] });
for (let i = 0; i < n; i++) {
  const inputs = { practice: JSON.stringify(practices[i]) };
  writeFileSync(`${folder}/typst${i}.pdf`, compiler.pdf({ mainFileContent: template, inputs }));
  compiler.evictCache(10);
}
