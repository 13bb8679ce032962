//! What differs between two cases: one change a path, or a few paths that only make sense together.

use delight_model::chain::Acquisition;
use delight_model::finance::costs::CostItem;
use delight_model::finance::flows::Flow;
use delight_model::sampling::Distribution;
use delight_model::scenario::{Assumption, ChainCase, Gate, Metric, Project, Scenario, Value};

/// Key of a delivery that the case fixes or leaves to chance.
pub const DELIVERY: &str = "programme.delivery";
/// Key of the stage gate.
pub const GATE: &str = "programme.gate";
/// Key of the rank correlations, all together.
pub const CORRELATIONS: &str = "correlations";
/// Key of the customers' mix, and of the survey from which it may follow.
pub(super) const MIX: &str = "customers.mix";
/// Path of today's acquisition, which may be balanced in place of a number.
const ACQUISITION: &str = "customers.annual_acquisition";
/// Where cost lines and flows stand.
pub(super) const COSTS: &str = "programme.costs.";
const FLOWS: &str = "flows.";

/// Paths that must change together, with their common key: shares of one whole, and customers within their market.
const TOGETHER: [(&str, &[&str]); 4] = [
    (MIX, &["customers.mix.", "customers.nps"]),
    ("effects.advocacy.entry_mix", &["effects.advocacy.entry_mix."]),
    ("effects.advocacy.referred_mix", &["effects.advocacy.referred_mix."]),
    ("customers.count", &["customers.count", "customers.market_size"]),
];

/// Changes that have a name of their own, since they are no single input.
pub const NAMED: [&str; 7] = [
    MIX,
    "effects.advocacy.entry_mix",
    "effects.advocacy.referred_mix",
    "customers.count",
    DELIVERY,
    GATE,
    CORRELATIONS,
];

/// Something that two cases say differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What is exchanged as a whole: a path, or the common name of a few.
    pub key: String,
    /// The paths of inputs that differ; none for delivery, gate and correlations.
    pub paths: Vec<String>,
    /// What the first case writes; none where it says nothing.
    pub from: Option<String>,
    /// What the second case writes; none where it says nothing.
    pub to: Option<String>,
}

/// Everything that can move a result and differs between two cases of one kind.
pub fn changes(a: &Scenario, b: &Scenario) -> Vec<Change> {
    let added = b.assumptions().iter().filter(|theirs| a.assumption(&theirs.path).is_none());
    let mut all: Vec<Change> = Vec::new();
    for path in a.assumptions().iter().chain(added).map(|input| input.path.as_str()) {
        if !differs(a, b, path) {
            continue;
        }
        let key = key(a, b, path);
        match all.iter_mut().find(|change| change.key == key) {
            Some(change) => change.paths.push(path.to_owned()),
            None => all.push(Change { key: key.to_owned(), paths: vec![path.to_owned()], from: None, to: None }),
        }
    }
    for change in &mut all {
        [change.from, change.to] = [a, b].map(|case| written(case, &change.paths));
    }
    all.extend(structural(a, b));
    all
}

/// What changes with an input: mostly its path alone.
pub(super) fn key<'p>(a: &Scenario, b: &Scenario, path: &'p str) -> &'p str {
    let belongs = |starts: &[&str]| starts.iter().any(|start| path.starts_with(start));
    if let Some((key, _)) = TOGETHER.iter().find(|(_, starts)| belongs(starts)) {
        return key;
    }
    let Some(name) = flow_name(path) else { return path };
    // A flow of another rhythm has an amount of another meaning.
    if flow(a, name) == flow(b, name) { path } else { &path[..FLOWS.len() + name.len()] }
}

/// The name of the flow that an input belongs to.
pub(super) fn flow_name(path: &str) -> Option<&str> {
    Some(path.strip_prefix(FLOWS)?.rsplit_once('.')?.0)
}

/// The flow of this name.
pub(super) fn flow<'s>(case: &'s Scenario, name: &str) -> Option<&'s Flow> {
    match case.project() {
        Project::CashFlow(flows) => flows.iter().find(|flow| flow.name == name),
        Project::Chain(_) => None,
    }
}

/// The cost line whose amount has this path.
pub(super) fn cost<'s>(case: &'s Scenario, path: &str) -> Option<&'s CostItem> {
    let name = path.strip_prefix(COSTS)?;
    chain(case)?.costs.iter().find(|item| item.name == name)
}

fn chain(case: &Scenario) -> Option<&ChainCase> {
    match case.project() {
        Project::Chain(chain) => Some(chain),
        Project::CashFlow(_) => None,
    }
}

fn differs(a: &Scenario, b: &Scenario, path: &str) -> bool {
    let values = [a, b].map(|case| case.assumption(path).map(|input| Said::of(case, input)));
    let acquisition = |case| chain(case).map(|chain| chain.plan.acquisition);
    let survey = |case| chain(case).map(|chain| chain.plan.survey);
    values[0] != values[1]
        || (path.starts_with("customers.mix.") && survey(a) != survey(b))
        || cost(a, path) != cost(b, path)
        || flow_name(path).is_some_and(|name| flow(a, name) != flow(b, name))
        || (path == ACQUISITION && acquisition(a) != acquisition(b))
}

