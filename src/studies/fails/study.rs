//! Where a case loses money and where it pays, found on one sample and counted on another.

use super::prim::{chance, find};
use super::region::{Column, Limit, Region};

use crate::fails::{Stress, stress};
use crate::findings::{CaseFacts, InputFacts, Provenance, Uncertain, uncertain};
use delight_model::chain::Delivery;
use delight_model::scenario::Scenario;
use delight_model::simulate::{Control, LUCK, Measure, Sample, Settings, SimulationError};
use delight_model::statistics::{Estimate, estimated, mean, varies};
use serde::{Deserialize, Serialize};

/// Trials unless asked otherwise.
pub const TRIALS: u64 = 16_384;

/// The second sample's seed: any other than the first's, whatever that is.
const OTHER_SEED: u64 = 0x5EED_FA11;
/// Standard errors by which the density of a box must exceed the base rate on trials that it was not found from.
const SURE: f64 = 3.0;

/// Share of the trials from which on a side is nearly everywhere, so that no region of it says anything.
pub const NEARLY_ALL: f64 = 0.95;

/// Where a case fails.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Fails {
    /// What was simulated.
    pub case: CaseFacts,
    /// How it came about; its trials are those of each sample: boxes are found on one, counted on the other.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Share of the trials with a net present value below zero.
    pub loss_probability: Estimate,
    /// Whether the net present value differs from trial to trial by more than rounding.
    #[serde(default = "usually")]
    pub varies: bool,
    /// Where it loses money; none where no box of few inputs tells those trials from others.
    pub loses: Option<Corner>,
    /// Where it pays.
    pub pays: Option<Corner>,
    /// The mildest shift of all inputs at which it just breaks even.
    pub stress: Stress,
}

fn usually() -> bool {
    true
}

impl Fails {
    /// Whether the case loses in more than half of the trials: then where it pays says more.
    pub fn mostly_loses(&self) -> bool {
        self.loss_probability.value > 0.5
    }
}

/// A box, and what it holds of the second sample.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Corner {
    /// What it says of each input that it limits, the limit that says most first.
    pub limits: Vec<Limited>,
    /// Share of its trials that lose (or pay).
    pub density: Estimate,
    /// Share of all losing (or paying) trials that it holds.
    pub coverage: Estimate,
    /// Share of all trials that it holds.
    pub mass: Estimate,
}

/// An input that a box limits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Limited {
    /// The input; of the delivery its draw.
    pub input: InputFacts,
    /// Lower limit, in its unit.
    pub from: Option<f64>,
    /// Upper limit, in its unit.
    pub to: Option<f64>,
    /// The outcomes of the delivery that the box holds; none for other inputs.
    pub among: Option<Vec<String>>,
    /// P1 and P99 of its draws.
    pub range: [f64; 2],
    /// Share of all trials within this limit.
    pub mass: f64,
    /// Density of the box without this limit.
    pub density_without: Estimate,
    /// Quasi-p-value on the second sample: the chance of the box's density if this limit said nothing.
    pub chance: f64,
}

/// Looks for the boxes and the mildest shift, from samples of these settings.
///
/// # Errors
/// [`SimulationError::Cancelled`] if `control` said so.
pub fn fails(scenario: &Scenario, settings: Settings, control: &Control) -> Result<Fails, SimulationError> {
    let measures = [Measure::Npv, Measure::Delivery];
    let first = Sample::new(scenario, settings, &measures, control)?;
    let others = Settings { seed: settings.seed ^ OTHER_SEED, ..settings };
    let second = Sample::new(scenario, others, &measures, control)?;
    let inputs = uncertain(&first);
    let losing = |sample: &Sample| -> Vec<bool> { sample.results(Measure::Npv).iter().map(|npv| *npv < 0.0).collect() };
    let loss_probability = estimated(&[&shares(&losing(&first))], |c| mean(c[0]));
    let corner = |side: bool| {
        let share = if side { loss_probability.value } else { 1.0 - loss_probability.value };
        if share > NEARLY_ALL {
            return Ok(None);
        }
        let hits = |sample: &Sample| -> Vec<bool> { losing(sample).into_iter().map(|loses| loses == side).collect() };
        corner(&inputs, (&first, &hits(&first)), (&second, &hits(&second)))
    };
    Ok(Fails {
        case: CaseFacts::of(scenario),
        provenance: Provenance::new(&settings, first.trials()),
        loss_probability,
        varies: varies(first.results(Measure::Npv)),
        loses: corner(true)?,
        pays: corner(false)?,
        stress: stress(&first)?,
    })
}

