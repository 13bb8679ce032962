//! ROOM report::pages::audit

mod page;
mod rules;

pub use rules::rules_as_markdown;
