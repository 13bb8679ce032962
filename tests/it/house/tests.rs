//! The tests of the tests: each way to write an import is seen, and what is none is not.

use super::source::House;
use super::{HOUSE, Package, circles, layers, names, places};
use std::collections::BTreeSet;
use std::path::Path;

/// Two packages, of which the second may import from the first.
const PACKAGES: &[Package] = &[
    Package { name: "lower", root: "lower/lib.rs", rooms: &[&["one"], &["two", "beside"], &["three"]] },
    Package { name: "upper", root: "upper/lib.rs", rooms: &[&["page"]] },
];

/// The packages with these texts in place of the empty ones.
fn house(texts: &[(&str, &str)]) -> House {
    let standing = [
        ("lower/lib.rs", "pub mod one; pub mod two; pub mod beside; pub mod three;"),
        ("lower/one.rs", "pub struct One; pub mod deep;"),
        ("lower/one/deep.rs", "pub struct Deep;"),
        ("lower/two.rs", "pub struct Two;"),
        ("lower/beside.rs", "pub struct Beside;"),
        ("lower/three/mod.rs", "mod inner; pub use inner::Three;"),
        ("lower/three/inner.rs", "pub struct Three;"),
        ("upper/lib.rs", "pub mod page;"),
        ("upper/page.rs", "pub struct Page;"),
    ];
    House::of(PACKAGES, &|file| {
        let mut all = texts.iter().chain(&standing);
        all.find(|(name, _)| *name == file).map(|(_, text)| (*text).to_owned())
    })
}

#[test]
fn an_import_against_the_line_is_seen_however_it_is_written() {
    for text in [
        "use crate::three::Three;",
        "use crate::{one::One, three};",
        "use crate::{one::One, three::{self as c}};",
        "use crate::three::*;",
        "use super::super::three::Three;",
        "pub(crate) use super::super::three as other;",
        "fn f() { let _ = crate::three::Three; }",
        "fn f() { use crate::three::Three; }",
        "fn f(_: Option<crate::three::Three>) {}",
        "fn f() { println!(\"{:?}\", crate::three::Three); }",
        "fn f() { vec![(1, [super::super::three::Three])]; }",
        "impl<T> From<T> for crate::three::Three {}",
        "macro_rules! m { () => { $crate::three::Three } }",
        "use upper::page::Page;",
    ] {
        let found = layers::against_the_line(&house(&[("lower/one/deep.rs", text)]));
        assert!(!found.is_empty(), "{text}");
        assert!(found.iter().all(|line| line.starts_with("lower/one/deep.rs imports ")), "{found:?}");
    }
}