fn shares(flags: &[bool]) -> Vec<f64> {
    flags.iter().map(|flag| f64::from(u8::from(*flag))).collect()
}

/// The outcome of the delivery in every trial.
fn outcomes(sample: &Sample) -> Vec<u8> {
    sample.results(Measure::Delivery).iter().map(|d| if d.is_finite() { *d as u8 } else { 0 }).collect()
}

/// The inputs as a box sees them: the luck of delivery by what came of it.
fn columns<'a>(inputs: &[Uncertain], sample: &'a Sample, outcomes: &'a [u8]) -> Vec<Column<'a>> {
    let column = |input: &Uncertain| match input.facts.path.as_str() {
        LUCK => Column::Outcome(outcomes, Delivery::ALL.len()),
        _ => Column::Number(sample.draws(input.place).unwrap_or_default()),
    };
    inputs.iter().map(column).collect()
}

/// Finds the box of the first sample's hits, and counts it on the second.
fn corner(
    inputs: &[Uncertain],
    found_on: (&Sample, &[bool]),
    counted_on: (&Sample, &[bool]),
) -> Result<Option<Corner>, SimulationError> {
    let control = found_on.0.control();
    let outcome = [found_on, counted_on].map(|(sample, _)| outcomes(sample));
    let region = {
        let columns = columns(inputs, found_on.0, &outcome[0]);
        let Some(region) = find(&columns, found_on.1, control)? else { return Ok(None) };
        region.rounded(&columns)
    };
    control.check()?;
    let columns = columns(inputs, counted_on.0, &outcome[1]);
    let counted = Counted { columns: &columns, hits: counted_on.1 };
    let density = counted.density(&region);
    let base = mean(&shares(counted.hits));
    if !density.standard_error.is_some_and(|error| density.value - base > SURE * error) {
        return Ok(None);
    }
    let mut limits: Vec<Limited> =
        region.limits.iter().map(|(place, limit)| counted.limited(&inputs[*place], *place, limit, &region)).collect();
    limits.sort_by(|a, b| a.density_without.value.total_cmp(&b.density_without.value));
    let (inside, both) = counted.flags(&region);
    let hits = shares(counted.hits);
    let sum = |c: &[f64]| c.iter().sum::<f64>();
    Ok(Some(Corner {
        limits,
        density,
        coverage: estimated(&[&both, &hits], |c| sum(c[0]) / sum(c[1])),
        mass: estimated(&[&inside], |c| mean(c[0])),
    }))
}

/// Trials that a box was not found from.
struct Counted<'a> {
    columns: &'a [Column<'a>],
    hits: &'a [bool],
}

