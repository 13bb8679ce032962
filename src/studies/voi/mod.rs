//! The value of information: what it is worth to know more before deciding.

mod findings;
mod pilot;
mod study;
mod value;

pub use findings::{Choice, Information, OfGroup, OfInput, OfPilot};
pub use pilot::{ALIKE, Plan, USUAL_NOISE, evsi, net_benefit, readings};

pub use study::information;
pub use value::{Known, choice, eviu, evpi, highest, of_group, of_one};
