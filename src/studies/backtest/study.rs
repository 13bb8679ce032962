//! Every case through every lens: predicted, seen, inside or not; and how many of the slopes a lens covers.

use super::predict::{Setup, Trials};
use delight_model::evidence::{BacktestCase, Lens, Predicted};
use delight_model::simulate::{Control, Settings, SimulationError, try_each};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Trials of each preset and lens unless asked otherwise.
pub const TRIALS: u64 = 8_192;
/// The fewest with which the ends of the intervals hold.
pub const LEAST_TRIALS: u64 = 1_024;

/// What the model says of what happened elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Backtest {
    /// Trials of each preset and lens.
    pub trials: u64,
    /// Seed of their draws.
    pub seed: u64,
    /// One table a lens.
    pub lenses: Vec<LensBacktest>,
}

/// The cases through one lens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LensBacktest {
    /// Its name.
    pub lens: String,
    /// Whether what was seen is corrected, for who gets published and for cause.
    pub corrected: bool,
    /// Slopes of revenue that lie between P5 and P95.
    pub covered: usize,
    /// All slopes.
    pub slopes: usize,
    /// Geometric mean of observed ÷ predicted in the median, over slopes that are not nothing; none without any.
    pub ratio: Option<f64>,
    /// The cases, in their order.
    pub rows: Vec<BacktestRow>,
}

/// A case through a lens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BacktestRow {
    /// The case.
    pub case: BacktestCase,
    /// What was seen, corrected where the lens corrects: the two ends of its range, the same for one value.
    pub observed: [f64; 2],
    /// What the model says: P5, median, P95; none where it says nothing.
    pub predicted: Option<[f64; 3]>,
    /// Whether all of what was seen lies between P5 and P95; none where there is no verdict.
    pub inside: Option<bool>,
}

impl BacktestRow {
    /// The middle of what was seen.
    pub fn middle(&self) -> f64 {
        0.5 * (self.observed[0] + self.observed[1])
    }
}

/// Holds the model against cases, through these lenses; the presets are those of the cases, at their own horizon.
///
/// # Errors
/// [`SimulationError::Cancelled`] if `control` said so.
pub fn backtest(
    cases: &[BacktestCase],
    lenses: &[Lens],
    settings: Settings,
    control: &Control,
) -> Result<Backtest, SimulationError> {
    let setup = |case: &BacktestCase| Some((case.preset.clone()?, Setup::of(case.predict?)));
    let setups: BTreeSet<(String, Setup)> = cases.iter().filter_map(setup).chain(delivered(cases)).collect();
    let runs: Vec<(Lens, &(String, Setup))> =
        lenses.iter().flat_map(|lens| setups.iter().map(move |setup| (*lens, setup))).collect();
    let found = try_each(runs.len(), control, |i| {
        let (lens, (preset, setup)) = runs[i];
        setup.scenario(preset, lens).map(|scenario| Trials::new(scenario, settings, control)).transpose()
    })?;
    let trials = |lens: Lens, preset: &str, setup: Setup| {
        let place = runs.iter().position(|(l, (p, s))| (*l, p.as_str(), *s) == (lens, preset, setup))?;
        found[place].as_ref()
    };
    let row = |lens: Lens, case: &BacktestCase| {
        let predicted = case.predict.and_then(|predict| {
            let preset = case.preset.as_deref().or((predict == Predicted::Delivered).then_some(ANY))?;
            trials(lens, preset, Setup::of(predict))?.predict(case, predict)
        });
        let row = BacktestRow { case: case.clone(), observed: case.observed(lens), predicted, inside: None };
        let inside = predicted.map(|[low, _, high]| low <= row.observed[0] && row.observed[1] <= high);
        BacktestRow { inside: inside.filter(|_| case.no_verdict.is_none()), ..row }
    };
    let of_lens = |lens: &Lens| {
        let rows: Vec<BacktestRow> = cases.iter().map(|case| row(*lens, case)).collect();
        let slopes: Vec<&BacktestRow> = rows.iter().filter(|row| row.case.predict == Some(Predicted::Slope)).collect();
        let covered = slopes.iter().filter(|row| row.inside == Some(true)).count();
        let (slopes, ratio) = (slopes.len(), ratio(&slopes));
        LensBacktest { lens: lens.name().to_owned(), corrected: lens.corrects(), covered, slopes, ratio, rows }
    };
    Ok(Backtest { trials: settings.trials, seed: settings.seed, lenses: lenses.iter().map(of_lens).collect() })
}

/// The preset that stands for all: how often a programme is delivered does not depend on the sector.
const ANY: &str = "hotel";

fn delivered(cases: &[BacktestCase]) -> Option<(String, Setup)> {
    let asked = cases.iter().any(|case| case.predict == Some(Predicted::Delivered) && case.preset.is_none());
    asked.then(|| (ANY.to_owned(), Setup::Drawn))
}

/// Geometric mean of observed ÷ predicted in the median.
fn ratio(slopes: &[&BacktestRow]) -> Option<f64> {
    let log = |row: &&BacktestRow| {
        let [_, middle, _] = row.predicted?;
        (row.middle() > 0.0 && middle > 0.0).then(|| (row.middle() / middle).ln())
    };
    let logs: Vec<f64> = slopes.iter().filter_map(log).collect();
    (!logs.is_empty()).then(|| (logs.iter().sum::<f64>() / logs.len() as f64).exp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::evidence::{CASES, backtest_cases};
    use delight_model::sampling::Sampling;
    use delight_model::scenario::presets;

    const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: LEAST_TRIALS };

    fn found(cases: &str, lens: Lens) -> LensBacktest {
        let cases = backtest_cases(cases, &presets::names()).expect("well formed");
        backtest(&cases, &[lens], SETTINGS, &Control::default()).expect("not cancelled").lenses.remove(0)
    }

    #[test]
    fn a_case_lies_inside_where_the_model_says_what_was_seen() {
        let case = |seen: f64| {
            let text = format!(
                "[[case]]\nid = \"A\"\npredict = \"slope\"\npreset = \"hotel\"\nseen = [{seen}]\nwhat = \"x\"\nsource = \"y\"\n"
            );
            found(&text, Lens::Calibrated)
        };
        let [low, middle, high] = case(1.0).rows[0].predicted.expect("a prediction");
        assert!(low < middle && middle < high);
        for (seen, inside) in [(middle, true), (0.5 * (low - 1.0), false), (high + 0.1, false)] {
            let found = case(seen);
            assert_eq!((found.rows[0].inside, found.covered), (Some(inside), usize::from(inside)), "{seen}");
        }
        assert!((case(2.0 * middle).ratio.expect("one slope") - 2.0).abs() < 1e-9);
    }

    #[test]
    fn what_has_no_verdict_is_shown_without_one() {
        let all = found(CASES, Lens::Calibrated);
        let row = |id: &str| all.rows.iter().find(|row| row.case.id == id).expect("it is there");
        assert_eq!(row("BR6").predicted, None);
        assert!(row("BW3").predicted.is_some() && row("BW3").inside.is_none());
        assert!(row("BS1").inside.is_some());
        // The better half of full delivery gains more than all of it.
        let [_, better, _] = row("BR2").predicted.expect("a gain");
        let [_, all, _] = row("BR1").predicted.expect("a gain");
        assert!(better > all);
    }
}
