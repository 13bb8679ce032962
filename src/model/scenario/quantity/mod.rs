//! Quantities: numbers and distributions as people write them in a scenario file.
//!
//! ```text
//! text ─numeral, marks, currency─▶ number ─parse─▶ form ─distribution─▶ what can be drawn
//!                                  number ─column─▶ observations
//! ```

mod column;
mod currency;
mod distribution;
mod error;
mod expected;
mod form;
mod list;
mod marks;
mod meant;
mod number;
mod numeral;
mod parse;
#[cfg(test)]
mod tests;

pub use column::{ColumnError, column};
pub use currency::Currency;
pub use distribution::{Made, Unfit, distribution};
pub use error::QuantityError;
pub use expected::Expected;
pub use form::{Form, Quantity};
pub use list::list;
pub(super) use meant::interval_meant;
pub use number::{WrittenNumber, number, number_with_mark};
pub use parse::parse;
