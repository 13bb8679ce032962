//! What a decision takes, in words and as figures: each study of a case says in one file what it found.

mod audit;
mod audit_rules;
mod breakeven;
mod compare;
mod diff;
mod fails;
pub mod figures;
mod gate;
mod optimise;
pub mod page;
mod portfolio;
mod sensitivity;
mod sweep;
pub(super) mod values;
mod voi;

pub use audit_rules::rules_as_markdown;
