//! What the page shows of a run: the answer, the values, the chain, the figures.

use super::asked::Look;
use super::opened::Opened;
use super::picture::pictures;
use super::refusal::Refusal;
use super::run::Run;
use delight_model::statistics::Estimate;
use delight_report::pages::run::answer::answer;
use delight_report::words::{Shown, Words, kpi};
use delight_studies::run::Findings;
use serde_json::{Value, json};

/// Looks at a run.
pub(super) fn look(asked: &Look, run: &Run, opened: &Opened) -> Result<Value, Refusal> {
    let words = opened.words;
    let f = run.findings().ok_or_else(|| Refusal::Question("look: no trial is drawn yet".to_owned()))?;
    let (figures, hold) = pictures(asked, &f, run, words)?;
    let (trials, of) = (words.whole(run.drawn() as f64), words.whole(run.settings.trials as f64));
    Ok(json!({
        "trials": run.drawn(), "of": run.settings.trials, "done": run.is_done(), "seed": run.settings.seed,
        "digest": run.digest(), "fingerprint": run.fingerprint,
        "progress": words.say_with("explore-progress", &[("trials", &trials), ("of", &of)]),
        "answer": answer(&f, words), "values": values(&f, words), "chain": chain(&f, words),
        "figures": figures, "hold": hold,
    }))
}

/// A value with its error, as number and as text; `better` says whether more of it is.
struct Told<'a> {
    key: &'a str,
    label: String,
    better: i8,
}

fn values(f: &Findings, words: Words) -> Vec<Value> {
    let currency = &f.case.currency;
    let money = |x: f64| Shown::money(currency, x);
    let of = |key, label, better| Told { key, label, better };
    let share = |x: f64| words.loss(&f.case.kind, x);
    let (npv, loss) = (&f.npv, &f.loss_probability);
    let mut all = vec![
        told(of("npv", words.say("explore-median"), 1), &npv.p50, &money, words),
        told(of("npv_mean", words.say("explore-mean"), 1), &npv.mean, &money, words),
        told(of("npv_p5", words.say("explore-p5"), 1), &npv.p5, &money, words),
        told(of("npv_p95", words.say("explore-p95"), 1), &npv.p95, &money, words),
        told_as(of("loss", words.say("value-loss"), -1), loss, share(loss.value), &Shown::percent, words),
    ];
    if let Some(roi) = f.roi.as_ref().filter(|_| f.cost_effectiveness.is_none()) {
        all.push(told(of("roi", words.say("value-roi"), 1), &roi.p50, &Shown::percent_change, words));
    }
    if let Some(per) = f.cost_effectiveness.as_ref().and_then(|found| found.connected.as_ref()) {
        all.push(told(of("connected", words.say("effectiveness-connected"), -1), &per.cost, &money, words));
    }
    let payback = of("payback", words.say("value-payback"), -1);
    let month = f.payback_months.p50.unwrap_or(Estimate::new(f64::NAN, None));
    let text = delight_report::pages::run::page::bare_payback(f, words);
    all.push(told_as(payback, &month, text, &|x| Shown::number(x, 1), words));
    all.push(told(of("funding", words.say("value-funding"), 1), &f.peak_funding.p50, &money, words));
    all.push(told(of("benefit", words.say("value-benefit"), 1), &f.pv_benefit.mean, &money, words));
    all.push(told(of("cost", words.say("value-cost"), -1), &f.pv_cost.mean, &money, words));
    all
}

fn told(of: Told, estimate: &Estimate, show: &dyn Fn(f64) -> Shown, words: Words) -> Value {
    told_as(of, estimate, words.write(&show(estimate.value)), show, words)
}

fn told_as(of: Told, estimate: &Estimate, text: String, show: &dyn Fn(f64) -> Shown, words: Words) -> Value {
    let both = words.with_error(estimate, show);
    let error = both.split_once(" ± ").map(|(_, error)| format!("± {error}"));
    json!({
        "key": of.key, "label": of.label, "value": estimate.value, "error": estimate.standard_error,
        "text": text, "error_text": error.unwrap_or_default(), "better": of.better,
    })
}

/// The indicators, as the figure of the chain shows them.
fn chain(f: &Findings, words: Words) -> Vec<Value> {
    let rows = kpi::ORDER.iter().flat_map(|key| kpi::rows(f, key, words).into_iter().map(move |row| (key, row)));
    rows.map(|(key, row)| {
        let [median, low, high] = row.change;
        let change = words.say_with("banded", &[("median", &median), ("low", &low), ("high", &high)]);
        json!({"key": key, "label": row.name, "without": row.without, "with": row.with, "change": change, "part": row.part})
    }).collect()
}
