//! What to measure first: the value of information of a case, alone or against rivals, on one set of draws.

use super::findings::{Choice, GroupVoi, InputVoi, PilotValue, ValueOfInformation};
use super::mixture::{LensWeights, Pooled};
use super::pilot::{PilotPlan, evsi, net_benefit};
use super::value::{Known, choice, eviu, evpi, highest, of_group, of_one};
use crate::findings::{
    Bundle, CaseFacts, InputError, InputFacts, Link, Provenance, Standing, Uncertain, bundled, bundles, different_names,
};
use delight_model::scenario::{Project, Scenario, whole_path_meant};
use delight_model::simulate::{Control, Measure, Settings, SimulationError, side_by_side, trace, try_each};
use delight_model::statistics::{Estimate, estimated_mean, estimated_share, mean, varies};

/// Trials unless asked otherwise.
pub const TRIALS: u64 = 16_384;

/// The value of information of the first case, with the others as rivals; with weights, over several lenses, each
/// believed as much as its weight says, so that what tells them apart is worth knowing too.
///
/// # Errors
/// [`InputError`] if there is no case, two have the same name, the pilot measures something
/// that is not uncertain or the same twice, or `control` ended the work.
pub fn voi(
    scenarios: &[Scenario],
    settings: Settings,
    weights: Option<LensWeights>,
    pilot: Option<&PilotPlan>,
    control: &Control,
) -> Result<ValueOfInformation, InputError> {
    let first = scenarios.first().ok_or(InputError::NoCase)?;
    different_names(scenarios)?;
    let scenarios = &side_by_side(scenarios)[..];
    let chain = scenarios.iter().any(|scenario| matches!(scenario.project(), Project::Chain(_)));
    let weights = weights.filter(|_| chain);
    let pool = |scenario| Pooled::new(scenario, settings, weights, control);
    let samples = scenarios.iter().map(pool).collect::<Result<Vec<Pooled>, _>>()?;
    let options: Vec<&[f64]> = samples.iter().map(|sample| sample.npv.as_slice()).collect();
    let questions = questions(&samples);
    let may_vary = samples.iter().any(|sample| sample.may_vary);
    let evpi = evpi(&options).unless_certain(may_vary);
    let known =
        try_each(questions.len(), control, |i| Ok(capped(of_one(questions[i].draws, &options), evpi, may_vary)))?;
    let work = Work { questions: &questions, known: &known, options: &options, evpi, may_vary };
    let pilot = pilot.map(|plan| work.pilot(plan, first, settings.seed)).transpose()?;
    let [links, grades] = work.groups(control)?;
    let at_point_values: Vec<f64> =
        scenarios.iter().map(|s| trace(s).measure(Measure::Npv).unwrap_or(f64::NAN)).collect();
    let best_at_point_values = highest(at_point_values.iter().copied());
    let bundled = together(&samples, &questions);
    let mut inputs = try_each(bundled.len(), control, |i| Ok(work.input(&bundled[i])))?;
    inputs.sort_by(|a, b| b.evppi.value.total_cmp(&a.evppi.value));
    Ok(ValueOfInformation {
        case: CaseFacts::of(first),
        provenance: Provenance::new(&settings, samples[0].npv.len()),
        lens_weights: weights.map(|weights| weights.named().map(|(name, weight)| (name.to_owned(), weight)).collect()),
        options: choices(&samples, &options, &at_point_values),
        best: choice(&options),
        varies: options.iter().any(|npv| varies(npv)),
        best_at_point_values,
        evpi,
        eviu: eviu(&options, best_at_point_values).unless_certain(may_vary),
        inputs,
        links,
        grades,
        pilot,
    })
}

/// An uncertain input with its draws.
struct Question<'a> {
    input: Uncertain,
    /// Place of the case that asks it first.
    case: usize,
    draws: &'a [f64],
}

/// The inputs of all cases; what a rival shares with an earlier case by its path is the same unknown.
fn questions(samples: &[Pooled]) -> Vec<Question<'_>> {
    let mut all: Vec<Question> = Vec::new();
    for (k, sample) in samples.iter().enumerate() {
        for (input, draws) in &sample.inputs {
            let mut input = input.clone();
            if all.iter().any(|q| q.input.facts.path == input.facts.path) {
                continue;
            }
            if k > 0 {
                input.facts.path = format!("{}: {}", sample.scenario.name(), input.facts.path);
                input.facts.name.case = Some(sample.scenario.name().to_owned());
                input.facts.meaning = format!("{}: {}", sample.scenario.name(), input.facts.meaning);
            }
            all.push(Question { input, case: k, draws });
        }
    }
    all
}

/// The places of the questions, those as one that go together in the case which asks them.
fn together(samples: &[Pooled], questions: &[Question]) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = Vec::new();
    for (k, sample) in samples.iter().enumerate() {
        let asked: Vec<Uncertain> =
            questions.iter().filter(|question| question.case == k).map(|question| question.input.clone()).collect();
        let place = |input: &Uncertain| questions.iter().position(|q| q.input.facts.path == input.facts.path);
        let places = |bundle: Bundle| bundle.members().filter_map(place).collect();
        all.extend(bundles(&sample.scenario, asked).into_iter().map(places));
    }
    all
}