/// How the values of an input come about, without places.
#[derive(PartialEq)]
enum Said<'a> {
    Drawn(&'a Distribution),
    Sum(Vec<(&'a str, f64)>),
}

impl<'a> Said<'a> {
    fn of(case: &'a Scenario, input: &'a Assumption) -> Self {
        match &input.value {
            Value::Drawn(distribution) => Said::Drawn(distribution),
            Value::Sum(parts) => {
                Said::Sum(parts.iter().map(|(place, part)| (case.assumptions()[*place].path.as_str(), *part)).collect())
            }
        }
    }
}

/// What a case writes of these inputs: one value as it stands, several with their keys.
fn written(case: &Scenario, paths: &[String]) -> Option<String> {
    let there: Vec<&Assumption> = paths.iter().filter_map(|path| case.assumption(path)).collect();
    let key = |input: &Assumption| input.path.rsplit('.').next().unwrap_or_default().to_owned();
    let drawn = there.iter().filter(|input| matches!(input.value, Value::Drawn(_)));
    match there.as_slice() {
        [] => None,
        [input] if paths.len() == 1 => Some(with_schedule(case, input)),
        _ => Some(drawn.map(|input| format!("{} = {}", key(input), input.written)).collect::<Vec<_>>().join(", ")),
    }
}

/// A value, and for a cost line what it is paid for and when, in the words of scenario files.
fn with_schedule(case: &Scenario, input: &Assumption) -> String {
    use delight_model::finance::costs::{Of, Per};
    let Some(item) = cost(case, &input.path) else { return input.written.clone() };
    let per = Per::ALL.iter().find(|(per, _)| *per == item.per).map_or("", |(_, word)| word);
    let when = match item.per {
        Per::Once => format!("month = {}", item.month),
        _ => format!("from = {}, to = {}", item.from, item.to),
    };
    let capital = if item.capital { ", capital" } else { "" };
    let of = if item.of == Of::Wages { "of wages, " } else { "" };
    format!("{} ({of}per {per}, {when}{capital})", input.written)
}

/// What differs besides numbers.
fn structural(a: &Scenario, b: &Scenario) -> Vec<Change> {
    let change = |key: &str, [from, to]: [Option<String>; 2]| Change { key: key.into(), paths: Vec::new(), from, to };
    let mut all = Vec::new();
    let delivery = [a, b].map(|case| Some(chain(case)?.plan.delivery?.name().to_owned()));
    let gate = [a, b].map(|case| chain(case)?.gate);
    if delivery[0] != delivery[1] {
        all.push(change(DELIVERY, delivery));
    }
    if gate[0] != gate[1] {
        all.push(change(GATE, gate.map(|gate| gate.map(as_written))));
    }
    if pairs(a, b).into_iter().any(|pair| rank(a, b, pair) != rank(b, a, pair)) {
        all.push(change(CORRELATIONS, [a, b].map(|case| Some(case.correlations().len().to_string()))));
    }
    all
}

fn as_written(gate: Gate) -> String {
    let metric = match gate.metric {
        Metric::Connected => "connected",
        Metric::Engaged => "engaged",
        Metric::Nps => "nps",
    };
    format!("month = {}, metric = {metric}, at_least = {}", gate.month, gate.at_least)
}

/// Every two inputs that either case correlates, by their paths.
pub(super) fn pairs<'s>(a: &'s Scenario, b: &'s Scenario) -> Vec<[&'s str; 2]> {
    let of = |case: &'s Scenario| {
        case.correlations().iter().map(|c| c.between.map(|place| case.assumptions()[place].path.as_str()))
    };
    let mut all: Vec<[&str; 2]> = of(a).collect();
    let known = |pair: &[&str; 2], all: &[[&str; 2]]| all.iter().any(|[x, y]| pair == &[*x, *y] || pair == &[*y, *x]);
    for pair in of(b) {
        if !known(&pair, &all) {
            all.push(pair);
        }
    }
    all
}

/// The rank correlation that a case gives two inputs; what it cannot say, since it fixes or lacks one, `other` says.
pub(super) fn rank(own: &Scenario, other: &Scenario, pair: [&str; 2]) -> Option<f64> {
    let said = |case: &Scenario| {
        let of = |place: usize| case.assumptions()[place].path.as_str();
        let same = |between: [usize; 2]| between.iter().all(|place| pair.contains(&of(*place)));
        case.correlations().iter().find(|c| same(c.between)).map(|c| c.rank)
    };
    let uncertain = |path: &&str| own.assumption(path).is_some_and(is_uncertain);
    said(own).or_else(|| if pair.iter().all(uncertain) { None } else { said(other) })
}

/// Whether an input is drawn and not fixed.
pub(super) fn is_uncertain(input: &Assumption) -> bool {
    matches!(&input.value, Value::Drawn(distribution) if !distribution.is_constant())
}

/// How acquisition is set where this case sets it.
pub(super) fn acquisition(base: Acquisition, other: &Scenario, taken: impl Fn(&str) -> bool) -> Acquisition {
    chain(other).filter(|_| taken(ACQUISITION)).map_or(base, |chain| chain.plan.acquisition)
}
