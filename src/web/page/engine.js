// The engine: unpacked once, compiled once, asked through workers.

/** An answer that is a refusal of the core, with its diagnostics. */
class Refused extends Error {
  constructor(error) {
    super(error.message);
    this.error = error;
  }
}

/** The engine fell over a question; the instance is new, and knows no case. */
class Trapped extends Error {}

// A function that returns a vector: what an engine without 128-bit vectors refuses.
const VECTORS = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

/** Why this browser cannot run the engine, as the key of a text; empty where it can. */
function lacking() {
  if (typeof WebAssembly !== "object" || typeof Worker !== "function") return "no-wasm";
  if (typeof DecompressionStream !== "function") return "old-browser";
  return WebAssembly.validate(VECTORS) ? "" : "no-vectors";
}

async function unpacked(base64) {
  const packed = Uint8Array.from(atob(base64.replace(/\s+/g, "")), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

/** One worker with an instance of the module; questions are answered in their order. */
class Engine {
  constructor(module) {
    const source = new Blob([byId("live-worker").textContent], { type: "text/javascript" });
    const address = URL.createObjectURL(source);
    this.worker = new Worker(address);
    this.waiting = new Map();
    this.next = 1;
    this.worker.onmessage = ({ data }) => this.answered(data);
    this.ready = new Promise((resolve, reject) => {
      this.waiting.set(0, { resolve, reject });
      this.worker.onerror = () => reject(new Error("worker"));
    });
    this.worker.postMessage({ module });
    this.ready.finally(() => URL.revokeObjectURL(address)).catch(() => {});
  }

  answered({ id, answer, trap }) {
    const { resolve, reject } = this.waiting.get(id) ?? {};
    this.waiting.delete(id);
    if (!resolve) return;
    if (trap !== undefined) return reject(new Trapped(trap));
    const told = answer === undefined ? null : JSON.parse(answer);
    if (told?.error) reject(new Refused(told.error));
    else resolve(told);
  }

  ask(name, more = {}) {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, question: JSON.stringify({ ask: name, ...more }) });
    });
  }

  end() {
    this.worker.terminate();
  }
}
