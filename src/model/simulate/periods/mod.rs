//! What would be read of every trial: any metric of either arm over any period, and what stopping at some months changes.

mod calendar;
mod watch;

pub use calendar::ReadPeriod;
pub use watch::{PeriodBench, PeriodValues, PeriodWatch};

#[cfg(test)]
mod tests;
