// What pdf.js takes for granted and the Node.js of Debian 12 and 13 (18 and 20) has not: for reading text and saving a form no more.
const define = (on, name, value) => {
  if (on[name] === undefined) Object.defineProperty(on, name, { value, writable: true, configurable: true });
};

define(Promise, "withResolvers", function () {
  const all = {};
  all.promise = new this((resolve, reject) => Object.assign(all, { resolve, reject }));
  return all;
});
define(Promise, "try", function (call, ...args) {
  return new this((resolve) => resolve(call(...args)));
});
for (const kind of [Map, WeakMap]) {
  define(kind.prototype, "getOrInsert", function (key, value) {
    if (!this.has(key)) this.set(key, value);
    return this.get(key);
  });
  define(kind.prototype, "getOrInsertComputed", function (key, make) {
    if (!this.has(key)) this.set(key, make(key));
    return this.get(key);
  });
}
define(ArrayBuffer.prototype, "transferToFixedLength", function (length = this.byteLength) {
  const copy = new ArrayBuffer(length);
  new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
  return copy;
});
define(Uint8Array.prototype, "toHex", function () {
  return Buffer.from(this).toString("hex");
});
define(Uint8Array.prototype, "toBase64", function () {
  return Buffer.from(this).toString("base64");
});
define(Uint8Array, "fromBase64", (text) => new Uint8Array(Buffer.from(text, "base64")));
define(Math, "sumPrecise", (numbers) => [...numbers].reduce((sum, number) => sum + number, 0));
define(URL, "parse", (text, base) => {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
});
define(AbortSignal, "any", (signals) => {
  const one = new AbortController();
  for (const signal of signals) signal.addEventListener("abort", () => one.abort(signal.reason));
  return one.signal;
});
define(globalThis, "DOMMatrix", class {});
define(globalThis, "Path2D", class {});
define(globalThis, "ImageData", class {});
