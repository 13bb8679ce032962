//! What stands against the rules of the house today. Each list may only shrink, and does so in the commit that mends it.

/// Pairs of files that import each other.
pub const PAIRS: &[&str] = &[];

/// Circles of three files and more.
pub const KNOTS: &[&str] = &[];

/// Names of more than one public type, with how many.
pub const SEVERAL: &[&str] = &[];

/// Files that touch the disk, beside the commands.
pub const DISK: &[&str] = &["src/model/scenario/load.rs", "src/report/documents/write.rs"];

/// Files that use threads. The aim is `simulate/parallel.rs` and the pool of the commands.
pub const THREADS: &[&str] = &[
    "src/cli/backtest.rs",
    "src/cli/documents.rs",
    "src/cli/full.rs",
    "src/cli/learn.rs",
    "src/cli/progress.rs",
    "src/cli/run.rs",
    "src/cli/study.rs",
    "src/model/simulate/parallel.rs",
];
