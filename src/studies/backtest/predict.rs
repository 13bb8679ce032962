//! What the model predicts of a case, from the trials of a sector's preset.

use delight_model::evidence::{BacktestCase, Lens, Predicted};
use delight_model::scenario::{Scenario, Value};
use delight_model::simulate::{Control, Kpi, Measure, Sample, Settings, Side, SimulationError};
use delight_model::statistics::quantile;

/// 7 points more engaged: 0.2 standard deviations.
const ENGAGED: f64 = 0.07;
/// Gains below which a ratio to them says nothing.
const LEAST_SCORE: f64 = 0.02;
const LEAST_ENGAGED: f64 = 0.01;

/// A preset as it is run for a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Setup {
    /// Delivered in full.
    Full,
    /// Delivered in full, but that it works through engaged staff alone.
    EngagementAlone,
    /// Delivered as its chances say.
    Drawn,
}

impl Setup {
    /// How a prediction is set up.
    pub(super) fn of(predicted: Predicted) -> Self {
        match predicted {
            Predicted::ScoreByEngagement | Predicted::ConnectedByEngagement => Setup::EngagementAlone,
            Predicted::Delivered => Setup::Drawn,
            _ => Setup::Full,
        }
    }

    fn text(self) -> &'static str {
        match self {
            Setup::Full => "[programme]\ndelivery = \"full\"\n",
            Setup::EngagementAlone => {
                "[programme]\ndelivery = \"full\"\n[effects.experience]\ncore_gain = 0\ncomplaint_gain = 0\n\
                 individual_gain = 0\nsurprising_gain = 0\nvoice_gain = 0\n[effects.employees]\npartner_gain = 0\n\
                 customer_echo = 0\n"
            }
            Setup::Drawn => "",
        }
    }

    /// The preset through a lens; none of an unknown one.
    pub(super) fn scenario(self, preset: &str, lens: Lens) -> Option<Scenario> {
        let text = format!("[case]\npreset = {preset:?}\nlens = {:?}\n{}", lens.name(), self.text());
        Scenario::from_text("backtest.toml", &text).ok()
    }
}

const fn gain(kpi: Kpi) -> Measure {
    Measure::Kpi(kpi, Side::Difference)
}

const MEASURES: [Measure; 7] = [
    gain(Kpi::Rating),
    Measure::RevenueGain,
    gain(Kpi::Engaged),
    gain(Kpi::Connected),
    gain(Kpi::Turnover),
    Measure::Kpi(Kpi::Turnover, Side::Baseline),
    Measure::Delivery,
];

/// The trials of a preset.
pub(super) struct Trials {
    scenario: Scenario,
    columns: Vec<Vec<f64>>,
}

impl Trials {
    pub(super) fn new(scenario: Scenario, settings: Settings, control: &Control) -> Result<Self, SimulationError> {
        let columns = Sample::measured(&scenario, settings, &MEASURES, control)?;
        Ok(Trials { scenario, columns })
    }

    /// P5, median and P95 of what is predicted of a case; none where no trial says anything.
    pub(super) fn predict(&self, case: &BacktestCase, predicted: Predicted) -> Option<[f64; 3]> {
        if predicted == Predicted::Odds {
            let odds = self.scenario.assumption("effects.loyalty.odds.connected")?;
            let Value::Drawn(odds) = &odds.value else { return None };
            return Some([0.05, 0.5, 0.95].map(|level| odds.quantile(level)));
        }
        let trials = 0..self.columns[0].len();
        if predicted == Predicted::Delivered {
            let full = trials.clone().filter(|t| self.columns[6][*t] == 0.0).count();
            return Some([full as f64 / trials.len() as f64; 3]);
        }
        let better = case.upper.then(|| middle(self.columns[0].clone())).flatten();
        let counts = |t: &usize| better.is_none_or(|middle| self.columns[0][*t] > middle);
        let mut values: Vec<f64> =
            trials.filter(counts).filter_map(|t| self.of_trial(t, predicted)).filter(|x| x.is_finite()).collect();
        values.sort_by(f64::total_cmp);
        (!values.is_empty()).then(|| [0.05, 0.5, 0.95].map(|level| quantile(&values, level)))
    }

    /// What a trial says of it; none of one in which nothing moved.
    fn of_trial(&self, t: usize, predicted: Predicted) -> Option<f64> {
        let [score, revenue, engaged, connected, turnover, today, _] =
            std::array::from_fn(|column| self.columns[column][t]);
        let by_engaged = |gain: f64| (engaged > LEAST_ENGAGED).then(|| gain * ENGAGED / engaged);
        match predicted {
            Predicted::Slope => (score > LEAST_SCORE).then(|| 100.0 * revenue / score),
            Predicted::Score => Some(score),
            Predicted::ScoreByEngagement => by_engaged(score),
            Predicted::ConnectedByEngagement => by_engaged(connected),
            Predicted::Turnover => Some(turnover / today),
            Predicted::Revenue => Some(revenue),
            Predicted::Odds | Predicted::Delivered => None,
        }
    }
}

fn middle(mut values: Vec<f64>) -> Option<f64> {
    values.retain(|x| x.is_finite());
    values.sort_by(f64::total_cmp);
    (!values.is_empty()).then(|| quantile(&values, 0.5))
}
