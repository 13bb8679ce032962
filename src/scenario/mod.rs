//! From a file to a scenario the program can trust.

mod case;

pub use case::*;
