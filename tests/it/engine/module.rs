//! The engine of the live part in an interpreter of WebAssembly, asked as a page asks it, beside a session of this program.

use delight_case::web::{Session, engine_gz};
use flate2::read::GzDecoder;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use wasmi::{Engine, Linker, Memory, Module, Store, TypedFunc};

/// What to do where the module and this program differ.
const REMEDY: &str = "the module is not of this state of the source: run .ci/engine";

/// The module, read and checked once.
pub struct Engines {
    engine: Engine,
    module: Module,
}

impl Engines {
    /// The module that is kept with the source.
    pub fn kept() -> Self {
        let mut bytes = Vec::new();
        GzDecoder::new(engine_gz()).read_to_end(&mut bytes).expect("a gzip file");
        let engine = Engine::default();
        let module = Module::new(&engine, &bytes[..]).unwrap_or_else(|e| panic!("{REMEDY}: {e}"));
        Engines { engine, module }
    }

    /// What the module asks of its page: nothing.
    pub fn imports(&self) -> Vec<String> {
        self.module.imports().map(|import| format!("{}.{}", import.module(), import.name())).collect()
    }

    /// The names by which a page knows it.
    pub fn exports(&self) -> Vec<String> {
        self.module.exports().map(|export| export.name().to_owned()).collect()
    }

    /// A fresh instance beside a fresh session.
    pub fn both(&self) -> Both {
        let mut store = Store::new(&self.engine, ());
        let instance = Linker::new(&self.engine).instantiate_and_start(&mut store, &self.module).expect("no imports");
        let memory = instance.get_memory(&store, "memory").expect("memory");
        let alloc = instance.get_typed_func(&store, "live_alloc").expect("live_alloc");
        let ask = instance.get_typed_func(&store, "live_ask").expect("live_ask");
        let free = instance.get_typed_func(&store, "live_free").expect("live_free");
        Both { native: Session::default(), store, memory, alloc, ask, free }
    }
}

/// A session of this program and an instance of the module that are asked the same.
pub struct Both {
    native: Session,
    store: Store<()>,
    memory: Memory,
    alloc: TypedFunc<i32, i32>,
    ask: TypedFunc<(i32, i32), i32>,
    free: TypedFunc<i32, ()>,
}

impl Both {
    fn in_module(&mut self, question: &str) -> String {
        let length = question.len() as i32;
        let at = self.alloc.call(&mut self.store, length).expect("room");
        self.memory.write(&mut self.store, at as u32 as usize, question.as_bytes()).expect("room for the question");
        let answer = self.ask.call(&mut self.store, (at, length)).unwrap_or_else(|e| panic!("{question}: {e}"));
        let mut length = [0; 4];
        self.memory.read(&self.store, answer as u32 as usize, &mut length).expect("a length");
        let mut text = vec![0; u32::from_le_bytes(length) as usize];
        self.memory.read(&self.store, answer as u32 as usize + 4, &mut text).expect("a text");
        self.free.call(&mut self.store, answer).expect("given back");
        String::from_utf8(text).expect("UTF-8")
    }

    /// The answer of both, which must be the same to the byte.
    pub fn ask(&mut self, question: Value) -> Value {
        let question = question.to_string();
        let (own, other) = (self.native.ask(&question), self.in_module(&question));
        let apart = own.bytes().zip(other.bytes()).position(|(a, b)| a != b).unwrap_or(own.len().min(other.len()));
        let around = |text: &str| -> String { text.chars().skip(apart.saturating_sub(80)).take(160).collect() };
        assert!(
            own == other,
            "{REMEDY}\nquestion: {question:.300}\nhere:   {}\nmodule: {}",
            around(&own),
            around(&other)
        );
        serde_json::from_str(&own).expect("JSON")
    }
}

/// Opens a shipped scenario, runs it with these seeds and looks at all that a page shows.
pub fn same_answers(engines: &Engines, main: &Path, seeds: &[u64]) {
    let files: BTreeMap<String, String> = std::fs::read_dir(main.parent().expect("a folder"))
        .expect("the scenarios")
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let ending = path.extension()?.to_str()?;
            let name = path.file_name()?.to_str()?.to_owned();
            ["csv", "toml"].contains(&ending).then(|| (name, std::fs::read_to_string(&path).expect("text")))
        })
        .collect();
    let main = main.file_name().and_then(|name| name.to_str()).expect("a name");
    let mut both = engines.both();
    let opened = both.ask(json!({"ask": "open", "files": files, "main": main}));
    assert!(opened.get("error").is_none(), "{main}: {opened}");
    for seed in seeds {
        both.ask(json!({"ask": "start", "seed": seed, "trials": 512}));
        let seen = both.ask(json!({"ask": "look", "until": 512, "figures": opened["figures"], "width": 640}));
        assert_eq!(seen["trials"], 512, "{main}: {seen}");
        both.ask(json!({"ask": "findings"}));
    }
    both.ask(json!({"ask": "start", "set": {"finance.discount_rate": 0.05}, "trials": 256}));
    both.ask(json!({"ask": "look", "until": 256}));
    both.ask(json!({"ask": "start", "set": {"no.such": 1}}));
}
