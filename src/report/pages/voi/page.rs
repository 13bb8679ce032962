//! `delight voi` on one screen: what to measure first, and what it is worth at most.

use super::measure::study_of;
use crate::page::content::Page;
use crate::page::values::{members, ties};
use crate::words::Words;
use delight_model::evidence::Lens;
use delight_studies::voi::{GroupVoi, InputVoi, PilotValue, ValueOfInformation};

/// Inputs that the table shows.
const SHOWN: usize = 12;
/// Width of names.
const NAME: usize = 60;

/// The value of information of a decision.
pub(super) fn voi(found: &ValueOfInformation, words: Words) -> Page {
    let mut page = Page::new(&found.case, &found.provenance, words);
    believed(&mut page, found);
    now(&mut page, found);
    if !found.varies {
        page.sentence(&words.say("voi-no-spread"));
        return page;
    }
    first(&mut page, found);
    if let Some(pilot) = &found.pilot {
        of_pilot(&mut page, pilot);
    }
    inputs(&mut page, found);
    groups(&mut page, &words.say("voi-links"), &found.links, |key| words.say_of("link", key));
    groups(&mut page, &words.say("voi-grades"), &found.grades, |key| words.say_of("standing", key));
    page.remark(&words.say("voi-note"));
    page
}

/// How much each lens is believed.
fn believed(page: &mut Page, found: &ValueOfInformation) {
    let Some(weights) = &found.lens_weights else { return };
    let words = page.words;
    let of = |lens: &str| {
        let weight = weights.get(lens).filter(|weight| **weight > 0.0)?;
        Some(format!("{} {}", words.say_of("lens", lens), words.percent_short(*weight)))
    };
    let lenses: Vec<String> = Lens::NAMES.into_iter().filter_map(of).collect();
    page.sentence(&words.say_with("voi-believed", &[("lenses", &lenses.join(", "))]));
}

/// The input most worth measuring, of those that can be.
pub fn to_measure(found: &ValueOfInformation) -> Option<&InputVoi> {
    found.inputs.iter().find(|of| of.can_be_known && of.evppi.value > 0.0)
}

fn option(page: &Page, found: &ValueOfInformation, place: Option<usize>) -> String {
    match place {
        Some(place) => found.options[place].name.clone(),
        None => page.words.say("voi-nothing"),
    }
}

fn now(page: &mut Page, found: &ValueOfInformation) {
    let words = page.words;
    for of in &found.options {
        let (npv, share) = (page.money_error(&of.npv_mean), page.share_error(&of.best_in));
        let args = [("option", of.name.as_str()), ("npv", &npv), ("share", &share)];
        page.sentence(&words.say_with("voi-option", &args));
    }
    let means: Vec<f64> = found.options.iter().map(|option| option.npv_mean.value).collect();
    let tied: Vec<&str> = found
        .best
        .map_or(Vec::new(), |best| ties(&means, best))
        .iter()
        .map(|k| found.options[*k].name.as_str())
        .collect();
    let best = option(page, found, found.best);
    page.sentence(&match tied.len() > 1 {
        true => words.say_with("voi-best-tie", &[("options", &tied.join(", "))]),
        false => words.say_with("voi-best", &[("option", &best)]),
    });
    let evpi = page.money_error(&found.evpi);
    page.sentence(&words.say_with("voi-evpi", &[("evpi", &evpi)]));
    let eviu = page.money_error(&found.eviu);
    if found.best == found.best_at_point_values {
        page.sentence(&words.say("voi-eviu-none"));
    } else {
        let naive = option(page, found, found.best_at_point_values);
        page.sentence(&words.say_with("voi-eviu", &[("option", &naive), ("eviu", &eviu)]));
    }
}

fn first(page: &mut Page, found: &ValueOfInformation) {
    match to_measure(found) {
        Some(of) => {
            let (name, evppi) = (page.name(&of.input), page.money_error(&of.evppi));
            page.sentence(&page.words.say_with("voi-first", &[("name", &name), ("evppi", &evppi)]));
        }
        None => page.sentence(&page.words.say("voi-first-none")),
    }
}

fn of_pilot(page: &mut Page, pilot: &PilotValue) {
    let words = page.words;
    let names: Vec<String> = pilot.measures.iter().map(|input| page.name(input)).collect();
    let (names, sites, months) = (names.join(" + "), pilot.plan.sites.to_string(), pilot.plan.months.to_string());
    let (evsi, evppi) = (page.money_error(&pilot.evsi), page.money_error(&pilot.evppi));
    let args = [("names", names.as_str()), ("sites", &sites), ("months", &months), ("evsi", &evsi), ("evppi", &evppi)];
    page.sentence(&words.say_with("voi-pilot", &args));
    let (cost, net) = (page.money(pilot.plan.cost), page.money_error(&pilot.net_benefit));
    let args = [("cost", cost.as_str()), ("net", &net)];
    page.sentence(&match pilot.net_benefit.value > 0.0 {
        true => words.say_with("voi-pilot-pays", &args),
        false => words.say_with("voi-pilot-costs", &args),
    });
    let noise = words.signed(pilot.plan.noise, 1);
    let [half, double] = pilot.evsi_by_noise.map(|e| page.money_error(&e));
    let error = words.signed(pilot.error, 2);
    let args = [("noise", noise.as_str()), ("error", &error), ("half", &half), ("double", &double)];
    page.remark(&words.say_with("voi-pilot-note", &args));
}

fn inputs(page: &mut Page, found: &ValueOfInformation) {
    let words = page.words;
    let (title, worth) = (words.say("voi-title"), words.say("voi-worth"));
    page.heading((&title, NAME), &[(&worth, 26)]);
    let mut told = Vec::new();
    for of in found.inputs.iter().filter(|of| of.evppi.value > 0.0).take(SHOWN) {
        let name = match of.can_be_known {
            true => page.name(&of.input),
            false => format!("* {}", page.name(&of.input)),
        };
        let evppi = page.money_error(&of.evppi);
        page.row(&name, &[&evppi]);
        let inputs = members(&of.input.name, words);
        if !inputs.is_empty() {
            page.under(&words.say_with("decide-members", &[("inputs", &inputs)]));
        }
        // A study is told once, below the input on which it tells most.
        let study = study_of(&of.input.path).filter(|study| of.can_be_known && !told.contains(study));
        if let Some(study) = study {
            told.push(study);
            page.under(&words.say_of("voi-study", study));
        }
    }
    let worthless = found.inputs.iter().filter(|of| of.evppi.value <= 0.0).count();
    page.remark(&words.say("voi-studies"));
    if worthless > 0 {
        page.remark(&words.say_with("voi-worthless", &[("count", &worthless.to_string())]));
    }
    if found.inputs.iter().any(|of| !of.can_be_known && of.evppi.value > 0.0) {
        page.remark(&words.say("voi-chance"));
    }
}

fn groups(page: &mut Page, title: &str, groups: &[GroupVoi], name: impl Fn(&str) -> String) {
    let (inputs, worth) = (page.words.say("decide-inputs"), page.words.say("voi-worth"));
    page.heading((title, NAME - 10), &[(&inputs, 10), (&worth, 26)]);
    for group in groups {
        let (count, evppi) = (group.inputs.to_string(), page.money_error(&group.evppi));
        page.row(&name(&group.key), &[&count, &evppi]);
    }
}
