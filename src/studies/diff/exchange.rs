//! A case with some of its assumptions from another one.

use super::changes::{
    CORRELATIONS, COSTS, DELIVERY, GATE, MIX, acquisition, cost, flow, flow_name, is_uncertain, key, pairs, rank,
};
use delight_model::scenario::{Assumption, ChainCase, Correlation, Model, Project, Scenario, Value, begins};

/// `base` with what stands under these keys in `other`; both are of one kind and horizon.
///
/// Cost lines and flows that only `other` has come after those of `base`; the correlations follow the inputs.
pub(super) fn exchanged(base: &Scenario, other: &Scenario, keys: &[&str]) -> Scenario {
    let taken = |key: &str| keys.contains(&key);
    let parts = parts(base, other, &taken);
    let assumptions: Vec<Assumption> = parts.iter().map(|(owner, input)| moved(owner, input, &parts)).collect();
    let project = match (base.project(), other.project()) {
        (Project::Chain(own), Project::Chain(theirs)) => {
            let costs = parts.iter().filter_map(|(owner, input)| cost(owner, &input.path)).cloned().collect();
            let mut plan = own.plan;
            plan.acquisition = acquisition(plan.acquisition, other, taken);
            plan.survey = if taken(MIX) { theirs.plan.survey } else { plan.survey };
            plan.scored = assumptions.iter().any(|input| input.path == "customers.score");
            plan.begins = begins(assumptions.iter());
            plan.delivery = if taken(DELIVERY) { theirs.plan.delivery } else { plan.delivery };
            Project::Chain(ChainCase { plan, costs, gate: if taken(GATE) { theirs.gate } else { own.gate } })
        }
        _ => {
            let amounts = parts.iter().filter(|(_, input)| input.path.ends_with(".amount"));
            Project::CashFlow(
                amounts.filter_map(|(owner, input)| flow(owner, flow_name(&input.path)?)).cloned().collect(),
            )
        }
    };
    let correlations = correlations(base, other, taken(CORRELATIONS), &assumptions);
    base.derived(|model| *model = Model { project, assumptions, correlations })
}

/// An input and the case it comes from.
type Part<'s> = (&'s Scenario, &'s Assumption);

/// The inputs, each with its owner, in the order that a case asks for: the model's, then the lines, then the survey.
fn parts<'s>(base: &'s Scenario, other: &'s Scenario, taken: &dyn Fn(&str) -> bool) -> Vec<Part<'s>> {
    let takes = |input: &Assumption| taken(key(base, other, &input.path));
    let own = base.assumptions().iter().filter_map(|input| match takes(input) {
        true => other.assumption(&input.path).map(|theirs| (other, theirs)),
        false => Some((base, input)),
    });
    let added = other.assumptions().iter().filter(|input| takes(input) && base.assumption(&input.path).is_none());
    let mut all: Vec<Part> = own.chain(added.map(|input| (other, input))).collect();
    all.sort_by_key(|(_, input)| match input.path.as_str() {
        path if path.starts_with(COSTS) || flow_name(path).is_some() => 1,
        path if path.starts_with("customers.nps") => 2,
        "customers.score" => 3,
        _ => 0,
    });
    all
}

/// An input in its new case, where others stand in other places.
fn moved(owner: &Scenario, input: &Assumption, parts: &[Part]) -> Assumption {
    let Value::Sum(sum) = &input.value else { return input.clone() };
    let place = |old: usize| parts.iter().position(|(_, part)| part.path == owner.assumptions()[old].path);
    // The mix and the answers it follows from change together, so all of them are there.
    let sum = sum.iter().filter_map(|(old, part)| Some((place(*old)?, *part))).collect();
    Assumption { value: Value::Sum(sum), ..input.clone() }
}

fn correlations(base: &Scenario, other: &Scenario, taken: bool, assumptions: &[Assumption]) -> Vec<Correlation> {
    let (own, theirs) = if taken { (other, base) } else { (base, other) };
    let place = |path: &str| assumptions.iter().position(|input| input.path == path && is_uncertain(input));
    let found = pairs(base, other).into_iter().filter_map(|pair| {
        let mut between = [place(pair[0])?, place(pair[1])?];
        between.sort_unstable();
        Some(Correlation { between, rank: rank(own, theirs, pair)? })
    });
    let mut all: Vec<Correlation> = found.collect();
    all.sort_by_key(|correlation| correlation.between);
    all
}
