//! What `delight backtest` says and draws: the model held against what happened elsewhere.

#[cfg(feature = "figures")]
mod figures;
mod page;

#[cfg(feature = "figures")]
pub use figures::forest;
pub use page::{document, page};
