//! What studies have in common: the facts of a case, its inputs and their links, setting them at will, spreads, provenance.

pub mod break_even;
mod bundles;
mod case;
mod document;
mod fingerprint;
mod inputs;
mod leading;
mod links;
mod planned;
mod provenance;
mod settable;
mod spread;

pub use bundles::{Bundle, REACH, TOGETHER, bundled, bundles};
pub use case::{CaseFacts, different_names, nobody_pays};
pub use document::document;
pub use fingerprint::{fingerprint, fingerprint_of, fingerprint_of_bytes};
pub use inputs::{InputFacts, Name, Uncertain, name, of_assumption, tails, uncertain};
pub use leading::{NotStudied, leading, search_trials};
pub use links::{Link, Standing};
pub use planned::{cost_lines, planned_in};
pub use provenance::Provenance;
pub use settable::{InputError, check_range, settable};
pub use spread::{Band, BriefSpread, Estimates, Fan, Spread};
