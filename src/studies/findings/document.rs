//! What was found as the JSON that is written and read back.

use serde::Serialize;

/// The document of what was found: the same bytes whatever the threads. Numbers that do not exist are null.
pub fn document<T: Serialize + ?Sized>(found: &T) -> String {
    let mut text = serde_json::to_string_pretty(found).expect("findings hold only names and numbers");
    text.push('\n');
    text
}
