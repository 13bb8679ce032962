//! The doubt of a rival without a chain: whether it is delivered, and what it really costs, as a programme is doubted.

use super::findings::{Assumed, RivalDoubt};
use delight_model::chain::Delivery;
use delight_model::finance::flows::{Flow, Nature};
use delight_model::sampling::{Distribution, Sampler, Stream};
use delight_model::scenario::{Assumption, Project, RivalTerms, Scenario, Value};
use delight_model::simulate::{Instead, Measure, Sample, Settings, SimulationError};
use delight_model::statistics::{Estimate, estimated, mean};

/// The inputs of a programme whose priors a rival takes over.
const SUCCESS: &str = "programme.success_probability";
const PARTIAL: &str = "programme.partial_probability";
const PART: &str = "programme.partial_delivery";
const OVERRUN: &str = "programme.cost_overrun";

/// The case whose priors hold where none of the rivals is a programme; its sector does not matter to them.
const DEFAULTS: &str = "[case]\nname = \"defaults\"\npreset = \"hotel\"\n";

/// Where the priors come from, and how they are drawn.
pub(super) struct Priors<'a> {
    scenario: Scenario,
    sample: Option<&'a Sample>,
    settings: Settings,
}

impl<'a> Priors<'a> {
    /// The priors of the first programme among the rivals; where there is none those that come with this program.
    pub(super) fn of(scenarios: &[Scenario], samples: &'a [Sample], settings: Settings) -> Option<Self> {
        let is_chain = |(scenario, _): &(&Scenario, &Sample)| matches!(scenario.project(), Project::Chain(_));
        match scenarios.iter().zip(samples).find(is_chain) {
            Some((scenario, sample)) => Some(Priors { scenario: scenario.clone(), sample: Some(sample), settings }),
            None => {
                let scenario = Scenario::from_text("defaults", DEFAULTS).ok()?;
                Some(Priors { scenario, sample: None, settings })
            }
        }
    }

    fn prior(&self, path: &str) -> Option<(&Assumption, &Distribution)> {
        let assumption = self.scenario.assumption(path)?;
        match &assumption.value {
            Value::Drawn(distribution) => Some((assumption, distribution)),
            Value::Sum(_) => None,
        }
    }

    /// The draws of a belief: those of the programme itself, since one belief holds for all rivals.
    fn belief(&self, path: &str, trials: usize) -> Option<Vec<f64>> {
        let of_sample = self.sample.and_then(|sample| Some(sample.draws(sample.place(path)?)?.to_vec()));
        match of_sample {
            Some(draws) => Some(draws),
            None => Some(self.draw(path, self.prior(path)?.1, trials)),
        }
    }

    fn draw(&self, name: &str, distribution: &Distribution, trials: usize) -> Vec<f64> {
        if distribution.is_constant() {
            return vec![distribution.median(); trials];
        }
        let (mut u, mut out) = (vec![0; trials], vec![0.0; trials]);
        Stream::new(self.settings.sampling, self.settings.seed, name, None, trials as u64).fill(0, &mut u);
        Sampler::shared(distribution).fill(&u, &mut out);
        out
    }

    fn source(&self, path: &str) -> Assumed {
        let source = self.prior(path).and_then(|(assumption, _)| assumption.provenance.source.clone());
        Assumed { path: path.to_owned(), source: source.unwrap_or_default() }
    }
}

/// A rival with its doubt: net present values and the money that moved, trial by trial, and what was assumed.
pub(super) struct Doubted {
    /// Net present value of each trial, money.
    pub npv: Vec<f64>,
    /// Money that moved in each trial.
    pub moved: Vec<f64>,
    /// What was assumed.
    pub doubt: RivalDoubt,
}

/// A rival without a chain as it may turn out; none of a programme, whose own run has its doubt, and of a rival that says of
/// itself that it is certain.
///
/// ```text
/// income × δ, outlay × overrun;  δ = 1 with success_probability, else partial_delivery with partial_probability, else 0
/// ```
///
/// Its luck and its overrun are its own, drawn by the name of its first flow; what is believed of success is the
/// programme's. The amounts of its flows are replaced and all else stays, so that whatever gives an amount is doubted alike.
///
/// # Errors
/// [`SimulationError::Cancelled`] if the control of the sample said so.
pub(super) fn doubted(sample: &Sample, priors: &Priors) -> Result<Option<Doubted>, SimulationError> {
    let Project::CashFlow(flows) = sample.scenario().project() else { return Ok(None) };
    let (terms, trials) = (sample.scenario().terms(), sample.trials());
    if terms.is_certain() {
        return Ok(None);
    }
    let Some(name) = flows.first().map(|flow| &flow.name) else { return Ok(None) };
    let Some((delivered, outcomes)) = delivered(terms, priors, name, trials) else { return Ok(None) };
    let Some(overrun) = overrun(terms, priors, name, trials) else { return Ok(None) };
    let mut found = sample.again(trials, &changes(sample, flows, &delivered, &overrun))?;
    let moved = found.pop().unwrap_or_default();
    let npv = found.pop().unwrap_or_default();
    let share = |outcome: Delivery| outcomes.iter().filter(|o| **o == outcome).count() as f64 / trials as f64;
    let mut sources = Vec::new();
    if terms.delivery.is_none() {
        sources.extend(terms.success.is_none().then_some(SUCCESS).into_iter().chain([PARTIAL, PART]));
    }
    sources.extend(terms.overrun.is_none().then_some(OVERRUN));
    let doubt = RivalDoubt {
        in_full: share(Delivery::Full),
        in_part: share(Delivery::Partial),
        not: share(Delivery::None),
        overrun: mean(&overrun),
        as_written: as_written(sample),
        assumed: sources.into_iter().map(|path| priors.source(path)).collect(),
    };
    Ok(Some(Doubted { npv, moved, doubt }))
}

