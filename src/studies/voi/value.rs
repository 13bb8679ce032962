//! The value of knowing: perfect information on everything, on some inputs, and what ignoring uncertainty costs.

use delight_model::sampling::REPLICATES;
use delight_model::statistics::{
    Coefficients, Estimate, REFINEMENTS, Regression, estimated, mean, products, scores, spline, unseen,
};

/// EVPI: what a clairvoyant who knew every number beforehand would gain on average; money.
///
/// ```text
/// EVPI = E[max_d NPV_d] − max_d E[NPV_d]
/// ```
///
/// `options` holds the net present value of each option in every trial; doing nothing, worth 0, is always one more.
pub fn evpi(options: &[&[f64]]) -> Estimate {
    estimated(options, gain_of_choice).and_independent(unseen_gain(options))
}

/// The term for [one trial more or less](unseen) of the gain of choosing by these options: of the mean of what the option
/// that is best on average leaves to be gained.
fn unseen_gain(options: &[&[f64]]) -> f64 {
    let chosen = choice(options);
    let left = |t: usize| {
        let best = options.iter().map(|o| o[t]).fold(0.0, f64::max);
        best - chosen.map_or(0.0, |d| options[d][t])
    };
    let left: Vec<f64> = (0..options.first().map_or(0, |o| o.len())).map(left).collect();
    unseen::of_gaps(left.len() as u64, &unseen::gaps(&left), |x| x)
}

/// The mean of the best option of each trial less the best mean, nothing (0) included.
fn gain_of_choice(options: &[&[f64]]) -> f64 {
    let trials = options.first().map_or(0, |o| o.len());
    let best: Vec<f64> = (0..trials).map(|t| options.iter().map(|o| o[t]).fold(0.0, f64::max)).collect();
    let informed = mean(&best);
    let ignorant = options.iter().map(|o| mean(o)).fold(0.0, f64::max);
    (informed - ignorant).max(0.0)
}

/// Which option a risk-neutral owner takes: the one with the highest mean; none for doing nothing.
pub fn choice(options: &[&[f64]]) -> Option<usize> {
    highest(options.iter().map(|o| mean(o)))
}

/// The place of the largest value above zero.
pub fn highest(values: impl Iterator<Item = f64>) -> Option<usize> {
    let best = values.enumerate().filter(|(_, v)| *v > 0.0).max_by(|a, b| a.1.total_cmp(&b.1));
    best.map(|(place, _)| place)
}

/// EVIU: what deciding with all uncertainty in view gains over deciding as a spreadsheet of point values says; money.
///
/// ```text
/// EVIU = E[NPV_d*] − E[NPV_s],  d* the best by its mean, s the best at point values
/// ```
///
/// (Morgan and Henrion, "Uncertainty", 1990, § 12.4.) 0 where both are the same, as far as the trials tell.
pub fn eviu(options: &[&[f64]], at_point_values: Option<usize>) -> Estimate {
    let chosen = choice(options);
    if chosen == at_point_values {
        return Estimate::exact(0.0).unless_certain(options.iter().any(|o| o.iter().any(|x| *x != o[0])));
    }
    let worth = |c: &[&[f64]], option: Option<usize>| option.map_or(0.0, |d| mean(c[d]));
    estimated(options, |c| worth(c, chosen) - worth(c, at_point_values))
}

/// What is known of an input, or of several, by regression.
#[derive(Clone, Debug)]
pub struct Known {
    /// EVPPI: what knowing them beforehand would gain on average; money.
    pub gain: Estimate,
    /// Columns of the spline that were worth using.
    refinement: usize,
    /// Sum of squares that they predict in other replicates.
    predicted: f64,
}

/// EVPPI of one input by its draws; money.
///
/// ```text
/// EVPPI = E[max_d E[NPV_d | x]] − max_d E[NPV_d]
/// ```
///
/// E[NPV_d | x] is a regression of the net present values on a linear spline of the input's normal scores (Strong,
/// Oakley and Brennan, Medical Decision Making 34 (2014) 311–326), as fine as predicts other replicates best, or none at
/// all. The standard error is the jackknife's over replicates: the fit's luck counts too.
pub fn of_one(x: &[f64], options: &[&[f64]]) -> Known {
    let regression = Regression::new(spline(&scores(x)), options);
    let candidates: Vec<usize> = std::iter::once(0).chain((0..REFINEMENTS).map(|k| 1 << k)).collect();
    let used = regression.best_of(&candidates);
    let predicted = regression.cross_validated_error(0) - regression.cross_validated_error(used);
    Known { gain: gain(&regression, used), refinement: used, predicted }
}

/// Inputs of a group whose products are looked at: those that predict most, first a few, then more.
const IN_PRODUCTS: [usize; 2] = [5, 10];

