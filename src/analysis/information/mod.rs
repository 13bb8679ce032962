//! The value of information: what it is worth to know more before deciding.

mod features;
mod findings;
mod pilot;
mod regression;
mod study;
mod value;

pub use features::{REFINEMENTS, products, scores, spline};
pub use findings::{Choice, Information, OfGroup, OfInput, OfPilot};
pub use pilot::{ALIKE, Plan, USUAL_NOISE, evsi, net_benefit, readings};
pub use regression::{Coefficients, Regression};
pub use study::information;
pub use value::{Known, choice, eviu, evpi, highest, of_group, of_one};
