//! Quantities: numbers and distributions as people write them in a scenario file.

mod ambiguous;
mod distribution;
mod error;
mod form;
mod number;
mod parse;

pub use distribution::{Made, Unfit, distribution};
pub use error::QuantityError;
pub use form::{Form, Quantity};
pub use number::number;
pub use parse::{has_percent, parse};