/// EVPPI of several inputs together, given what each brings alone; money.
///
/// The regression is additive in the splines of the inputs, with products of the scores of those that predict most; as
/// much of it is used as predicts other replicates best. A group is never worth less than one of its members: where the
/// regression says so, the member's value stands.
pub fn of_group(members: &[(&[f64], &Known)], options: &[&[f64]]) -> Estimate {
    let best = members.iter().map(|(_, known)| known.gain).max_by(|a, b| a.value.total_cmp(&b.value));
    let Some(best) = best.filter(|_| members.len() > 1) else {
        return best.unwrap_or(Estimate::exact(0.0));
    };
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by(|a, b| members[*b].1.predicted.total_cmp(&members[*a].1.predicted));
    let mut columns: Vec<Vec<f64>> = order.iter().map(|i| scores(members[*i].0)).collect();
    let linear = columns.len();
    for (place, i) in order.iter().enumerate() {
        let bends = spline(&columns[place]).into_iter().take(members[*i].1.refinement).skip(1);
        columns.extend(bends);
    }
    let additive = columns.len();
    let leading: Vec<&[f64]> = columns[..linear.min(IN_PRODUCTS[1])].iter().map(Vec::as_slice).collect();
    let products = products(&leading);
    columns.extend(products);
    // Products stand in the order of their second factor, so those of the first few come first.
    let few = IN_PRODUCTS[0].min(linear);
    let candidates = [0, linear, additive, additive + few * (few - 1) / 2, columns.len()];
    let regression = Regression::new(columns, options);
    let own = gain(&regression, regression.best_of(&candidates));
    if own.value > best.value { own } else { best }
}

