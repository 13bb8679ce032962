//! What `delight audit` says: which rules a reviewer finds broken, and how to mend them.

mod page;
mod rules;

pub use rules::rules_as_markdown;
