//! What `delight learn` says and draws: own data beside what was believed, between units, within them, and together.

#[cfg(feature = "figures")]
mod figures;
mod page;

#[cfg(feature = "figures")]
pub use figures::figures;
pub use page::page;
