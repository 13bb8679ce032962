//! The mildest shift with which a case, its delivery given, just breaks even: inputs as they then stand.

use super::form::{gradient, nearest};

use crate::findings::{InputFacts, Uncertain, uncertain};
use delight_model::chain::Delivery;
use delight_model::sampling::normal_cdf;
use delight_model::scenario::Project;
use delight_model::simulate::{BLOCK, Instead, LUCK, Measure, Sample, Settings, SimulationError};
use delight_model::statistics::{Estimate, estimated};
use serde::{Deserialize, Serialize};

/// Inputs that are named.
const MOST_NAMED: usize = 6;
/// Share of the shift that those named carry together, if that few do.
const ENOUGH: f64 = 0.9;
/// Share of the shift below which an input is not worth a line.
const LEAST: f64 = 0.01;

/// What it takes to turn a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stress {
    /// Outcome of the delivery that is held: `full`, or the one that the case fixes; none for a project without a chain.
    pub delivery: Option<String>,
    /// Net present value with every input at its median, money.
    pub npv_at_medians: f64,
    /// Whether the case at its medians pays, so that the shift makes it lose; otherwise the shift makes it pay.
    pub pays_at_medians: bool,
    /// Share of the trials with that delivery on the other side: that lose if it pays at its medians, that pay if it loses.
    pub share_in_trials: Option<Estimate>,
    /// The mildest shift; none within six standard deviations.
    pub point: Option<StressPoint>,
}

/// The most probable point at which the case just breaks even.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StressPoint {
    /// Distance β from the medians, standard deviations.
    pub distance: f64,
    /// Φ(−β): the chance of getting there or beyond, to first order.
    pub chance: f64,
    /// The inputs that carry the shift, the first the most.
    pub shifts: Vec<Shift>,
    /// Inputs that are shifted too, but carry little.
    pub others: usize,
    /// The farthest that one of these stands from its median, standard deviations.
    pub others_at_most: f64,
}

/// An input at that point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shift {
    /// The input.
    pub input: InputFacts,
    /// Its value there, in its unit.
    pub value: f64,
    /// The share of its own draws below that value.
    pub percentile: f64,
    /// How far that is from its median, standard deviations.
    pub score: f64,
    /// Share of the change of the net present value that its shift carries there; α² where inputs are independent.
    pub share: f64,
}

/// What it takes to turn the case of this sample, which has kept net present value and delivery.
///
/// Inputs move in standard normal space, tied by the case's copula; chance stands at its median, delivery at `full` unless the
/// case fixes it.
///
/// # Errors
/// [`SimulationError::Cancelled`] if the control of the sample said so.
pub fn stress(sample: &Sample) -> Result<Stress, SimulationError> {
    let scenario = sample.scenario();
    let few = Settings { trials: BLOCK as u64, ..*sample.settings() };
    let points = Sample::new(scenario, few, &[Measure::Npv], sample.control())?;
    let inputs: Vec<Uncertain> = uncertain(&points).into_iter().filter(Uncertain::can_be_known).collect();
    let space = Space { points: &points, inputs: &inputs };
    let npv_at_medians = space.npv_tied(&[vec![0.0; inputs.len()]])[0];
    let pays_at_medians = npv_at_medians >= 0.0;
    let found = nearest(&|u| space.npv(u), inputs.len());
    let delivery = delivery(sample);
    let point = found.map(|found| space.point(&found.point, found.distance));
    // A search that was ended has looked at points without values.
    sample.control().check()?;
    Ok(Stress {
        delivery: delivery.map(|d| d.name().to_owned()),
        npv_at_medians,
        pays_at_medians,
        share_in_trials: other_side(sample, delivery, pays_at_medians),
        point,
    })
}

/// The delivery that is held.
fn delivery(sample: &Sample) -> Option<Delivery> {
    match sample.scenario().project() {
        Project::Chain(case) => Some(case.plan.delivery.unwrap_or(Delivery::Full)),
        Project::CashFlow(_) => None,
    }
}

