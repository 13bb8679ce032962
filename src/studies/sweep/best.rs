//! The best dose, and how little it matters to hit it.

use delight_model::sampling::REPLICATES;
use delight_model::statistics::{Estimate, estimated, mean};
use serde::{Deserialize, Serialize};

/// The dose with the highest mean net present value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Best {
    /// The dose, one of those that were run.
    pub value: Estimate,
    /// Whether it is the first or the last dose, and the top may lie beyond.
    pub at_the_end: bool,
    /// Mean net present value at the best of the doses, money.
    pub npv_mean: Estimate,
    /// How much below the best a dose may stay and still count as flat, money: a tenth of the best.
    pub tolerance: f64,
    /// The doses around the best between which the mean stays within the tolerance, by straight lines between doses.
    pub flat: [f64; 2],
}

/// Share of the best that counts as negligible.
const NO_MATTER: f64 = 0.1;

/// The dose between these that may be better than all of them, given the net present value of every trial at each: the
/// top of the parabola through the best and its neighbours; none where that is one of them.
pub fn between(doses: &[f64], npv: &[&[f64]]) -> Option<f64> {
    let means: Vec<f64> = npv.iter().map(|run| mean(run)).collect();
    let at = argmax(&means)?;
    Some(top(doses, &means, at)).filter(|top| *top != doses[at])
}

/// The best of these doses, given the net present value of every trial at each; none without doses. `no_more` says of both
/// ends whether there is nothing beyond.
///
/// A risk-neutral owner looks at the mean. The standard error of the dose is that of the best doses of the replicates.
pub fn best(doses: &[f64], npv: &[&[f64]], no_more: [bool; 2]) -> Option<Best> {
    let means: Vec<f64> = npv.iter().map(|run| mean(run)).collect();
    let at = argmax(&means)?;
    let of_replicate = |r: usize| {
        let means: Vec<f64> = npv
            .iter()
            .map(|run| mean(&run.iter().skip(r).step_by(REPLICATES).copied().collect::<Vec<f64>>()))
            .collect();
        argmax(&means).map_or(f64::NAN, |at| top(doses, &means, at))
    };
    let spread: Vec<f64> = (0..REPLICATES).map(of_replicate).collect();
    let tolerance = NO_MATTER * means[at].abs();
    let least = means[at] - tolerance;
    let below: Vec<usize> = (0..=at).rev().collect();
    let above: Vec<usize> = (at..doses.len()).collect();
    Some(Best {
        value: Estimate::from_replicates(doses[at], &spread),
        at_the_end: (at == 0 && !no_more[0]) || (at + 1 == doses.len() && !no_more[1]),
        npv_mean: estimated(&[npv[at]], |c| mean(c[0])),
        tolerance,
        flat: [reach(doses, &means, &below, least), reach(doses, &means, &above, least)],
    })
}

/// How far one can go along these doses, one after the other, before the mean falls below `least`.
fn reach(doses: &[f64], means: &[f64], along: &[usize], least: f64) -> f64 {
    let mut end = doses[along[0]];
    for pair in along.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        if means[to] >= least {
            end = doses[to];
            continue;
        }
        let share = (means[from] - least) / (means[from] - means[to]);
        return if share.is_finite() { doses[from] + share * (doses[to] - doses[from]) } else { end };
    }
    end
}

/// The place of the largest finite value, the first of equals.
fn argmax(values: &[f64]) -> Option<usize> {
    let finite = values.iter().enumerate().filter(|(_, v)| v.is_finite());
    finite
        .fold(None, |best: Option<(usize, f64)>, (i, v)| match best {
            Some((_, b)) if b >= *v => best,
            _ => Some((i, *v)),
        })
        .map(|(i, _)| i)
}

/// Where the parabola through the dose `at` and its neighbours is highest.
fn top(x: &[f64], y: &[f64], at: usize) -> f64 {
    if at == 0 || at + 1 >= x.len() || !y[at - 1].is_finite() || !y[at + 1].is_finite() {
        return x[at];
    }
    let (left, right) = (x[at] - x[at - 1], x[at + 1] - x[at]);
    let (rise, fall) = ((y[at] - y[at - 1]) / left, (y[at] - y[at + 1]) / right);
    let bend = rise + fall;
    if bend > 0.0 { 0.5 * (x[at - 1] + x[at]) + rise / bend * 0.5 * (left + right) } else { x[at] }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Net present values 9 − (x − c)², c spread evenly over the replicates around 2.
    fn parabola(doses: &[f64]) -> Vec<Vec<f64>> {
        let centre = |t: usize| 2.0 + 0.1 * ((t % REPLICATES) as f64 - 3.5);
        doses.iter().map(|x| (0..64).map(|t| 9.0 - (x - centre(t)).powi(2)).collect()).collect()
    }

    fn of(runs: &[Vec<f64>]) -> Vec<&[f64]> {
        runs.iter().map(Vec::as_slice).collect()
    }

    #[test]
    fn the_top_of_a_parabola_is_found_between_the_doses_and_lies_in_the_range_that_is_as_good() {
        let mut doses: Vec<f64> = (0..=10).map(|i| 0.55 * f64::from(i)).collect();
        let better = between(&doses, &of(&parabola(&doses))).unwrap();
        assert!((better - 2.0).abs() < 1e-9, "{better}");
        doses.insert(4, better);
        let runs = parabola(&doses);
        let found = best(&doses, &of(&runs), [false; 2]).unwrap();
        assert_eq!(found.value.value, better);
        assert!((found.npv_mean.value - mean(&runs[4])).abs() < 1e-12 && !found.at_the_end);
        assert!(found.flat[0] <= found.value.value && found.value.value <= found.flat[1]);
        // 0.9 is lost 0.95 away from the top; straight lines between doses are a little off.
        assert!((found.flat[0] - 1.05).abs() < 0.1 && (found.flat[1] - 2.95).abs() < 0.1, "{:?}", found.flat);
    }

    #[test]
    fn a_case_that_only_loses_is_best_left_alone_and_nothing_lies_below_nothing() {
        let doses = [0.0, 1.0, 2.0];
        let runs: Vec<Vec<f64>> = doses.iter().map(|x| vec![-x; 16]).collect();
        assert_eq!(between(&doses, &of(&runs)), None);
        for (no_more, at_the_end) in [([true, false], false), ([false, true], true)] {
            let found = best(&doses, &of(&runs), no_more).unwrap();
            assert_eq!((found.value.value, found.at_the_end, found.npv_mean.value), (0.0, at_the_end, 0.0));
            assert_eq!(found.flat, [0.0, 0.0]);
        }
    }
}