/// The gain of choosing by a fit on the first `used` columns, with its jackknife error.
fn gain(regression: &Regression, used: usize) -> Estimate {
    if used == 0 {
        // Nothing could be learnt from these trials, which is no proof that nothing could be.
        return Estimate::without_error(0.0);
    }
    let of = |fits: &[Coefficients], without: Option<usize>| {
        let keep = |column: Vec<f64>| match without {
            Some(r) => column.into_iter().enumerate().filter(|(t, _)| t % REPLICATES != r).map(|(_, e)| e).collect(),
            None => column,
        };
        let expected: Vec<Vec<f64>> = fits.iter().map(|beta| keep(regression.predictions(beta))).collect();
        gain_of_choice(&expected.iter().map(Vec::as_slice).collect::<Vec<_>>())
    };
    let value = of(&regression.fit(used, None), None);
    let left_out: Vec<f64> = (0..REPLICATES).map(|r| of(&regression.fit(used, Some(r)), Some(r))).collect();
    let middle = mean(&left_out);
    let squares: f64 = left_out.iter().map(|x| (x - middle) * (x - middle)).sum();
    let replicates = REPLICATES as f64;
    let error = ((replicates - 1.0) / replicates * squares).sqrt();
    let expected: Vec<Vec<f64>> = regression.fit(used, None).iter().map(|beta| regression.predictions(beta)).collect();
    let unseen = unseen_gain(&expected.iter().map(Vec::as_slice).collect::<Vec<_>>());
    Estimate::new(value, Some(error)).and_independent(unseen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::sampling::normal_cdf;
    use delight_model::statistics::known::normals;

    /// σφ(μ/σ) + μΦ(μ/σ) − max(μ, 0): the gain of choosing between 0 and a normal of mean μ whose forecast has sd σ.
    pub fn gain_of_normal(mean: f64, sd: f64) -> f64 {
        let x = mean / sd;
        let density = (-0.5 * x * x).exp() / (2.0 * std::f64::consts::PI).sqrt();
        sd * density + mean * normal_cdf(x) - mean.max(0.0)
    }

    fn is(found: Estimate, expected: f64) {
        let error = found.standard_error.expect("eight replicates");
        let tolerance = 4.0 * error + 0.01 * expected;
        assert!((found.value - expected).abs() < tolerance, "{found:?} should be {expected}");
        assert!(error < 0.05 * expected, "{found:?}");
    }

    /// NPV = μ + 2x₀ + x₁ + 3e.
    fn linear(mean: f64) -> (Vec<Vec<f64>>, Vec<f64>) {
        let mut x = normals(3, 1 << 12);
        let e = x.pop().expect("three columns");
        let npv = (0..e.len()).map(|t| mean + 2.0 * x[0][t] + x[1][t] + 3.0 * e[t]).collect();
        (x, npv)
    }

    #[test]
    fn a_normal_linear_case_has_its_closed_form() {
        for mean in [-1.0, 0.0, 1.5] {
            let (x, npv) = linear(mean);
            let options = [npv.as_slice()];
            is(evpi(&options), gain_of_normal(mean, 14.0_f64.sqrt()));
            let known: Vec<Known> = x.iter().map(|x| of_one(x, &options)).collect();
            is(known[0].gain, gain_of_normal(mean, 2.0));
            if mean == 0.0 {
                is(known[1].gain, gain_of_normal(mean, 1.0));
            }
            let members: Vec<_> = x.iter().map(Vec::as_slice).zip(&known).collect();
            is(of_group(&members, &options), gain_of_normal(mean, 5.0_f64.sqrt()));
        }
    }

    #[test]
    fn a_correlated_input_is_worth_what_it_says_of_its_partner_too() {
        // NPV = x₁ + x₂ with correlation 0.6: E[NPV | x₁] = 1.6·x₁.
        let z = normals(2, 1 << 12);
        let npv: Vec<f64> = z[0].iter().zip(&z[1]).map(|(a, b)| 1.6 * a + 0.8 * b).collect();
        is(of_one(&z[0], &[&npv]).gain, gain_of_normal(0.0, 1.6));
    }

    #[test]
    fn knowing_a_product_takes_both_factors() {
        // NPV = x₀·x₁: neither factor alone moves the mean from 0, both together give E[max(0, x₀x₁)] = 1/π.
        let x = normals(2, 1 << 12);
        let npv: Vec<f64> = x[0].iter().zip(&x[1]).map(|(a, b)| a * b).collect();
        let options = [npv.as_slice()];
        let known: Vec<Known> = x.iter().map(|x| of_one(x, &options)).collect();
        assert!(known.iter().all(|k| k.gain.value < 0.02), "{known:?}");
        let members: Vec<_> = x.iter().map(Vec::as_slice).zip(&known).collect();
        is(of_group(&members, &options), std::f64::consts::FRAC_1_PI);
    }

    #[test]
    fn what_cannot_change_the_decision_is_worth_nothing() {
        let (x, npv) = linear(40.0);
        let options = [npv.as_slice()];
        assert_eq!(evpi(&options).value, 0.0);
        assert!(of_one(&x[0], &options).gain.value < 1e-9);
    }

    #[test]
    fn a_rival_is_an_option_like_any_other() {
        // Two options of which always one is worth 1 and the other −1: knowing which is worth 1, knowing nothing 0.
        let x = normals(1, 1 << 12).swap_remove(0);
        let a: Vec<f64> = x.iter().map(|x| x.signum()).collect();
        let b: Vec<f64> = a.iter().map(|a| -a).collect();
        let options = [a.as_slice(), b.as_slice()];
        assert!((evpi(&options).value - 1.0).abs() < 0.01);
        assert!((of_one(&x, &options).gain.value - 1.0).abs() < 0.1);
    }

    #[test]
    fn adding_an_input_never_lowers_the_value() {
        let mut x = normals(9, 1 << 10);
        let e = x.pop().expect("nine columns");
        let npv: Vec<f64> = (0..e.len()).map(|t| x[0][t] * x[1][t] + 0.3 * x[2][t] + 2.0 * e[t]).collect();
        let options = [npv.as_slice()];
        let known: Vec<Known> = x.iter().map(|x| of_one(x, &options)).collect();
        for (x, known) in x.iter().zip(&known) {
            let pair = [(x.as_slice(), known), (e.as_slice(), &of_one(&e, &options))];
            assert!(of_group(&pair, &options).value >= known.gain.value);
        }
    }

    #[test]
    fn a_rare_large_event_that_all_replicates_met_alike_leaves_its_term() {
        // True: p = 0.1 %, so EVPI = 0.001·100,000 − max(0, 0.1) = 99.9; 16 of 16,384 trials met it, two in each replicate.
        let npv: Vec<f64> = (0..16_384).map(|t| if t % 8192 < 8 { 100_000.0 } else { -100.0 }).collect();
        let found = evpi(&[&npv]);
        let (low, high) = found.interval95().expect("eight replicates");
        assert!(low < 99.9 && 99.9 < high && high < 2.0 * 99.9, "{found:?}");
        let of_input = of_one(&npv, &[&npv]).gain;
        assert!(of_input.standard_error.is_none_or(|e| e > 0.2 * found.standard_error.unwrap()), "{of_input:?}");
    }

    #[test]
    fn ignoring_uncertainty_costs_what_the_wrong_choice_loses() {
        let (_, npv) = linear(-1.0);
        let found = eviu(&[&npv], Some(0));
        assert!((found.value - 1.0).abs() < 0.01, "{found:?}");
        assert_eq!(eviu(&[&npv], None).value, 0.0);
        assert_eq!(choice(&[&npv]), None);
    }
}