#[test]
fn what_is_no_import_against_the_line_is_not_taken_for_one() {
    for text in [
        "use crate::one::One;",
        "use super::One;",
        "/// As [`crate::three::Three`] says.\npub struct Deep;",
        "//! crate::three::Three\n// use crate::three::Three;",
        "pub(in crate::one) struct Deep;",
        "fn f() { \"crate::three::Three\"; }",
        "#[cfg(test)]\nmod tests { use crate::three::Three; }",
        "#[cfg(test)]\nfn f() { crate::three::Three; }",
        "use std::three::Three;",
    ] {
        let found = layers::against_the_line(&house(&[("lower/one/deep.rs", text)]));
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn rooms_of_one_place_do_not_know_each_other_and_later_packages_may_import_earlier_ones() {
    assert_eq!(layers::against_the_line(&house(&[("lower/two.rs", "use crate::beside::Beside;")])).len(), 1);
    assert_eq!(layers::against_the_line(&house(&[("upper/page.rs", "use lower::three::Three;")])), [""; 0]);
}

#[test]
fn what_a_face_passes_on_belongs_to_the_file_that_defines_it() {
    let uses = [("upper/page.rs", "use lower::three; fn f() { three::Three; }")];
    assert_eq!(house(&uses).uses()["upper/page.rs"], BTreeSet::from(["lower/three/inner.rs"]));
    let renamed =
        [("upper/lib.rs", "pub mod page; pub use lower::three::Three as Four;"), ("upper/page.rs", "use super::Four;")];
    assert_eq!(house(&renamed).uses()["upper/page.rs"], BTreeSet::from(["lower/three/inner.rs"]));
    let by_all = [("upper/page.rs", "use lower::three::*; fn f() { Three; }")];
    assert_eq!(house(&by_all).uses()["upper/page.rs"], BTreeSet::from(["lower/three/inner.rs"]));
}

#[test]
fn files_that_import_each_other_are_a_pair_and_three_in_a_circle_a_knot() {
    let pair = [
        ("lower/one.rs", "pub struct One; pub mod deep; use deep::Deep;"),
        ("lower/one/deep.rs", "use super::One; pub struct Deep;"),
    ];
    assert_eq!(circles::pairs(&house(&pair)), ["lower/{one, one/deep}"]);
    assert!(circles::knots(&house(&pair)).is_empty());
    let knot = [
        ("lower/one.rs", "pub struct One; pub mod deep; use crate::three::Three;"),
        ("lower/two.rs", "pub struct Two; use super::one::One;"),
        ("lower/three/inner.rs", "pub struct Three; use crate::two::Two;"),
    ];
    assert_eq!(circles::knots(&house(&knot)), ["lower/{one, three/inner, two}"]);
    assert!(circles::pairs(&house(&knot)).is_empty());
}

#[test]
fn a_face_that_only_passes_names_on_is_in_no_circle() {
    let face = [
        ("lower/three/inner.rs", "pub struct Three; use super::Other;"),
        ("lower/three/mod.rs", "mod inner; mod other; pub use {inner::Three, other::Other};"),
        ("lower/three/other.rs", "pub struct Other;"),
    ];
    assert!(circles::pairs(&house(&face)).is_empty());
}

#[test]
fn a_second_public_type_of_a_name_in_a_package_is_found_and_one_of_the_pattern_is_not() {
    let twice =
        [("lower/two.rs", "pub struct Deep; pub struct Inputs;"), ("lower/one.rs", "pub mod deep; pub enum Inputs {}")];
    assert_eq!(names::several(&house(&twice)), ["Deep: 2"]);
    let apart = [
        ("upper/page.rs", "pub struct Deep; struct Two;"),
        ("lower/three/inner.rs", "pub(crate) struct Two; pub struct Three;"),
    ];
    assert_eq!(names::several(&house(&apart)), [""; 0]);
}

#[test]
fn the_disk_is_seen_however_it_is_touched() {
    for text in [
        "use std::fs::{self, File};",
        "use std::{fmt, fs};",
        "fn f() { std::fs::read(\"a\"); }",
        "fn f() { vec![std::fs::read(\"a\")]; }",
        "fn f(path: &std::path::Path) -> bool { path.exists() }",
        "fn f() { assert!(path.is_file()); }",
        "fn f() { csv::Reader::from_path(\"a\"); }",
    ] {
        assert_eq!(places::on_disk(&house(&[("lower/two.rs", text)])), ["lower/two.rs"], "{text}");
    }
    assert_eq!(places::on_disk(&house(&[("lower/two.rs", "#[cfg(test)]\nmod tests { use std::fs; }")])), [""; 0]);
}

#[test]
fn threads_and_clock_are_seen_too() {
    let uses = "use std::{thread, time::Instant}; fn f() { thread::spawn(|| Instant::now()); }";
    let house = house(&[("lower/two.rs", uses), ("upper/page.rs", "fn f() { rayon::join(|| 1, || 2); }")]);
    assert_eq!(places::in_threads(&house), ["lower/two.rs", "upper/page.rs"]);
    assert_eq!(places::by_the_clock(&house), ["lower/two.rs"]);
}

#[test]
fn every_file_of_the_source_is_read_but_those_of_tests() {
    fn sources(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let inside = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
                found.push(inside.to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    let mut all = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    let read: BTreeSet<&str> = HOUSE.modules.iter().map(|module| module.file.as_str()).collect();
    let of_tests = |file: &str| {
        HOUSE.tests.iter().any(|test| file.starts_with(&format!("{test}/")) || *file == format!("{test}.rs"))
    };
    let missed: Vec<_> = all.iter().filter(|file| !read.contains(file.as_str()) && !of_tests(file)).collect();
    assert!(missed.is_empty(), "{missed:?}");
    assert!(read.len() > 100, "only {} files", read.len());
}

#[test]
fn every_path_from_a_package_of_ours_is_followed_to_its_end() {
    let ours =
        |first: &str| ["crate", "super", "self"].contains(&first) || HOUSE.packages.iter().any(|p| p.name == first);
    let mut lost = Vec::new();
    for (at, module) in HOUSE.modules.iter().enumerate() {
        let paths = HOUSE.written(module).filter(|path| path.len() > 1 && ours(&path[0]));
        lost.extend(
            paths
                .filter(|path| HOUSE.resolve(at, path).is_empty())
                .map(|path| format!("{}: {}", module.file, path.join("::"))),
        );
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}
