//! No two files import each other; what a file only passes on, by `pub use`, it does not import.

use super::source::House;
use super::today::{KNOTS, PAIRS};
use super::{HOUSE, assert_listed};
use std::collections::{BTreeMap, BTreeSet};

/// Pairs of files that import each other.
pub fn pairs(house: &House) -> Vec<String> {
    let uses = house.uses();
    let each_other = |one: &&str, other: &&str| one < other && uses[other].contains(one);
    let of = |(one, others): (&&str, &BTreeSet<&str>)| -> Vec<String> {
        others.iter().filter(|other| each_other(one, other)).map(|other| together(&[one, other])).collect()
    };
    uses.iter().flat_map(of).collect()
}

/// Several files in one word: the folder of all, and what follows in braces.
fn together(files: &[&str]) -> String {
    let first = files[0];
    let alike = |at: &usize| files.iter().all(|file| file.starts_with(&first[..=*at]));
    let folder = first.match_indices('/').map(|(at, _)| at).take_while(alike).last().map_or("", |at| &first[..=at]);
    let rest: Vec<&str> = files.iter().map(|file| file[folder.len()..].trim_end_matches(".rs")).collect();
    format!("{folder}{{{}}}", rest.join(", "))
}

/// All files that a file takes something from, directly or not.
fn reach<'a>(from: &'a str, uses: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<&'a str> {
    let (mut reached, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(next) = open.pop() {
        open.extend(uses[next].iter().filter(|file| reached.insert(**file)));
    }
    reached
}

/// The strongly connected components of more than two files.
pub fn knots(house: &House) -> Vec<String> {
    let uses = house.uses();
    let reached: BTreeMap<&str, BTreeSet<&str>> = uses.keys().map(|file| (*file, reach(file, &uses))).collect();
    let mut knots = BTreeSet::new();
    for (file, others) in &reached {
        let knot: Vec<&str> = others.iter().copied().filter(|other| reached[other].contains(file)).collect();
        if knot.len() > 2 {
            knots.insert(knot);
        }
    }
    knots.iter().map(|knot| together(knot)).collect()
}

#[test]
fn no_two_files_import_each_other_but_those_on_the_list() {
    assert_listed("two files import each other", &pairs(&HOUSE), PAIRS);
}

#[test]
fn no_files_import_each_other_in_a_circle_but_those_on_the_list() {
    assert_listed("files import each other in a circle", &knots(&HOUSE), KNOTS);
}
