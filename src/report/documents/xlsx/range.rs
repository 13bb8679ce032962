//! Ranges of cells with their values, and the functions of spreadsheets that take them.

use super::term::Term;

/// Cells below each other with their values.
#[derive(Clone, Debug)]
pub struct Range {
    text: String,
    values: Vec<f64>,
}

impl Range {
    /// Cells by their reference.
    pub fn new(text: impl Into<String>, values: Vec<f64>) -> Self {
        Range { text: text.into(), values }
    }

    /// The reference.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Their values.
    #[cfg(test)]
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    fn function(&self, name: &str, value: f64) -> Term {
        Term::function(format!("{name}({})", self.text), value)
    }

    /// Σ x.
    pub fn sum(&self) -> Term {
        self.function("SUM", self.values.iter().sum())
    }

    /// The smallest.
    pub fn min(&self) -> Term {
        self.function("MIN", self.values.iter().copied().fold(f64::INFINITY, f64::min))
    }

    /// The mean.
    pub fn mean(&self) -> Term {
        self.function("AVERAGE", self.values.iter().sum::<f64>() / self.values.len() as f64)
    }

    /// Σ of those above zero.
    pub fn sum_above_zero(&self) -> Term {
        let sum = self.values.iter().filter(|x| **x > 0.0).sum();
        Term::function(format!("SUMIF({},\">0\")", self.text), sum)
    }

    /// Σ of those below zero.
    pub fn sum_below_zero(&self) -> Term {
        let sum = self.values.iter().filter(|x| **x < 0.0).sum();
        Term::function(format!("SUMIF({},\"<0\")", self.text), sum)
    }

    /// Σ x·y.
    pub fn sum_product(&self, other: &Range) -> Term {
        let sum = self.values.iter().zip(&other.values).map(|(x, y)| x * y).sum();
        Term::function(format!("SUMPRODUCT({},{})", self.text, other.text), sum)
    }

    /// Σ |x|.
    pub fn sum_of_sizes(&self) -> Term {
        Term::function(format!("SUMPRODUCT(ABS({}))", self.text), self.values.iter().map(|x| x.abs()).sum())
    }

    /// With these cumulative sums, the first of `months` after which none is below `zero`: what rounding may leave of nothing.
    pub fn payback(&self, months: &Range, zero: &Term) -> Term {
        let below = |x: f64| x < zero.value();
        let later = self.values.iter().zip(&months.values).filter(|(x, _)| below(**x)).map(|(_, t)| t + 1.0);
        let text = format!("SUMPRODUCT(MAX(({}<({}))*({}+1)))", self.text, zero.text(), months.text);
        Term::function(text, later.fold(0.0, f64::max))
    }

    /// Their present value at a rate a period, the first a period from now.
    pub fn present_value(&self, rate: &Term) -> Term {
        let (mut sum, mut factor) = (0.0, 1.0);
        for x in &self.values {
            factor /= 1.0 + rate.value();
            sum += x * factor;
        }
        Term::function(format!("NPV({},{})", rate.text(), self.text), sum)
    }
}

/// What 1 at the end of each of `periods` is worth at a rate a period.
pub fn annuity(rate: &Term, periods: &Term) -> Term {
    let (r, n) = (rate.value(), periods.value());
    let value = if r == 0.0 { n } else { (1.0 - (1.0 + r).powf(-n)) / r };
    Term::function(format!("PV({},{},-1)", rate.text(), periods.text()), value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn payback_is_the_month_after_the_last_below_zero() {
        let months = Range::new("A1:A4", vec![0.0, 1.0, 2.0, 3.0]);
        let after = |sums: [f64; 4]| Range::new("B1:B4", sums.to_vec()).payback(&months, &Term::number(-1e-9)).value();
        assert_eq!(after([-1.0, 1.0, -1.0, 2.0]), 3.0);
        assert_eq!(after([0.0, 1.0, 1.0, 2.0]), 0.0);
        assert_eq!(after([-1.0, -0.5, -1e-16, 2.0]), 2.0);
    }

    #[test]
    fn the_present_value_of_equal_payments_is_their_annuity() {
        let rate = Term::reference("A1", 0.02);
        let payments = Range::new("B1:B36", vec![1.0; 36]);
        assert!((payments.present_value(&rate).value() - annuity(&rate, &Term::number(36.0)).value()).abs() < 1e-12);
    }
}
