//! One public type of a name in a package, so that a name says which.

use super::source::House;
use super::today::SEVERAL;
use super::{HOUSE, assert_listed};
use std::collections::BTreeMap;

/// The pattern of the stages of the chain, each of which has its own.
const PATTERN: [&str; 4] = ["Inputs", "Calibrated", "Month", "State"];

/// Public names of more than one type of a package, the pattern aside.
pub fn several(house: &House) -> Vec<String> {
    let mut found = Vec::new();
    for at in 0..house.packages.len() {
        let mut types: BTreeMap<&String, usize> = BTreeMap::new();
        for module in house.modules.iter().filter(|module| module.package == at) {
            module.types.iter().for_each(|name| *types.entry(name).or_default() += 1);
        }
        types.retain(|name, count| *count > 1 && !PATTERN.contains(&name.as_str()));
        found.extend(types.iter().map(|(name, count)| format!("{name}: {count}")));
    }
    found
}

#[test]
fn no_name_has_a_second_public_type_but_those_on_the_list() {
    assert_listed("a name has several public types", &several(&HOUSE), SEVERAL);
}
