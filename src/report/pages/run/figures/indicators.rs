//! The indicators of the chain month by month.

use super::around::axes;
use crate::page::figure::drawn_long;
use crate::plot::{Caption, Format, Panel, Panels};
use crate::words::{Words, kpi};
use delight_studies::run::Findings;

/// The indicators that are drawn, from the people to the money.
const DRAWN: [&str; 8] = ["engaged", "failures", "individual", "rating", "nps", "connected", "churn", "customers"];

/// The indicators by month; none for a project without a chain.
pub(super) fn figure(f: &Findings, words: Words) -> Option<Panels> {
    let found = f.by_month.as_ref()?;
    let panel = |key: &&str| {
        let both = found.indicators.get(*key)?;
        let (key, currency) = ((*key).to_owned(), f.case.currency.clone());
        Some(Panel {
            name: words.say_of("indicator", &key),
            baseline: both.baseline.p50.clone(),
            programme: both.programme.p50.clone(),
            low: both.programme.p5.clone(),
            high: both.programme.p95.clone(),
            before: None,
            marks: Vec::new(),
            format: Format::new(move |x| kpi::level(&key, x, &currency, words)),
        })
    };
    let panels: Vec<Panel> = DRAWN.iter().filter_map(panel).collect();
    let trials = words.whole(found.trials as f64);
    let caption = Caption {
        title: title(f, words),
        subtitle: words.say_with("indicators-subtitle", &[("trials", &trials)]),
        footer: drawn_long(found.trials as u64, &f.sampling, f.seed, words),
        description: words.say("indicators-told"),
        ..axes(String::new(), words)
    };
    (!panels.is_empty()).then_some(Panels { caption, panels })
}

/// What the year after the first says: where the indicators that lead stand then.
fn title(f: &Findings, words: Words) -> String {
    let change = |key: &str, month: usize| {
        let both = f.by_month.as_ref()?.indicators.get(key)?;
        Some(both.programme.p50.get(month - 1)? - both.baseline.p50.get(month - 1)?)
    };
    let month = f.case.months.min(24);
    let (nps, churn) = (change("nps", month).unwrap_or(0.0), change("churn", f.case.months).unwrap_or(0.0));
    let (nps, churn) = (words.signed_change(nps, 1), words.points_change(churn));
    let (month, end) = (month.to_string(), f.case.months.to_string());
    let args = [("case", f.case.name.as_str()), ("nps", &nps), ("month", &month), ("churn", &churn), ("end", &end)];
    words.say_with("indicators-title", &args)
}
