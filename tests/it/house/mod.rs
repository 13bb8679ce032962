//! The house as its tests see it: rooms in one line, no circles, one type of a name, disk and threads in their places.
//!
//! The source is parsed, not searched: groups, `super`, paths inside functions and macros count, comments do not.

mod circles;
mod code;
mod formulas;
mod layers;
mod names;
mod places;
mod resolve;
mod source;
mod tests;
mod today;

use source::House;
use std::path::Path;
use std::sync::LazyLock;

/// A package: the name by which others import it, its first file, and its rooms in their order.
struct Package {
    name: &'static str,
    root: &'static str,
    /// A room imports only from those to its left; rooms of one place do not know each other.
    rooms: &'static [&'static [&'static str]],
}

/// The one straight line, also between packages: each imports only from those before it.
const PACKAGES: &[Package] = &[
    Package {
        name: "delight_model",
        root: "src/model/lib.rs",
        rooms: &[
            &["units"],
            &["sampling"],
            &["statistics"],
            &["evidence"],
            &["chain", "finance"],
            &["scenario"],
            &["simulate"],
        ],
    },
    Package {
        name: "delight_studies",
        root: "src/studies/lib.rs",
        rooms: &[
            &["findings"],
            &["run"],
            // Not a study: a run in parts.
            &["shards"],
            &[
                "assess",
                "audit",
                "backtest",
                "breakeven",
                "compare",
                "diff",
                "fails",
                "gate",
                "learn",
                "optimise",
                "portfolio",
                "sensitivity",
                "track",
                "voi",
            ],
            // The map of a break-even is a sweep's too; what improves a case is the best spread and the best gate of it.
            &["sweep", "improve"],
            &["seam"],
        ],
    },
    Package {
        name: "delight_report",
        root: "src/report/lib.rs",
        rooms: &[&["plot", "words"], &["page"], &["pages"], &["documents"]],
    },
    Package { name: "delight_case", root: "src/lib.rs", rooms: &[&["web"], &["cli", "prelude"]] },
    Package { name: "delight", root: "src/main.rs", rooms: &[] },
];

/// The house as it stands.
static HOUSE: LazyLock<House> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    House::of(PACKAGES, &|file| std::fs::read_to_string(root.join(file)).ok())
});

/// Fails where what is found is not exactly what is listed: a list of exceptions grows by decision and shrinks at once.
fn assert_listed(what: &str, found: &[String], listed: &[&str]) {
    let new: Vec<_> = found.iter().filter(|one| !listed.contains(&one.as_str())).collect();
    let gone: Vec<_> = listed.iter().filter(|one| !found.iter().any(|f| f == *one)).collect();
    let list: String = found.iter().map(|one| format!("    {one:?},\n")).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "{what}\nnew, and not allowed: {new:#?}\nno longer there, to be taken off the list: {gone:#?}\nall, as a list:\n{list}"
    );
}
