//! What a decision takes, in words and as figures: each study of a case says in one file what it found.

mod breakeven;
mod compare;
mod diff;
pub mod figures;
mod gate;
mod optimise;
pub mod page;
mod portfolio;
mod sensitivity;
mod sweep;
pub(super) mod values;
mod voi;
