//! The rule by which a case is decided.

use std::fmt;
use std::str::FromStr;

/// When a case is worth doing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum DecisionRule {
    /// Its mean net present value is above zero.
    #[default]
    Mean,
    /// Its median net present value is above zero.
    Median,
    /// The share of trials that lose money is at most this, 0 to 1.
    Loss(f64),
}

impl DecisionRule {
    /// What may be written.
    pub const FORMS: &'static str = "\"mean\", \"median\", or \"loss <= 30%\" with a share from 0 to 100%";
}

impl FromStr for DecisionRule {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let share = |rest: &str| {
            let rest = rest.trim();
            let (number, unit) = rest.strip_suffix('%').map_or((rest, 1.0), |number| (number, 100.0));
            let share = number.trim().parse::<f64>().map_err(|_| ())? / unit;
            (0.0..=1.0).contains(&share).then_some(DecisionRule::Loss(share)).ok_or(())
        };
        match text.trim() {
            "mean" => Ok(DecisionRule::Mean),
            "median" => Ok(DecisionRule::Median),
            other => {
                let rest = other.strip_prefix("loss").ok_or(())?.trim_start();
                share(rest.strip_prefix("<=").or_else(|| rest.strip_prefix('≤')).ok_or(())?)
            }
        }
    }
}

impl fmt::Display for DecisionRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DecisionRule::Mean => f.write_str("mean"),
            DecisionRule::Median => f.write_str("median"),
            DecisionRule::Loss(share) => write!(f, "loss <= {share}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_read_as_it_is_written_and_nothing_else_is_one() {
        assert_eq!("mean".parse(), Ok(DecisionRule::Mean));
        assert_eq!(" median ".parse(), Ok(DecisionRule::Median));
        for text in ["loss <= 30%", "loss<=0.3", "loss ≤ 30 %"] {
            assert_eq!(text.parse(), Ok(DecisionRule::Loss(0.3)), "{text}");
        }
        for text in ["", "Mean", "loss", "loss <= 130%", "loss >= 3%", "loss <= -1%", "loss <= nan", "loss <= x"] {
            assert_eq!(text.parse::<DecisionRule>(), Err(()), "{text}");
        }
        for rule in [DecisionRule::Mean, DecisionRule::Median, DecisionRule::Loss(0.05)] {
            assert_eq!(rule.to_string().parse(), Ok(rule));
        }
    }
}
