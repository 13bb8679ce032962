//! How many independent randomisations a run has.

/// Number of independent randomisations. Trial t is point t / 8 of replicate t % 8; the spread of the replicates' means
/// gives an honest standard error, which the points of one Sobol' sequence or Latin hypercube cannot give.
pub const REPLICATES: usize = 8;