/// Mean net present value as it is written, as its own run has it.
fn as_written(sample: &Sample) -> Estimate {
    estimated(&[sample.results(Measure::Npv)], |c| mean(c[0]))
}

/// The part of its income that is delivered in each trial, and the outcome.
fn delivered(terms: &RivalTerms, priors: &Priors, name: &str, trials: usize) -> Option<(Vec<f64>, Vec<Delivery>)> {
    let part = priors.belief(PART, trials)?;
    let outcomes = match terms.delivery {
        Some(outcome) => vec![outcome; trials],
        None => {
            let success = match &terms.success {
                Some(own) => priors.draw(&format!("flows.{name}.success"), own, trials),
                None => priors.belief(SUCCESS, trials)?,
            };
            let partial = priors.belief(PARTIAL, trials)?;
            let luck = priors.draw(&format!("flows.{name}.delivery"), &Distribution::uniform(0.0, 1.0).ok()?, trials);
            let outcome = |k: usize| match luck[k] {
                u if u < success[k] => Delivery::Full,
                u if u < success[k] + (1.0 - success[k]) * partial[k] => Delivery::Partial,
                _ => Delivery::None,
            };
            (0..trials).map(outcome).collect()
        }
    };
    let of = |k: usize| match outcomes[k] {
        Delivery::Full => 1.0,
        Delivery::Partial => part[k],
        Delivery::Harmful | Delivery::None => 0.0,
    };
    Some(((0..trials).map(of).collect(), outcomes))
}

fn overrun(terms: &RivalTerms, priors: &Priors, name: &str, trials: usize) -> Option<Vec<f64>> {
    let distribution = match &terms.overrun {
        Some(own) => own,
        None => priors.prior(OVERRUN)?.1,
    };
    Some(priors.draw(&format!("flows.{name}.overrun"), distribution, trials))
}

/// Every amount times what is doubted of it.
fn changes(sample: &Sample, flows: &[Flow], delivered: &[f64], overrun: &[f64]) -> Vec<(usize, Instead)> {
    let of_flow = |flow: &Flow| {
        let path = format!("flows.{}.amount", flow.name);
        let place = sample.place(&path)?;
        let factor = if flow.nature == Some(Nature::Outlay) { overrun } else { delivered };
        let point = sample.scenario().point(&path).unwrap_or(0.0);
        let draws = sample.draws(place);
        let amount = |k: usize| draws.map_or(point, |draws| draws[k]);
        Some((place, Instead::Each(factor.iter().enumerate().map(|(k, factor)| factor * amount(k)).collect())))
    };
    flows.iter().filter_map(of_flow).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::sampling::Sampling;
    use delight_model::simulate::Control;

    const SETTINGS: Settings = Settings { sampling: Sampling::Sobol, seed: 4, trials: 16_384 };
    /// 100 now and 200 back after a year, without discount or tax.
    const CASE: &str = "[case]\nname = \"x\"\nkind = \"cash-flow\"\nmonths = 12\n[finance]\ndiscount_rate = 0\ntax_rate = 0\n\
        [[flows]]\nname = \"a\"\namount = -100\nper = \"once\"\n[[flows]]\nname = \"b\"\namount = 200\nper = \"year\"\n";

    fn of(more: &str) -> Option<Doubted> {
        let scenarios = [Scenario::from_text("x.toml", &format!("{CASE}{more}")).unwrap_or_else(|e| panic!("{e}"))];
        let samples = [Sample::new(&scenarios[0], SETTINGS, &[Measure::Npv, Measure::MoneyMoved], &Control::default())
            .expect("nobody cancels")];
        let priors = Priors::of(&scenarios, &samples, SETTINGS).expect("defaults");
        doubted(&samples[0], &priors).expect("nobody cancels")
    }

    #[test]
    fn the_mean_is_income_times_what_is_delivered_less_outlay_times_overrun() {
        let found = of("").expect("doubt");
        // Priors: success 6/19.5, partly 8/13 of the rest, a half of it; overrun lognormal of mean 1.22.
        let success = 6.0 / 19.5;
        let partial = (1.0 - success) * 8.0 / 13.0;
        let expected = 200.0 * (success + 0.5 * partial) - 100.0 * 1.22;
        assert!((mean(&found.npv) - expected).abs() < 0.8, "{} for {expected}", mean(&found.npv));
        assert!((found.doubt.in_full - success).abs() < 0.005 && (found.doubt.in_part - partial).abs() < 0.005);
        assert!((found.doubt.in_full + found.doubt.in_part + found.doubt.not - 1.0).abs() < 1e-12);
        assert!((found.doubt.overrun - 1.22).abs() < 1e-3);
        assert_eq!(found.doubt.as_written.value, 100.0);
        assert_eq!(found.doubt.assumed.len(), 4);
    }

    #[test]
    fn a_rival_that_is_certain_says_so_and_one_that_fixes_a_part_is_doubted_in_the_rest() {
        assert!(of("[rival]\ndelivery = \"full\"\ncost_overrun = 1\n").is_none());
        let found = of("[rival]\ndelivery = \"none\"\ncost_overrun = 2\n").expect("not as written");
        assert!(found.npv.iter().all(|npv| (npv + 200.0).abs() < 1e-9) && found.doubt.assumed.is_empty());
        let found = of("[rival]\ndelivery = \"full\"\n").expect("its costs are in doubt");
        assert_eq!((found.doubt.in_full, found.doubt.assumed.len()), (1.0, 1));
        let sure = of("[rival]\nsuccess_probability = 1\ncost_overrun = 1\n").expect("it is drawn");
        assert!(sure.npv.iter().all(|npv| (npv - 100.0).abs() < 1e-9));
    }
}
