//! Today's maturity: what a self-assessment shows, whether the basics are in order, and where to begin.

mod basics;
mod known;
mod portrait;
mod price;
mod worth;

pub use basics::{Basics, LEAST_COMPLAINT_HANDLING, LEAST_RATING, Mark};
pub use known::KNOWN;
pub use portrait::*;
pub use price::StepPrice;
pub use worth::{ElementStep, RUNS, STEP, TRIALS, Worth, worth};
