//! A case seen through several lenses at once, each with how much it is believed.

use crate::findings::{Uncertain, uncertain};
use delight_model::evidence::Lens;
use delight_model::scenario::Scenario;
use delight_model::simulate::{BLOCK, Control, Measure, Sample, Settings, SimulationError};
use std::fmt;
use std::str::FromStr;

/// How much each lens is believed, in the order of [`Lens::ALL`]; they sum to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LensWeights([f64; 3]);

impl LensWeights {
    /// Mostly what is calibrated, some of what is published, a little of what is claimed: a judgement.
    pub const USUAL: LensWeights = LensWeights([0.6, 0.3, 0.1]);

    /// The weights with the names of their lenses.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, f64)> {
        Lens::NAMES.into_iter().zip(self.0)
    }
}

impl FromStr for LensWeights {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        const FORM: &str = "write weights that sum to 1, such as calibrated=.6,literature=.3,authors=.1";
        let mut weights = [0.0; 3];
        for part in text.split(',') {
            let (name, weight) = part.split_once('=').ok_or(FORM)?;
            let lens = Lens::from_str(name.trim()).map_err(|_| FORM)?;
            let weight: f64 = weight.trim().parse().map_err(|_| FORM)?;
            if !(0.0..=1.0).contains(&weight) {
                return Err(FORM.into());
            }
            weights[lens as usize] += weight;
        }
        let sum: f64 = weights.iter().sum();
        if (sum - 1.0).abs() > 1e-9 {
            return Err(format!("the weights sum to {sum}; {FORM}"));
        }
        Ok(LensWeights(weights))
    }
}

impl fmt::Display for LensWeights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = self.named().map(|(name, weight)| format!("{name}={weight}")).collect();
        f.write_str(&parts.join(","))
    }
}

/// The trials of a case, through one lens or several.
pub(super) struct Pooled {
    /// The case through its own lens.
    pub(super) scenario: Scenario,
    /// Net present value of each trial, money.
    pub(super) npv: Vec<f64>,
    /// Whether anything that is drawn can move it.
    pub(super) may_vary: bool,
    /// What is uncertain through any of the lenses, with its value in each trial.
    pub(super) inputs: Vec<(Uncertain, Vec<f64>)>,
}

impl Pooled {
    /// Draws a case: through its own lens, or of each lens as many trials as it is believed, in whole blocks.
    pub(super) fn new(
        scenario: &Scenario,
        settings: Settings,
        weights: Option<LensWeights>,
        control: &Control,
    ) -> Result<Self, SimulationError> {
        let samples = parts(scenario, settings, weights)
            .into_iter()
            .map(|(case, settings)| Sample::new(&case, settings, &[Measure::Npv], control))
            .collect::<Result<Vec<_>, _>>()?;
        let mut inputs: Vec<(Uncertain, Vec<f64>)> = Vec::new();
        for input in samples.iter().flat_map(uncertain) {
            if inputs.iter().all(|(known, _)| known.facts.path != input.facts.path) {
                let draws = samples.iter().flat_map(|sample| draws(sample, &input.facts.path)).collect();
                inputs.push((input, draws));
            }
        }
        Ok(Pooled {
            scenario: scenario.clone(),
            npv: samples.iter().flat_map(|sample| sample.results(Measure::Npv).iter().copied()).collect(),
            may_vary: samples.len() > 1 || samples.iter().any(|sample| sample.may_vary(Measure::Npv)),
            inputs,
        })
    }
}

/// The case through each lens that is believed, with its share of the trials.
fn parts(scenario: &Scenario, settings: Settings, weights: Option<LensWeights>) -> Vec<(Scenario, Settings)> {
    let of_lens = |(lens, weight): (Lens, f64)| {
        let blocks = (weight * settings.trials as f64 / BLOCK as f64).round().max(1.0) as u64;
        let case = scenario.through(lens).ok()?;
        Some((case, Settings { trials: blocks * BLOCK as u64, ..settings }))
    };
    let believed = weights.map(|weights| Lens::ALL.into_iter().zip(weights.0).filter(|(_, weight)| *weight > 0.0));
    let seen: Option<Vec<_>> = believed.and_then(|lenses| lenses.map(of_lens).collect());
    // What a study derived is seen as it is.
    seen.unwrap_or_else(|| vec![(scenario.clone(), settings)])
}

/// The value of an input in each trial, also where a lens is sure of it.
fn draws(sample: &Sample, path: &str) -> Vec<f64> {
    match sample.place(path).and_then(|place| sample.draws(place)) {
        Some(draws) => draws.to_vec(),
        None => vec![sample.scenario().point(path).unwrap_or(0.0); sample.trials()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_read_as_they_are_written_and_sum_to_one() {
        assert_eq!("calibrated=.6,literature=.3,authors=.1".parse(), Ok(LensWeights::USUAL));
        assert_eq!(LensWeights::USUAL.to_string().parse(), Ok(LensWeights::USUAL));
        assert_eq!("authors = 1".parse(), Ok(LensWeights([0.0, 0.0, 1.0])));
        for text in ["", "calibrated", "calibrated=.5", "calibrated=2,authors=-1", "belief=1", "calibrated=nan"] {
            assert!(text.parse::<LensWeights>().is_err_and(|error| error.contains("literature=.3")), "{text}");
        }
    }
}
