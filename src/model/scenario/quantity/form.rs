//! The forms in which people write a quantity.

/// What was written, not yet checked against the values its input may take.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number or the distribution.
    pub form: Form,
    /// ` in a..b`: bounds within which it is to lie.
    pub bounds: Option<(f64, f64)>,
}

/// The forms of a quantity.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// `12%`
    Number(f64),
    /// `30% to 40%`: the 5 % and the 95 % quantile; the shape follows from the input.
    Interval(f64, f64),
    /// `pert(low, mode, high)`
    Pert(f64, f64, f64),
    /// `triangular(low, mode, high)`
    Triangular(f64, f64, f64),
    /// `uniform(low, high)`
    Uniform(f64, f64),
    /// `normal(mean, sd)`
    Normal(f64, f64),
    /// `lognormal(mean, sd)`, of the quantity itself.
    Lognormal(f64, f64),
    /// `beta(a, b)`, from 0 to 1.
    Beta(f64, f64),
    /// `metalog(p10, p50, p90)`
    Metalog(f64, f64, f64),
    /// `discrete(value: weight, value: weight)`
    Discrete(Vec<(f64, f64)>),
    /// `samples(file.csv, column)`
    Samples {
        /// File next to the scenario.
        file: String,
        /// Heading of the column.
        column: String,
    },
}
