//! ROOM studies::assess

mod basics;
mod portrait;
mod worth;

pub use basics::{Basics, LEAST_COMPLAINT_HANDLING, LEAST_RATING, Mark};
pub use portrait::*;
pub use worth::{STEP, Step, Worth, worth};
