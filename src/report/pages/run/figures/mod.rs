//! The figures of a run: what each shows, in words and numbers, from the findings.

mod accepted;
mod all;
mod around;
mod bridge;
mod chain;
mod comparison;
mod drivers;
mod hold;
mod indicators;
mod months;
mod npv;
mod outcomes;

pub use all::{NAMES, of_case};
pub use comparison::comparison;
pub use hold::Hold;
