//! Variants side by side: the value of each trial of a run under a name, and one run held against another.

use super::refusal::Refusal;
use super::run::Run;
use delight_model::statistics::{estimated, mean, median};
use delight_report::words::Words;
use serde_json::{Value, json};

/// Most runs that are kept.
const MOST: usize = 8;

/// Runs that are kept, in the order in which they were.
#[derive(Default)]
pub(super) struct Kept(Vec<(String, Vec<f64>)>);

impl Kept {
    /// Keeps a run under a name, in place of another of that name.
    pub(super) fn keep(&mut self, name: &str, run: &Run, words: Words) -> Result<(), Refusal> {
        let npv = run.npv.clone();
        if let Some((_, old)) = self.0.iter_mut().find(|(known, _)| known == name) {
            *old = npv;
        } else if self.0.len() < MOST {
            self.0.push((name.to_owned(), npv));
        } else {
            return Err(Refusal::Set(words.say_with("explore-too-many", &[("most", &MOST.to_string())])));
        }
        Ok(())
    }

    /// Forgets a run.
    pub(super) fn drop(&mut self, name: &str) {
        self.0.retain(|(known, _)| known != name);
    }

    /// A run against every kept one but that of its own name, on the trials that both have.
    pub(super) fn against(&self, own: Option<&str>, run: &Run, words: Words) -> Value {
        let others = self.0.iter().filter(|(name, _)| Some(name.as_str()) != own);
        let told = others.filter_map(|(name, npv)| against(name, npv, run, words)).collect::<Vec<Value>>();
        json!({"kept": own, "trials": run.drawn(), "against": told})
    }
}

fn against(name: &str, other: &[f64], run: &Run, words: Words) -> Option<Value> {
    let trials = other.len().min(run.npv.len());
    let (own, other) = (&run.npv[..trials], &other[..trials]);
    if trials == 0 {
        return None;
    }
    let better = own.iter().zip(other).filter(|(own, other)| own > other).count() as f64 / trials as f64;
    let medians = median(own) - median(other);
    let means = estimated(&[own, other], |c| mean(c[0]) - mean(c[1]));
    let money = |x: f64| words.money_change(run.scenario.currency(), x);
    Some(json!({
        "name": name, "trials": trials, "better": better, "better_text": words.percent_short(better),
        "median": medians, "median_text": money(medians),
        "mean": means.value, "mean_text": money(means.value), "error": means.standard_error,
    }))
}
