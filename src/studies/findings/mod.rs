//! What studies have in common: the inputs of a case, the links they belong to, setting them at will, a fingerprint.

mod fingerprint;
mod inputs;
mod links;
mod settable;

pub use fingerprint::fingerprint;
pub use inputs::{InputFacts, Name, Uncertain, name, of_assumption, tails, uncertain};
pub use links::{Link, Standing};
pub use settable::{InputFault, check_range, freed};
