//! The nine elements of service excellence: their inputs, and the weight of each in what customers come to feel of them.

use crate::units::inputs;

/// The nine elements of service excellence (CEN/TS 16880, ISO 23592), in the order of every array over elements.
pub const ELEMENTS: [&str; 9] =
    ["vision", "leadership", "culture", "listening", "design", "people", "processes", "feedback", "innovation"];

inputs! {
    ["excellence"]
    now[ELEMENTS]: SHARE, "maturity 0–1", "maturity of this element today";
    ["programme"]
    target[ELEMENTS]: SHARE, "maturity 0–1", "maturity of this element the programme aims at";
    start_month[ELEMENTS]: amount_between(0.0, 240.0), "month", "month after which work on this element begins";
    intensity: amount_between(0.0, 10.0), "× the programme as written",
        "size of the programme: 0 nothing, 1 as written, 2 twice the effort";
    diminishing: amount_between(0.0, 20.0), "rate", "how fast more effort brings less: 0 proportional, 1.5 usual";
    embed_months: amount_between(1.0, 600.0), "months", "time constant with which a change takes root";
    fade_months: amount_between(1.0, 600.0), "months", "time constant with which it fades once the effort stops";
    success_probability: SHARE, "probability", "chance that a programme of average breadth is delivered in full";
    breadth_effect: real_between(-10.0, 10.0), "log-odds",
        "what working on all nine elements instead of one adds to the log-odds of full delivery";
    partial_probability: SHARE, "probability", "chance of partial delivery, given not full";
    partial_delivery: SHARE, "share", "share of the change that a partial delivery reaches";
    harm_probability: SHARE, "probability", "chance of harm, given neither full nor partial delivery";
    harm: SHARE, "share", "share of the change by which a harmful programme moves backwards";
    fades_after_months: amount_between(0.0, 240.0), "months",
        "month in which a programme that does not become culture stops";
    ["effects.excellence"]
    weakest_link: SHARE, "share", "share of a capability that its weakest element decides";
}

/// Number of capabilities: the rows of [`WEIGHTS`].
pub(super) const ROWS: usize = 6;

/// Weight of each element in each capability (rows sum to 1). An expert assumption: evidence grade D.
#[rustfmt::skip]
pub const WEIGHTS: [(&str, [f64; 9]); ROWS] = [
    //              vision leader culture listen design people process feedb innov
    ("employees",  [0.15,  0.25,  0.20,  0.00,  0.00,  0.30,  0.10,  0.00,  0.00]),
    ("partners",   [0.15,  0.20,  0.15,  0.00,  0.10,  0.00,  0.40,  0.00,  0.00]),
    ("core",       [0.00,  0.10,  0.00,  0.05,  0.20,  0.10,  0.50,  0.05,  0.00]),
    ("complaints", [0.00,  0.05,  0.10,  0.15,  0.00,  0.15,  0.15,  0.40,  0.00]),
    ("individual", [0.05,  0.05,  0.20,  0.20,  0.20,  0.25,  0.05,  0.00,  0.00]),
    ("surprising", [0.10,  0.05,  0.20,  0.10,  0.20,  0.15,  0.00,  0.00,  0.20]),
];
