//! What one trial more or less would change: the part of a standard error that replicates cannot show.
//!
//! Stratified replicates meet an event of probability p either ⌊np⌋ or ⌈np⌉ times each. Where all meet it equally often
//! they agree, and say that nothing is left to luck; yet one more of all trials might have met it. So every estimate has
//! a term for that, added to the spread of the replicates as independent errors are:
//!
//! ```text
//! u = 3/2.365/n;   term = u·√Σ (ψ(b) − ψ(a))²  over the gaps a … b between neighbouring values
//! ```
//!
//! with ψ(x) what a trial of value x adds to n times the estimate. 3/n is the most that the probability of what n trials
//! never met may be (with 95 % confidence, the rule of three), and 2.365 the 97.5 % point of Student's t that makes an
//! interval of a standard error. Where values lie close together the term is less than what stratified trials leave to
//! luck in any case; where a few stand far from all others it is what one of them more would add.

/// The share of all trials that one trial more or less may stand for, × the number of trials.
const TRIAL: f64 = 3.0 / 2.364_624_252;

/// The term of a share of `n` trials.
pub fn of_share(n: u64) -> f64 {
    TRIAL / n.max(1) as f64
}

/// The term of an estimate from `n` trials, by the gaps between their values and what a value adds to it.
pub fn of_gaps(n: u64, gaps: &[(f64, f64)], adds: impl Fn(f64) -> f64) -> f64 {
    let squares: f64 = gaps.iter().map(|(low, high)| (adds(*high) - adds(*low)).powi(2)).sum();
    of_share(n) * squares.sqrt()
}

/// Neighbouring values between which none lies, but for those within a 1024th of the range.
pub fn gaps(values: &[f64]) -> Vec<(f64, f64)> {
    super::tally::Quantiles::kept(values.iter().copied().filter(|x| x.is_finite()).collect()).gaps()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rare_value_counts_for_what_one_trial_of_it_more_would_add() {
        let mut values = vec![-100.0; 999];
        values.push(100_000.0);
        let gaps = gaps(&values);
        assert_eq!(gaps, [(-100.0, 100_000.0)]);
        // By the rule of three its probability may be 3/1000 larger: 2.365 standard errors are 3·100,100/1000.
        assert!((of_gaps(1000, &gaps, |x| x) * 2.364_624_252 - 300.3).abs() < 1e-9);
    }

    #[test]
    fn evenly_spread_values_leave_next_to_nothing() {
        let values: Vec<f64> = (0..1024).map(|i| f64::from(i) / 1024.0).collect();
        // 1023 gaps of 1/1024: u·√1023/1024.
        let found = of_gaps(1024, &gaps(&values), |x| x);
        assert!((found / (of_share(1024) * 1023_f64.sqrt() / 1024.0) - 1.0).abs() < 1e-9, "{found}");
    }

    #[test]
    fn what_is_all_alike_has_no_gap() {
        assert!(gaps(&[5.0; 9]).is_empty() && gaps(&[]).is_empty());
        assert_eq!(of_gaps(9, &[], |x| x), 0.0);
    }
}