/// The share of the trials with this delivery that lose if `losing`, else that pay.
fn other_side(sample: &Sample, delivery: Option<Delivery>, losing: bool) -> Option<Estimate> {
    let npv = sample.results(Measure::Npv);
    let is_there = |found: f64| delivery.is_none_or(|d| found == d as usize as f64);
    // A project without a chain has no delivery: all of its trials count.
    let there: Vec<f64> = sample.results(Measure::Delivery).iter().map(|d| f64::from(u8::from(is_there(*d)))).collect();
    let other: Vec<f64> =
        npv.iter().zip(&there).map(|(npv, there)| if (*npv < 0.0) == losing { *there } else { 0.0 }).collect();
    let sum = |column: &[f64]| column.iter().sum::<f64>();
    (sum(&there) > 0.0).then(|| estimated(&[&other, &there], |c| sum(c[0]) / sum(c[1])))
}

/// The space of the inputs that can be known: chance stands still in it.
struct Space<'a> {
    points: &'a Sample,
    inputs: &'a [Uncertain],
}

impl Space<'_> {
    /// Rows of scores of all places from rows of scores of these inputs.
    fn whole(&self, rows: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let places = self.points.places();
        let at: Vec<usize> = self.inputs.iter().filter_map(|i| places.binary_search(&i.place).ok()).collect();
        let row = |row: &Vec<f64>| {
            let mut whole = vec![0.0; places.len()];
            at.iter().zip(row).for_each(|(i, z)| whole[*i] = *z);
            whole
        };
        rows.iter().map(row).collect()
    }

    /// The net present value at independent scores.
    fn npv(&self, rows: &[Vec<f64>]) -> Vec<f64> {
        self.at(&self.points.tied(&self.whole(rows)))
    }

    /// The net present value at scores that are tied already.
    fn npv_tied(&self, rows: &[Vec<f64>]) -> Vec<f64> {
        self.at(&self.whole(rows))
    }

    /// NaN once the work is to end: from there no search goes on.
    fn at(&self, points: &[Vec<f64>]) -> Vec<f64> {
        self.points.at(points, &self.delivered()).unwrap_or_else(|_| vec![f64::NAN; points.len()])
    }

    /// The luck with which delivery is full, where it is drawn.
    fn delivered(&self) -> Vec<(usize, Instead)> {
        let luck = self.points.place(LUCK).filter(|place| self.points.draws(*place).is_some());
        luck.map(|place| (place, Instead::Fixed(0.0))).into_iter().collect()
    }

    /// What stands where at independent scores `u`.
    fn point(&self, u: &[f64], distance: f64) -> StressPoint {
        let places = self.points.places();
        let tied = self.points.tied(&self.whole(&[u.to_vec()])).swap_remove(0);
        let place_of = |i: &Uncertain| places.binary_search(&i.place).map_or(0.0, |at| tied[at]);
        let z: Vec<f64> = self.inputs.iter().map(place_of).collect();
        let slopes = gradient(&|z| self.npv_tied(z), &z);
        // The plane at the point: Σ ∂g/∂z·z is the whole change, of which each input carries its term.
        let carried: Vec<f64> = slopes.iter().zip(&z).map(|(slope, z)| slope * z).collect();
        let whole: f64 = carried.iter().sum();
        let mut shifts: Vec<Shift> = self
            .inputs
            .iter()
            .enumerate()
            .filter_map(|(i, input)| {
                Some(Shift {
                    input: input.facts.clone(),
                    value: self.points.value_at(input.place, z[i])?,
                    percentile: normal_cdf(z[i]),
                    score: z[i],
                    share: carried[i] / whole,
                })
            })
            .collect();
        shifts.sort_by(|a, b| b.share.total_cmp(&a.share));
        let others = shifts.split_off(named(&shifts));
        let others: Vec<f64> = others.iter().map(|s| s.score.abs()).filter(|score| *score > 1e-6).collect();
        let others_at_most = others.iter().copied().fold(0.0, f64::max);
        StressPoint { distance, chance: normal_cdf(-distance), shifts, others: others.len(), others_at_most }
    }
}

