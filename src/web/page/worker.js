// The worker: one instance of the engine, one question at a time. A trap spends the instance; the next is made from the same
// module, and the page opens its case again.
"use strict";
let made, instance;

function fresh() {
  instance = new WebAssembly.Instance(made, {});
}

function text(at) {
  const { memory } = instance.exports;
  const length = new DataView(memory.buffer).getUint32(at, true);
  return new TextDecoder().decode(new Uint8Array(memory.buffer, at + 4, length));
}

function ask(question) {
  const { memory, live_alloc, live_ask, live_free } = instance.exports;
  const bytes = new TextEncoder().encode(question);
  const at = live_alloc(bytes.length);
  new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
  const answer = live_ask(at, bytes.length);
  const told = text(answer);
  live_free(answer);
  return told;
}

function why(error) {
  try {
    const at = instance.exports.live_last_panic();
    return at ? text(at) : String(error.message);
  } catch {
    return String(error.message);
  }
}

onmessage = ({ data }) => {
  try {
    if (data.module) {
      made = data.module;
      fresh();
      postMessage({ id: 0 });
      return;
    }
    postMessage({ id: data.id, answer: ask(data.question) });
  } catch (error) {
    const trap = why(error);
    try {
      fresh();
    } catch {
      // Without memory for another the next question says so.
    }
    postMessage({ id: data.id ?? 0, trap });
  }
};