/// No part is worth more than the whole, and none of what may vary is known to be worth nothing.
fn capped(mut known: Known, evpi: Estimate, may_vary: bool) -> Known {
    known.gain = if known.gain.value > evpi.value { evpi } else { known.gain.unless_certain(may_vary) };
    known
}

fn choices(samples: &[Pooled], options: &[&[f64]], at_point_values: &[f64]) -> Vec<Choice> {
    let one = |(d, sample): (usize, &Pooled)| Choice {
        name: sample.scenario.name().to_owned(),
        npv_mean: estimated_mean(options[d]).unless_certain(samples[d].may_vary),
        npv_at_point_values: at_point_values[d],
        best_in: {
            // Of options that are worth the same each is the best.
            let best = |t: usize| highest(options.iter().map(|o| o[t]));
            let won = |t: usize| f64::from(u8::from(best(t).is_some_and(|best| options[d][t] == options[best][t])));
            let won: Vec<f64> = (0..options[0].len()).map(won).collect();
            estimated_share(&won, |won| won > 0.0).unless_certain(samples.iter().any(|s| s.may_vary))
        },
    };
    samples.iter().enumerate().map(one).collect()
}

/// What all questions have in common.
struct Work<'a> {
    questions: &'a [Question<'a>],
    known: &'a [Known],
    options: &'a [&'a [f64]],
    evpi: Estimate,
    may_vary: bool,
}

impl Work<'_> {
    fn together(&self, places: &[usize]) -> Estimate {
        let members: Vec<_> = places.iter().map(|&i| (self.questions[i].draws, &self.known[i])).collect();
        let found = of_group(&members, self.options);
        if found.value > self.evpi.value { self.evpi } else { found.unless_certain(self.may_vary) }
    }

    /// An input, or several that go together.
    fn input(&self, places: &[usize]) -> InputVoi {
        let facts: Vec<InputFacts> = places.iter().map(|&i| self.questions[i].input.facts.clone()).collect();
        let (first, others) = (facts[0].clone(), facts[1..].to_vec());
        InputVoi {
            input: bundled(first, others),
            can_be_known: places.iter().all(|&i| self.questions[i].input.can_be_known()),
            evppi: match places {
                [alone] => self.known[*alone].gain,
                all => self.together(all),
            },
        }
    }

    /// Links, then grades.
    fn groups(&self, control: &Control) -> Result<[Vec<GroupVoi>; 2], SimulationError> {
        let of = |key, member: &dyn Fn(&Uncertain) -> bool| {
            let places: Vec<usize> = (0..self.questions.len()).filter(|i| member(&self.questions[*i].input)).collect();
            (key, places)
        };
        let links = Link::ALL.iter().map(|link| of(link.key(), &|i| i.link == *link));
        let grades = Standing::ALL.iter().map(|s| of(s.key(), &|i| i.standing == *s));
        let is_some = |(_, places): &(&'static str, Vec<usize>)| !places.is_empty();
        let mut all: Vec<_> = links.filter(is_some).collect();
        let first_grade = all.len();
        all.extend(grades.filter(is_some));
        let mut found = try_each(all.len(), control, |g| {
            let (key, places) = &all[g];
            Ok(GroupVoi { key: (*key).to_owned(), inputs: places.len(), evppi: self.together(places) })
        })?;
        let grades = found.split_off(first_grade);
        Ok([found, grades])
    }

    fn pilot(&self, plan: &PilotPlan, scenario: &Scenario, seed: u64) -> Result<PilotValue, InputError> {
        let places = plan.measures.iter().map(|path| self.measured(path)).collect::<Result<Vec<usize>, _>>()?;
        if let Some(twice) = (0..places.len()).find(|k| places[..*k].contains(&places[*k])) {
            return Err(InputError::Twice(plan.measures[twice].clone()));
        }
        let draws: Vec<&[f64]> = places.iter().map(|&i| self.questions[i].draws).collect();
        let perfect = self.together(&places);
        let value = |plan: &PilotPlan| evsi(plan, &draws, self.options, perfect, seed);
        let found = value(plan);
        let best_now = self.options.iter().map(|o| mean(o)).fold(0.0, f64::max);
        let discount_rate = scenario.point("finance.discount_rate").unwrap_or(0.0);
        Ok(PilotValue {
            measures: places.iter().map(|&i| self.questions[i].input.facts.clone()).collect(),
            error: plan.error_variance().sqrt(),
            evppi: perfect,
            evsi: found,
            evsi_by_noise: [0.5, 2.0].map(|times| value(&plan.with_noise(times))),
            net_benefit: net_benefit(plan, found, best_now, discount_rate),
            plan: plan.clone(),
        })
    }

    fn measured(&self, path: &str) -> Result<usize, InputError> {
        let found = self.questions.iter().position(|q| q.input.facts.path == path);
        match found {
            Some(i) if self.questions[i].input.can_be_known() => Ok(i),
            Some(_) => Err(InputError::Chance(path.to_owned())),
            None => {
                let paths: Vec<String> = self.questions.iter().map(|q| q.input.facts.path.clone()).collect();
                Err(InputError::NotUncertain { path: path.to_owned(), meant: whole_path_meant(path, &paths) })
            }
        }
    }
}