/// How many of these, the largest first, are named.
fn named(shifts: &[Shift]) -> usize {
    let mut carried = 0.0;
    let enough = shifts.iter().position(|shift| {
        let had = carried;
        carried += shift.share;
        had >= ENOUGH || shift.share < LEAST
    });
    enough.unwrap_or(shifts.len()).min(MOST_NAMED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::sampling::Sampling;
    use delight_model::scenario::Scenario;
    use delight_model::simulate::Control;

    fn of(flows: &[(&str, &str)], more: &str) -> Stress {
        let one = |(name, amount): &(&str, &str)| {
            format!("[[flows]]\nname = \"{name}\"\nper = \"once\"\nmonth = 0\namount = \"{amount}\"\n")
        };
        let flows: String = flows.iter().map(one).collect();
        let text = format!("[case]\nname = \"x\"\nkind = \"cash-flow\"\n[finance]\ntax_rate = 0\n{flows}{more}");
        let scenario = Scenario::from_text("x.toml", &text).unwrap_or_else(|e| panic!("{e}"));
        let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 1 << 12 };
        let measures = [Measure::Npv, Measure::Delivery];
        let sample = Sample::new(&scenario, settings, &measures, &Control::default()).expect("nobody cancels");
        stress(&sample).expect("nobody cancels")
    }

    #[test]
    fn a_sum_of_normals_breaks_even_at_its_mean_over_its_deviation() {
        // NPV = a + b with means 12, −2 and deviations 3, 4: β = 10/5, α² = 0.36, 0.64.
        let found = of(&[("a", "normal(12, 3)"), ("b", "normal(-2, 4)")], "");
        assert!(found.pays_at_medians && (found.npv_at_medians - 10.0).abs() < 1e-6, "{found:?}");
        let point = found.point.expect("within reach");
        assert!((point.distance - 2.0).abs() < 1e-5, "{point:?}");
        assert!((point.chance - 0.022_750).abs() < 1e-5);
        let [first, second] = &point.shifts[..] else { panic!("{point:?}") };
        assert_eq!(first.input.path, "flows.b.amount");
        assert!((first.share - 0.64).abs() < 1e-4 && (second.share - 0.36).abs() < 1e-4, "{point:?}");
        // z* = −β·α: b = −2 − 4·1.6, a = 12 − 3·1.2.
        assert!((first.value + 8.4).abs() < 1e-3 && (second.value - 8.4).abs() < 1e-3, "{point:?}");
        let share = found.share_in_trials.expect("trials");
        assert!((share.value - 0.022_750).abs() < 0.003, "{share:?}");
    }

    #[test]
    fn what_moves_together_turns_a_case_sooner() {
        // Pearson ρ of the scores: variance 9 + 16 + 2ρ·12.
        let tie = "[[correlations]]\nbetween = [\"flows.a.amount\", \"flows.b.amount\"]\nrank = 0.5\n";
        let rho = 2.0 * (std::f64::consts::PI / 12.0).sin();
        let point = of(&[("a", "normal(12, 3)"), ("b", "normal(-2, 4)")], tie).point.expect("within reach");
        assert!((point.distance - 10.0 / (25.0 + 24.0 * rho).sqrt()).abs() < 1e-5, "{point:?}");
        let whole: f64 = point.shifts.iter().map(|s| s.share).sum();
        assert!((whole - 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_case_that_loses_is_told_what_makes_it_pay_and_one_that_cannot_is_told_so() {
        let found = of(&[("a", "normal(-3, 2)")], "");
        assert!(!found.pays_at_medians);
        assert!((found.point.expect("within reach").distance - 1.5).abs() < 1e-5);
        assert_eq!(of(&[("a", "normal(-30, 2)")], "").point, None);
    }
}
