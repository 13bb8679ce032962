//! ROOM model

pub mod chain;
pub mod evidence;
pub mod finance;
pub mod sampling;
pub mod scenario;
pub mod simulate;
pub mod statistics;
pub mod units;
