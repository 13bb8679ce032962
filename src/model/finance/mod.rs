//! Money over time: costs, cash, net present value, internal rate of return, payback, the value bridge.
//!
//! Knows nothing of the chain: it takes benefits and activity by the month.

pub mod account;
pub mod benefit;
pub mod bridge;
pub mod costs;
pub mod equity;
pub mod flows;
pub mod irr;
pub mod run_off;
pub mod zero;
