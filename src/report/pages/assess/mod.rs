//! A self-assessment for readers: the screen, the JSON and the figure.

mod basics;
mod begin;
mod elements;
#[cfg(feature = "figures")]
mod figure;
mod page;
mod parts;
mod study;

#[cfg(feature = "figures")]
pub use figure::figure;
pub use page::{json, page};
