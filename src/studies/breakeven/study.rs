//! What would have to be true: the values of each input from which the case breaks even, and how likely they are.

use super::map::{Map, map};
use crate::findings::break_even::{BreakEvenSearch, InputBreakEven, Target};
use crate::findings::{CaseFacts, InputError, NotStudied, Provenance, Uncertain, leading, of_assumption, settable};
use delight_model::scenario::Scenario;
use delight_model::simulate::{Control, Measure, Sample, Settings, try_each};
use delight_model::statistics::{Estimate, estimated, estimated_mean, median, share_below, varies};
use serde::{Deserialize, Serialize};

/// Trials unless asked otherwise.
pub const TRIALS: u64 = 2_048;
/// What the search of one input costs on average, in runs of the sample.
const RUNS_OF_INPUT: f64 = 5.5;

/// The break-even values of a case.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Breakeven {
    /// What was simulated.
    pub case: CaseFacts,
    /// How it came about; its trials are those behind each value.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// What it means to break even.
    pub target: Target,
    /// Median net present value as things are, money.
    pub npv_p50: Estimate,
    /// Mean net present value as things are, money; none in what was saved before it was kept.
    #[serde(default)]
    pub npv_mean: Option<Estimate>,
    /// Probability of a loss as things are.
    pub loss_probability: Estimate,
    /// Whether the net present value differs from trial to trial by more than rounding.
    #[serde(default = "usually")]
    pub varies: bool,
    /// The inputs, the likeliest way to break even first.
    pub inputs: Vec<InputBreakEven>,
    /// The uncertain inputs that were not searched, in a case of very many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_studied: Option<NotStudied>,
    /// Two inputs together: those asked for, else those that move the case most.
    pub map: Option<Map>,
}

fn usually() -> bool {
    true
}

/// The request for break-even values.
#[derive(Clone, Debug)]
pub struct BreakevenRequest<'a> {
    /// Inputs by their paths, also fixed ones; empty: every uncertain input.
    pub inputs: &'a [String],
    /// The two inputs of the map; none: those that move the case most.
    pub map: Option<[&'a str; 2]>,
    /// What it means to break even; none: what the rule of the case asks for.
    pub target: Option<Target>,
}

/// Looks for the break-even values of a case.
///
/// # Errors
/// [`InputError`] if an input cannot be set, or `control` ended the work.
pub fn breakeven(
    scenario: &Scenario,
    settings: Settings,
    request: &BreakevenRequest,
    control: &Control,
) -> Result<Breakeven, InputError> {
    let named: Vec<&str> = request.inputs.iter().map(String::as_str).collect();
    let (free, places) = settable(scenario, &named)?;
    let sample = Sample::new(&free, settings, &[Measure::Npv], control)?;
    let (inputs, not_studied) = match places.is_empty() {
        true => {
            let (inputs, others) = leading(&sample, RUNS_OF_INPUT, Uncertain::can_be_known);
            (inputs.into_iter().map(|i| (i.place, i.facts)).collect(), others)
        }
        false => (places.iter().map(|&place| (place, of_assumption(&free, place))).collect::<Vec<_>>(), None),
    };
    let target = request.target.unwrap_or(Target::of_rule(scenario.rule()));
    let search = BreakEvenSearch { sample: &sample, target };
    let mut found = try_each(inputs.len(), control, |i| search.input(inputs[i].0, &inputs[i].1))?;
    found.sort_by(|a, b| b.chance.value.total_cmp(&a.chance.value).then(b.swing.total_cmp(&a.swing)));
    let npv = sample.results(Measure::Npv);
    let pair = pair(scenario, request, &found)?;
    let map = pair.map(|pair| map(&sample, scenario, target, pair)).transpose()?;
    Ok(Breakeven {
        case: CaseFacts::of(scenario),
        provenance: Provenance::new(&settings, sample.trials()),
        target,
        npv_p50: estimated(&[npv], |c| median(c[0])),
        npv_mean: Some(estimated_mean(npv)),
        loss_probability: estimated(&[npv], |c| share_below(c[0], 0.0)),
        varies: varies(npv),
        map,
        inputs: found,
        not_studied,
    })
}

/// The two inputs of the map: those named, else those whose swings are largest.
fn pair(
    scenario: &Scenario,
    request: &BreakevenRequest,
    found: &[InputBreakEven],
) -> Result<Option<[String; 2]>, InputError> {
    if let Some(named) = request.map {
        settable(scenario, &named)?;
        return Ok(Some(named.map(str::to_owned)));
    }
    let mut by_swing: Vec<&InputBreakEven> = found.iter().collect();
    by_swing.sort_by(|a, b| b.swing.total_cmp(&a.swing));
    Ok(match by_swing[..] {
        [x, y, ..] => Some([x.input.path.clone(), y.input.path.clone()]),
        _ => None,
    })
}
