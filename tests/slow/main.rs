//! What takes minutes without optimisation: whole runs by the hundred. `cargo test --release --test slow`

mod backtest;
mod calibration;
mod expected;
mod statistics;
mod track;
