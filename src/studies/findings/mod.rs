//! What studies have in common: the inputs of a case, the links they belong to, setting them at will, a fingerprint.

pub mod break_even;
mod case;
mod fingerprint;
mod inputs;
mod links;
mod provenance;
mod settable;
mod spread;

pub use case::CaseFacts;
pub use fingerprint::fingerprint;
pub use inputs::{InputFacts, Name, Uncertain, name, of_assumption, tails, uncertain};
pub use links::{Link, Standing};
pub use provenance::Provenance;
pub use settable::{InputFault, check_range, freed};
pub use spread::{Band, BriefSpread, Estimates, Fan, Spread};
