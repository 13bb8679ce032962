//! The value of information: what it is worth to know more before deciding.

mod findings;
mod mixture;
mod pilot;
mod study;
mod value;

pub use findings::{Choice, GroupVoi, InputVoi, PilotValue, ValueOfInformation};
pub use mixture::LensWeights;
pub use pilot::{ALIKE, PilotPlan, USUAL_NOISE, evsi, net_benefit, readings};

pub use study::{TRIALS, voi};
pub use value::{Known, choice, eviu, evpi, highest, of_group, of_one};
