// The module without a page, in Node, beside Typst's on the same words: `node bench_modules.mjs dgs.wasm FOLDER [COMPILER]`.
// FOLDER holds what tests/bench/words.py writes; COMPILER is the folder of @myriaddreamin/typst-ts-web-compiler.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const { run } = createRequire(import.meta.url)(`${here}/program.js`);
const [wasm, folder, compiler] = process.argv.slice(2).map((name) => name && resolve(name));
const practices = JSON.parse(readFileSync(`${folder}/practices.json`, "utf-8"));
const AFTER = 20; // changes after the first handout

const ms = (from) => performance.now() - from;
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];

// `make(practice)` gives the bytes of a handout.
async function measured(name, file, begin) {
  const bytes = readFileSync(file);
  let from = performance.now();
  const module_ = new WebAssembly.Module(bytes);
  const compile = ms(from);
  from = performance.now();
  const make = await begin(module_);
  const pdf = make(practices[0]);
  const first = ms(from);
  writeFileSync(`${folder}/${name}.pdf`, pdf);
  const rest = practices.slice(1, 1 + AFTER).map((practice) => {
    from = performance.now();
    make(practice);
    return ms(from);
  });
  const columns = [bytes.length / 1048576, gzipSync(bytes).length / 1048576, compile, first, median(rest)];
  console.log(name.padEnd(10), ...columns.map((n) => n.toFixed(1).padStart(9)), (pdf.length / 1024).toFixed(0).padStart(9));
}

console.log("The module without a page, in Node: a name, color, logo and code; medians of", AFTER, "handouts after the first");
console.log("".padEnd(10), ...["MB", "gzip MB", "compile", "first ms", "next ms", "file KB"].map((word) => word.padStart(9)));
await measured("dgs", wasm, (module_) => (p) => {
  const words = ["-q", "--out", "-", "--no-profile", "--practice-name", p.name, "--phone", p.phone, "--color", p.color,
    "--booking-url", p.url, "--logo", p.logo];
  const { code, stdout, stderr } = run(module_, words, { cwd: folder });
  if (code !== 0) throw new Error(stderr);
  return stdout;
});
if (compiler)
  await measured("typst", `${compiler}/pkg/typst_ts_web_compiler_bg.wasm`, async (module_) => {
    const typst = await import(pathToFileURL(`${compiler}/pkg/typst_ts_web_compiler.mjs`));
    typst.initSync({ module: module_ });
    const builder = new typst.TypstCompilerBuilder();
    builder.set_dummy_access_model();
    for (const weight of ["Regular", "SemiBold", "Bold"]) await builder.add_raw_font(readFileSync(`${here}/../../fonts/SourceSans3-${weight}.ttf`));
    const world = await builder.build();
    world.add_source("/main.typ", readFileSync(`${here}/../bench/handout.typ`, "utf-8"));
    world.map_shadow("/words.json", readFileSync(`${folder}/words.json`));
    return (p) => {
      for (const name of [p.logo, p.qr]) world.map_shadow(`/${name}`, readFileSync(resolve(folder, name)));
      const made = world.compile("/main.typ", [["practice", JSON.stringify(p)]], "pdf", 3);
      const pdf = made?.result ?? made;
      if (!(pdf instanceof Uint8Array)) throw new Error(JSON.stringify(made));
      return pdf;
    };
  });
else console.log("typst      is not found: npm install --prefix build/bench @myriaddreamin/typst-ts-web-compiler");
