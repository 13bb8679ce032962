//! What a reader gets.

pub mod ledger;
