//! The module of the live part as it is kept: it needs nothing of its page, and answers as this program does.

mod module;

use crate::support::hotel_file;
use module::{Engines, same_answers};
use std::sync::LazyLock;

static ENGINES: LazyLock<Engines> = LazyLock::new(Engines::kept);

#[test]
fn the_module_imports_nothing_and_has_four_functions() {
    assert_eq!(ENGINES.imports(), [""; 0]);
    let mut exports = ENGINES.exports();
    exports.retain(|name| !name.starts_with("__"));
    exports.sort();
    assert_eq!(exports, ["live_alloc", "live_ask", "live_free", "live_last_panic", "memory"]);
}

#[test]
fn the_module_answers_as_this_program_does_to_the_byte() {
    same_answers(&ENGINES, &hotel_file(), &[1]);
}
