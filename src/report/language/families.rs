//! Texts that are found by the name of a thing: every family with its members.

use crate::chain::Delivery;
use crate::finance::bridge::PIECES;
use crate::simulate::Kpi;

/// Every family of texts that [`Words::say_of`](super::Words::say_of) is asked for, with its members.
pub fn families() -> Vec<(&'static str, Vec<String>)> {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    vec![
        ("delivery", owned(&Delivery::ALL.map(Delivery::name))),
        ("kpi", owned(&Kpi::ALL.map(|(_, name)| name))),
        ("month", (1..=12).map(|month| month.to_string()).collect()),
        ("piece", owned(&PIECES)),
        ("sampling", owned(&["sobol", "lhs", "random"])),
    ]
}
