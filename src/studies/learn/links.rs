//! Every link as it is asked: what the data say of it, what each draw implies, how likely that is.

use super::change::{LEAST, RatingChange};
use super::drift::{LEAST_PERIODS, LEAST_UNITS};
use super::findings::{LearnVerdict, LinkFacts, Refusal, Slope};
use super::groups::{CustomerGroups, Leavers};
use super::implied::{
    ABSENCE_RATIO, CAUSAL_SHARE, Chain, INFLUENCEABLE, ODDS, PEOPLE, PRICE, SPEND, TURNOVER_RATIO, of_ratio,
};
use super::panel::Panel;
use super::people::{Customer, Employee};
use super::prior::Prior;
use super::relation::{self, Relation};
use delight_model::simulate::each;

/// A link that was asked.
pub struct Asked {
    /// What is known without the prior; the posterior is added by whoever weighs.
    pub facts: LinkFacts,
    /// Inputs that it weighs.
    pub inputs: Vec<&'static str>,
    /// Log likelihood of each draw; none where the link was refused.
    pub log: Option<Vec<f64>>,
    /// The slope that each draw implies.
    pub slopes: Vec<f64>,
    /// Names of the units left out.
    pub left_out: Vec<String>,
}

/// Draws that one piece of work looks at.
const SHARD: usize = 2048;

/// A number of each draw, on all threads.
pub fn of_draws(draws: usize, f: impl Fn(usize) -> f64 + Sync + Send) -> Vec<f64> {
    let shard = |shard: usize| (shard * SHARD..((shard + 1) * SHARD).min(draws)).map(&f).collect::<Vec<f64>>();
    each(draws.div_ceil(SHARD), shard).concat()
}

fn facts(link: &str, units: usize) -> LinkFacts {
    LinkFacts {
        link: link.to_owned(),
        between: None,
        within: None,
        gap: None,
        reliability: None,
        units,
        verdict: LearnVerdict::Silent,
        reason: None,
        effective: None,
        slope_before: None,
        slope_after: None,
        inputs: Vec::new(),
    }
}

fn refused(facts: LinkFacts, reason: Refusal, inputs: Vec<&'static str>) -> Asked {
    let facts = LinkFacts { verdict: LearnVerdict::Refused, reason: Some(reason), ..facts };
    Asked { facts, inputs, log: None, slopes: Vec::new(), left_out: Vec::new() }
}

/// A relation of a panel before it is asked.
struct OfPanel {
    link: &'static str,
    /// Columns without which the link does not exist, and those without which it cannot be asked.
    needs: &'static [&'static str],
    counts: &'static [&'static str],
    inputs: &'static [&'static str],
}

const OF_PANEL: [OfPanel; 5] = [
    OfPanel {
        link: "engagement_turnover",
        needs: &["engaged", "staff", "leavers"],
        counts: &["engaged_n"],
        inputs: &[TURNOVER_RATIO],
    },
    OfPanel {
        link: "engagement_absence",
        needs: &["engaged", "absence"],
        counts: &["engaged_n"],
        inputs: &[ABSENCE_RATIO],
    },
    OfPanel { link: "engagement_score", needs: &["engaged", "rating"], counts: &["engaged_n"], inputs: &PEOPLE },
    OfPanel {
        link: "score_churn",
        needs: &["rating", "customers", "lost"],
        counts: &["rating_n"],
        inputs: &[CAUSAL_SHARE, INFLUENCEABLE, ODDS[0], ODDS[1], ODDS[2]],
    },
    OfPanel {
        link: "score_spend",
        needs: &["rating", "customers", "revenue"],
        counts: &["rating_n"],
        inputs: &[PRICE],
    },
];

/// The relations of a panel that has their columns.
pub fn of_panel(panel: &Panel, chain: &Chain, prior: &Prior) -> Vec<Asked> {
    let there = |names: &[&str]| names.iter().all(|name| panel.column(name).is_some());
    OF_PANEL.iter().filter(|link| there(link.needs)).map(|link| relation(link, panel, chain, prior)).collect()
}

fn relation(link: &OfPanel, panel: &Panel, chain: &Chain, prior: &Prior) -> Asked {
    let inputs = prior.uncertain(link.inputs);
    let needed: Vec<&str> = link.needs.iter().chain(link.counts).copied().collect();
    let (kept, _) = panel.complete(&needed);
    let empty = facts(link.link, kept.len());
    let missing = link.counts.iter().any(|name| panel.column(name).is_none());
    let reason = match () {
        () if missing => Some(Refusal::NoCounts),
        () if panel.periods.len() < LEAST_PERIODS => Some(Refusal::FewPeriods),
        () if kept.len() < LEAST_UNITS => Some(Refusal::FewUnits),
        () if inputs.is_empty() => Some(Refusal::Fixed),
        () => None,
    };
    if let Some(reason) = reason {
        return refused(empty, reason, inputs);
    }
    let found = match link.link {
        "engagement_turnover" => relation::engagement_turnover(panel),
        "engagement_absence" => relation::engagement_absence(panel),
        "engagement_score" => relation::engagement_score(panel, &chain.response, chain.long_run),
        "score_churn" => relation::score_churn(panel),
        _ => relation::score_spend(panel),
    };
    let known = LinkFacts { between: Some(found.between), reliability: Some(found.sums.reliability), ..empty };
    if !(found.sums.xx > 0.0) {
        return Asked { left_out: found.left_out, ..refused(known, Refusal::Noise, inputs) };
    }
    let slopes = of_draws(prior.draws, |i| implied(link.link, &found, chain, (prior, i)));
    let gap = found.gap();
    let log = of_draws(prior.draws, |i| found.sums.log_likelihood(slopes[i], gap));
    let facts = LinkFacts { within: Some(found.within()), gap: Some(gap), ..known };
    Asked { facts, inputs, log: Some(log), slopes, left_out: found.left_out }
}