impl Counted<'_> {
    /// Whether each trial is in the box, and whether it is a hit there.
    fn flags(&self, region: &Region) -> (Vec<f64>, Vec<f64>) {
        let inside: Vec<bool> = (0..self.hits.len()).map(|t| region.holds(self.columns, t)).collect();
        let both: Vec<bool> = inside.iter().zip(self.hits).map(|(inside, hit)| *inside && *hit).collect();
        (shares(&inside), shares(&both))
    }

    fn density(&self, region: &Region) -> Estimate {
        let (inside, both) = self.flags(region);
        let sum = |c: &[f64]| c.iter().sum::<f64>();
        estimated(&[&both, &inside], |c| sum(c[0]) / sum(c[1]))
    }

    fn limited(&self, input: &Uncertain, place: usize, limit: &Limit, region: &Region) -> Limited {
        let alone = Region { limits: [(place, limit.clone())].into_iter().collect() };
        let (from, to, among) = match limit {
            Limit::Between(from, to) => (*from, *to, None),
            Limit::Among(kept) => {
                let held = Delivery::ALL.iter().zip(kept).filter(|(_, kept)| **kept);
                (None, None, Some(held.map(|(d, _)| d.name().to_owned()).collect()))
            }
        };
        let range = match self.columns[place] {
            Column::Number(x) => delight_model::statistics::quantiles(x, [0.01, 0.99]),
            Column::Outcome(..) => [0.0, 1.0],
        };
        Limited {
            input: input.facts.clone(),
            from,
            to,
            among,
            range,
            mass: mean(&self.flags(&alone).0),
            density_without: self.density(&region.without(place)),
            chance: chance(self.columns, self.hits, region, place),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::sampling::Sampling;

    fn of(text: &str) -> Fails {
        let scenario = Scenario::from_text("x.toml", text).unwrap_or_else(|e| panic!("{e}"));
        let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 1 << 12 };
        fails(&scenario, settings, &Control::default()).expect("nobody cancels")
    }

    const RIVAL: &str = "[case]\nname = \"x\"\nkind = \"cash-flow\"\n[finance]\ntax_rate = 0\n";

    fn flow(name: &str, amount: &str) -> String {
        format!("[[flows]]\nname = \"{name}\"\nper = \"once\"\nmonth = 0\namount = \"{amount}\"\n")
    }

    #[test]
    fn one_uncertain_flow_loses_below_what_it_must_pay_back() {
        let found = of(&format!("{RIVAL}{}{}", flow("in", "uniform(0, 100)"), flow("out", "uniform(-31, -29)")));
        let loses = found.loses.as_ref().expect("a box");
        let [limit] = &loses.limits[..] else { panic!("{loses:?}") };
        assert_eq!((limit.input.path.as_str(), limit.from), ("flows.in.amount", None));
        // The case loses below 30: three trials in ten, all of them in the box, and hardly any other.
        assert!((limit.to.expect("an end") - 30.0).abs() < 1.5, "{limit:?}");
        assert!(loses.density.value > 0.95 && loses.coverage.value > 0.95, "{loses:?}");
        assert!((found.loss_probability.value - 0.3).abs() < 0.01 && !found.mostly_loses());
        assert!(found.pays.expect("the other side").limits[0].from.is_some());
    }

    #[test]
    fn a_side_that_is_nearly_everywhere_has_no_region() {
        // It pays above 3 of 100: the few that lose have a region, the many that pay have none.
        let found = of(&format!("{RIVAL}{}{}", flow("in", "uniform(0, 100)"), flow("out", "-3")));
        assert!(found.loses.is_some() && found.pays.is_none(), "{found:?}");
    }

    #[test]
    fn a_case_that_never_loses_has_no_other_side() {
        let certain = of(&format!("{RIVAL}{}", flow("in", "uniform(1, 2)")));
        assert!(certain.loses.is_none() && certain.pays.is_none());
        assert_eq!(certain.loss_probability.value, 0.0);
    }

    #[test]
    fn in_noise_no_box_is_found() {
        use delight_model::statistics::known::uniforms_of;
        let flows: String = (0..12).map(|i| flow(&format!("f{i}"), "uniform(0, 1)")).collect();
        let text = format!("{RIVAL}{flows}");
        let scenario = Scenario::from_text("x.toml", &text).unwrap_or_else(|e| panic!("{e}"));
        let settings = |seed| Settings { sampling: Sampling::Random, seed, trials: 1 << 12 };
        let sample = |seed| {
            let measures = [Measure::Npv, Measure::Delivery];
            Sample::new(&scenario, settings(seed), &measures, &Control::default()).expect("nobody cancels")
        };
        let (first, second) = (sample(1), sample(2));
        // Hits of one in three by a coin that no input has.
        let noise = |seed| -> Vec<bool> {
            uniforms_of(Sampling::Random, seed, 1, 1 << 12)[0].iter().map(|u| *u < 0.33).collect()
        };
        assert_eq!(corner(&uncertain(&first), (&first, &noise(11)), (&second, &noise(12))), Ok(None));
    }

    #[test]
    fn the_findings_come_back_from_their_document() {
        let found = of(&format!("{RIVAL}{}{}", flow("in", "uniform(0, 100)"), flow("out", "uniform(-31, -29)")));
        let text = serde_json::to_string(&found).expect("plain data");
        let back: Fails = serde_json::from_str(&text).expect("the same keys");
        assert_eq!((back.loses, back.stress), (found.loses, found.stress));
    }
}
