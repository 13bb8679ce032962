//! From what was typed to a value on its scale and the variance of sampling there.

use super::metric::TrackMetric;
use super::reading::Counted;

/// What was typed of a reading, every number checked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typed {
    pub metric: TrackMetric,
    pub value: TypedValue,
    /// Answers, staff or customers.
    pub n: Option<f64>,
    /// Those who were asked.
    pub of: Option<f64>,
    /// Standard error, in the unit of the value.
    pub se: Option<f64>,
    /// Length of the period, months.
    pub months: f64,
}

/// A value as it was typed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum TypedValue {
    /// One number.
    Number(f64),
    /// Answers to the question of recommendation: promoters, passives, detractors.
    Answers([f64; 3]),
}

/// A value, and how far it may be from what it samples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Measured {
    /// As typed, counts as points or rate.
    pub typed: f64,
    /// On the scale of the metric.
    pub value: f64,
    /// Variance of sampling on that scale.
    pub variance: f64,
    /// Answers, staff or customers.
    pub n: Option<f64>,
    /// A count that may be taken exactly.
    pub counted: Option<Counted>,
}

/// Standard deviation of an answer from 0 to 10.
const SPREAD_OF_SCORES: f64 = 1.9;
/// Relative standard errors where none is given: of absence, of revenue, of the cost of a programme beside its own.
const ABSENCE_ERROR: f64 = 0.05;
const REVENUE_ERROR: f64 = 0.005;
const COST_ERROR: f64 = 0.10;

/// The value and the variance of what was typed; `passives` is the share of passives among today's customers.
pub(super) fn measured(typed: &Typed, passives: f64) -> Measured {
    match (typed.value, typed.metric) {
        (TypedValue::Answers(answers), _) => of_answers(typed, answers),
        (TypedValue::Number(x), TrackMetric::Nps) => {
            sampled(typed, x, |n| net_promoter_variance(1.0 - passives - (x / 100.0).powi(2), n))
        }
        (TypedValue::Number(x), TrackMetric::Rating) => sampled(typed, x, |n| SPREAD_OF_SCORES.powi(2) / n),
        (TypedValue::Number(x), TrackMetric::Connected | TrackMetric::Engaged) => of_share(typed, x),
        (TypedValue::Number(x), TrackMetric::Turnover | TrackMetric::Churn | TrackMetric::Complaints) => {
            of_events(typed, x)
        }
        (TypedValue::Number(x), TrackMetric::Absence) => of_amount(typed, x, ABSENCE_ERROR, 0.0),
        (TypedValue::Number(x), TrackMetric::Customers) => of_amount(typed, x, 0.0, 0.0),
        (TypedValue::Number(x), TrackMetric::Revenue) => of_amount(typed, x, REVENUE_ERROR, 0.0),
        (TypedValue::Number(x), TrackMetric::Cost) => of_amount(typed, x, 0.0, COST_ERROR),
    }
}

/// Variance of the net promoter score of `n` answers, each of which has this variance: at least that of one answer in n.
fn net_promoter_variance(of_one: f64, n: f64) -> f64 {
    1e4 * of_one.max(1.0 / n) / n
}

fn of_answers(typed: &Typed, answers: [f64; 3]) -> Measured {
    let n: f64 = answers.iter().sum();
    let [promoters, _, detractors] = answers.map(|count| count / n);
    let (points, difference) = (100.0 * (promoters - detractors), promoters - detractors);
    let of_one = promoters + detractors - difference * difference;
    let typed = Typed { n: Some(n), ..*typed };
    sampled(&typed, points, |n| net_promoter_variance(of_one, n))
}

/// A value that is its own on its scale, of `n` answers.
fn sampled(typed: &Typed, x: f64, variance: impl Fn(f64) -> f64) -> Measured {
    let of_answers = || typed.n.map_or(0.0, variance);
    let variance = typed.se.map_or_else(of_answers, |se| se * se);
    Measured { typed: x, value: x, variance, n: typed.n, counted: None }
}

fn of_share(typed: &Typed, x: f64) -> Measured {
    let variance = |n: f64| {
        let p = (x * n + 0.5) / (n + 1.0);
        p * (1.0 - p) / n * typed.of.map_or(1.0, |of| 1.0 - n / of)
    };
    let counted = typed.n.filter(|_| typed.se.is_none()).map(|n| Counted { events: x * n, among: n });
    Measured { counted, ..sampled(typed, x, variance) }
}

/// Events a person and month; half an event more keeps few of them from saying more than they know.
fn of_events(typed: &Typed, x: f64) -> Measured {
    let among = typed.n.unwrap_or(f64::NAN) * typed.months;
    let of_counts = match typed.metric {
        TrackMetric::Complaints => 1.0 / (x + 0.5),
        _ => (1.0 - x / among) / (x + 0.5),
    };
    let of_error = |se: f64| (se / (x + 0.5)).powi(2);
    Measured {
        typed: x / among,
        value: ((x + 0.5) / among).ln(),
        variance: typed.se.map_or(of_counts, of_error),
        n: typed.n,
        counted: typed.se.is_none().then_some(Counted { events: x, among }),
    }
}

