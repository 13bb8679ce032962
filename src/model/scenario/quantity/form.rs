//! The forms in which people write a quantity.

/// What was written, not yet checked against the values its input may take.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number or the distribution.
    pub form: Form,
    /// ` in a..b`: bounds within which it is to lie.
    pub bounds: Option<(f64, f64)>,
}

impl Quantity {
    /// The same with every value `factor` times as large, `factor` > 0; none of a beta, whose parameters are no values, and of
    /// samples, which stand elsewhere.
    pub fn times(&self, factor: f64) -> Option<Quantity> {
        let form = match &self.form {
            Form::Number(x) => Form::Number(x * factor),
            Form::Interval(p5, p95) => Form::Interval(p5 * factor, p95 * factor),
            Form::Pert(low, mode, high) => Form::Pert(low * factor, mode * factor, high * factor),
            Form::Triangular(low, mode, high) => Form::Triangular(low * factor, mode * factor, high * factor),
            Form::Uniform(low, high) => Form::Uniform(low * factor, high * factor),
            Form::Normal(mean, sd) => Form::Normal(mean * factor, sd * factor),
            Form::Lognormal(mean, sd) => Form::Lognormal(mean * factor, sd * factor),
            Form::Metalog(p10, p50, p90) => Form::Metalog(p10 * factor, p50 * factor, p90 * factor),
            Form::Discrete(outcomes) => {
                Form::Discrete(outcomes.iter().map(|(x, weight)| (x * factor, *weight)).collect())
            }
            Form::Beta(..) | Form::Samples { .. } => return None,
        };
        Some(Quantity { form, bounds: self.bounds.map(|(low, high)| (low * factor, high * factor)) })
    }
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
