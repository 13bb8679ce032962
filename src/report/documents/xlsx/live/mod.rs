//! The chain as live formulas: its inputs, what is calibrated on today's organisation, and its months.

mod answers;
mod arm;
mod bond;
mod come;
mod constants;
mod grow;
mod hand;
mod months;
mod service;
mod staff;
mod stay;
mod tables;
mod trade;

pub use arm::Arm;
pub use constants::Constants;
pub use hand::Levers;
pub use months::{ChainMonths, add, stop};
pub use tables::{SEARCH_COLUMNS, Search, TABLE_NAMES, Tables, WEIGHT_ROW};