/// An amount whose relative standard error is `usual` where none is given; `beside` is another one that adds to it.
fn of_amount(typed: &Typed, x: f64, usual: f64, beside: f64) -> Measured {
    let error = typed.se.map_or(usual, |se| se / x);
    let variance = error * error + beside * beside;
    Measured { typed: x, value: x.ln(), variance, n: typed.n, counted: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(metric: TrackMetric, x: f64) -> Typed {
        Typed { metric, value: TypedValue::Number(x), n: None, of: None, se: None, months: 3.0 }
    }

    /// Numbers worked out from the formulas apart from this code.
    #[test]
    fn each_metric_has_the_value_and_the_variance_of_its_formula() {
        use TrackMetric as M;
        let n = |metric, x, n| Typed { n: Some(n), ..typed(metric, x) };
        let answers = Typed { value: TypedValue::Answers([412.0, 300.0, 288.0]), ..typed(M::Nps, 0.0) };
        for (typed, value, variance) in [
            // 1000 answers: p = .412, d = .288; .7 − .124² = .684624; 10⁴ · .684624 / 1000.
            (answers, 12.4, 6.846_24),
            // 1 − .45 − .124² = .534624.
            (n(M::Nps, 12.4, 1000.0), 12.4, 5.346_24),
            // All promoters: 10⁴/n².
            (Typed { value: TypedValue::Answers([50.0, 0.0, 0.0]), ..typed(M::Nps, 0.0) }, 100.0, 4.0),
            (n(M::Rating, 7.4, 361.0), 7.4, 0.01),
            // p = (.35·300 + .5)/301 = .350498339; p(1 − p)/300.
            (n(M::Engaged, 0.35, 300.0), 0.35, 7.588_308_443_983e-4),
            (Typed { of: Some(900.0), ..n(M::Engaged, 0.35, 300.0) }, 0.35, 5.058_872_295_989e-4),
            // (155.5/2700, (1 − 155/2700)/155.5).
            (n(M::Turnover, 155.0, 900.0), -2.854_361_320_373, 6.061_688_698_345e-3),
            (n(M::Churn, 8839.0, 120_000.0), -3.706_873_717_486, 1.103_509_499_657e-4),
            (n(M::Complaints, 14.0, 200.0), -3.722_781_005_790, 6.896_551_724_138e-2),
            (typed(M::Absence, 0.05), -2.995_732_273_554, 0.0025),
            (typed(M::Customers, 120_000.0), 11.695_247_021_764, 0.0),
            (typed(M::Revenue, 1e7), 16.118_095_650_958, 0.000_025),
            (typed(M::Cost, 1e5), 11.512_925_464_970, 0.01),
            // With an error of its own, in the unit of the value.
            (Typed { se: Some(2.0), ..n(M::Nps, 12.0, 500.0) }, 12.0, 4.0),
            (Typed { se: Some(0.02), ..typed(M::Connected, 0.1) }, 0.1, 0.000_4),
            (Typed { se: Some(0.005), ..typed(M::Absence, 0.05) }, -2.995_732_273_554, 0.01),
            (Typed { se: Some(3e5), ..typed(M::Revenue, 1e7) }, 16.118_095_650_958, 0.000_9),
            (Typed { se: Some(1e4), ..typed(M::Cost, 1e5) }, 11.512_925_464_970, 0.02),
            (Typed { se: Some(15.55), ..n(M::Turnover, 155.0, 900.0) }, -2.854_361_320_373, 0.01),
        ] {
            let found = measured(&typed, 0.45);
            assert!((found.value / value - 1.0).abs() < 1e-9, "{typed:?}: {found:?}");
            assert!((found.variance - variance).abs() < 1e-9 * variance.max(1e-6), "{typed:?}: {found:?}");
        }
    }

    #[test]
    fn a_count_is_kept_unless_an_error_takes_its_place() {
        let engaged = Typed { n: Some(60.0), ..typed(TrackMetric::Engaged, 0.55) };
        let counted = measured(&engaged, 0.45).counted.expect("a count");
        assert!((counted.events - 33.0).abs() < 1e-9 && counted.among == 60.0);
        assert_eq!(measured(&Typed { se: Some(0.1), ..engaged }, 0.45).counted, None);
        let left = Typed { n: Some(900.0), ..typed(TrackMetric::Turnover, 155.0) };
        assert_eq!(measured(&left, 0.45).counted, Some(Counted { events: 155.0, among: 2700.0 }));
        assert!((measured(&left, 0.45).typed - 155.0 / 2700.0).abs() < 1e-15);
    }
}
