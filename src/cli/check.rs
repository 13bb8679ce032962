//! `delight check`: the assumption ledger.

use super::args::Check;
use super::{Failure, say, scenarios};
use crate::report::ledger::ledger_text;

/// Checks the scenarios and prints every assumption of each.
pub fn check(args: &Check) -> Result<(), Failure> {
    let ledgers: Vec<String> = scenarios::load(&args.files, args.lens)?.iter().map(ledger_text).collect();
    say(&ledgers.join("\n"))
}
