//! The backtest: what the model says, through each lens, of what happened elsewhere.

mod predict;
mod study;

pub use study::{Backtest, BacktestRow, LEAST_TRIALS, LensBacktest, TRIALS, backtest};
