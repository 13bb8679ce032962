//! What a decision takes, in words and as figures: each study of a case says in one file what it found.

pub mod all;
pub mod assess;
pub mod audit;
pub mod backtest;
pub mod breakeven;
pub mod compare;
pub mod diff;
pub mod fails;
pub mod gate;
pub mod improve;
pub mod learn;
pub mod optimise;
pub mod portfolio;
pub mod run;
pub mod sensitivity;
pub mod sweep;
pub mod track;
pub mod voi;
