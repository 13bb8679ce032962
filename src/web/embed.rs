//! The engine as a page carries it: a WebAssembly module, compressed, which `.ci/engine` builds.

/// The module as gzip; docs/live.md says how it is asked.
pub fn engine_gz() -> &'static [u8] {
    include_bytes!("engine.wasm.gz")
}