fn implied(link: &str, found: &Relation, chain: &Chain, (prior, draw): (&Prior, usize)) -> f64 {
    match link {
        "engagement_turnover" => of_ratio(prior.at(TURNOVER_RATIO, draw), found.level),
        "engagement_absence" => of_ratio(prior.at(ABSENCE_RATIO, draw), found.level),
        "engagement_score" => chain.people(prior, Some(draw)),
        "score_churn" => chain.churn(prior, draw),
        _ => chain.spend(prior, draw),
    }
}

/// What customers say: staying by the change of the rating, by state, and spend by state.
pub fn of_customers(customers: &[Customer], reliability: Option<f64>, chain: &Chain, prior: &Prior) -> Vec<Asked> {
    let twice = customers.iter().filter(|c| c.rating.is_finite() && c.before.is_finite()).count();
    let mut all = Vec::new();
    if twice > 0 {
        all.push(change(customers, twice, reliability, prior));
    }
    all.push(stay(customers, chain, prior));
    if customers.iter().any(|c| c.spend.is_finite()) {
        all.push(spend(customers, chain, prior));
    }
    all
}

fn change(customers: &[Customer], known: usize, reliability: Option<f64>, prior: &Prior) -> Asked {
    let inputs = prior.uncertain(&[CAUSAL_SHARE]);
    let empty = facts("rating_stay", known);
    if inputs.is_empty() {
        return refused(empty, Refusal::Fixed, inputs);
    }
    if known < LEAST {
        return refused(empty, Refusal::FewUnits, inputs);
    }
    let Some(found) = RatingChange::of(customers, reliability) else { return refused(empty, Refusal::Noise, inputs) };
    let slopes = of_draws(prior.draws, |i| prior.at(CAUSAL_SHARE, i));
    let log = of_draws(prior.draws, |i| found.log_likelihood(slopes[i]));
    let facts = LinkFacts {
        between: Some(Slope { value: 1.0, low: None, high: None }),
        within: Some(found.share()),
        gap: Some(found.gap()),
        reliability: Some(found.reliability),
        ..empty
    };
    Asked { facts, inputs, log: Some(log), slopes, left_out: Vec::new() }
}

fn stay(customers: &[Customer], chain: &Chain, prior: &Prior) -> Asked {
    let inputs = prior.uncertain(&ODDS);
    let empty = facts("states_stay", customers.len());
    let Some(found) = CustomerGroups::of(customers, &chain.mix) else { return refused(empty, Refusal::Alike, inputs) };
    let known = LinkFacts { between: Some(found.face()), units: found.customers(), ..empty };
    if inputs.is_empty() {
        return refused(known, Refusal::Fixed, inputs);
    }
    let log = of_draws(prior.draws, |i| found.log_likelihood(ODDS.map(|path| prior.at(path, i))));
    Asked { facts: known, inputs, log: Some(log), slopes: Vec::new(), left_out: Vec::new() }
}

fn spend(customers: &[Customer], chain: &Chain, prior: &Prior) -> Asked {
    let inputs = prior.uncertain(&SPEND);
    let empty = facts("states_spend", customers.iter().filter(|c| c.spend.is_finite()).count());
    let found = CustomerGroups::of(customers, &chain.mix).filter(CustomerGroups::spends);
    let Some(found) = found else { return refused(empty, Refusal::Alike, inputs) };
    let known = LinkFacts { between: Some(found.face_of_spend()), ..empty };
    if inputs.is_empty() {
        return refused(known, Refusal::Fixed, inputs);
    }
    let log = of_draws(prior.draws, |i| found.log_likelihood_of_spend(SPEND.map(|path| prior.at(path, i))));
    Asked { facts: known, inputs, log: Some(log), slopes: Vec::new(), left_out: Vec::new() }
}

/// What staff say: leaving by engagement.
pub fn of_staff(staff: &[Employee], prior: &Prior) -> Asked {
    let inputs = prior.uncertain(&[TURNOVER_RATIO]);
    let empty = facts("staff_leave", staff.len());
    let Some(found) = Leavers::of(staff) else { return refused(empty, Refusal::Alike, inputs) };
    let known = LinkFacts { between: Some(found.face()), gap: Some(found.gap()), units: found.staff(), ..empty };
    if inputs.is_empty() {
        return refused(known, Refusal::Fixed, inputs);
    }
    let slopes = of_draws(prior.draws, |i| found.implied(prior.at(TURNOVER_RATIO, i)));
    let log = of_draws(prior.draws, |i| found.log_likelihood(prior.at(TURNOVER_RATIO, i)));
    Asked { facts: known, inputs, log: Some(log), slopes, left_out: Vec::new() }
}
