//! What takes minutes without optimisation: whole runs by the hundred. `cargo test --release --test slow`

mod backtest;
mod calibration;
mod engine;
mod expected;
mod learn;
mod living;
mod numbers;
mod statistics;
mod track;
