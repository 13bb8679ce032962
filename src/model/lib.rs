//! What a business case of customer delight is, and what it yields: units, draws, statistics, evidence, the chain, the
//! money, scenarios and their simulation. Each room imports only from its left:
//! [`units`] ← [`sampling`] ← [`statistics`] ← [`evidence`] ← [`chain`], [`finance`] ← [`scenario`] ← [`simulate`].

pub mod chain;
pub mod evidence;
pub mod finance;
pub mod sampling;
pub mod scenario;
pub mod simulate;
pub mod statistics;
pub mod units;
