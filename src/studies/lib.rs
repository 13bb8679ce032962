//! The answer to each question that a case raises, in numbers; no text of any language. A study is one room, named after
//! its command; no study knows another, except [`run`], which all may use.

pub mod assess;
pub mod audit;
pub mod backtest;
pub mod breakeven;
pub mod compare;
pub mod diff;
pub mod fails;
pub mod findings;
pub mod gate;
pub mod improve;
pub mod learn;
pub mod optimise;
pub mod portfolio;
pub mod run;
pub mod seam;
pub mod sensitivity;
pub mod shards;
pub mod sweep;
pub mod track;
pub mod voi;
