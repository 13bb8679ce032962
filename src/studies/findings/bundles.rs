//! Inputs that go together: one question asked of several numbers, which a study takes as one.

use super::inputs::{InputFacts, Name, Uncertain};
use delight_model::scenario::Scenario;

/// Rank correlation from which two inputs go together.
pub const TOGETHER: f64 = 0.8;

/// The gains of the experience: one question, how far the programme reaches the customer, is asked of all of them.
fn is_reach(path: &str) -> bool {
    path.strip_prefix("effects.experience.").is_some_and(|key| key.ends_with("_gain") || key.ends_with("_people"))
}

/// The key of what a bundle is called in texts, where it has a name of its own.
pub const REACH: &str = "reach";

/// Inputs that a study takes as one: a single one, or several that go together.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// The first of the inputs in the order of the draws.
    first: Uncertain,
    /// Those that go with it, in that order.
    others: Vec<Uncertain>,
}

impl Bundle {
    /// Whether these are several inputs.
    pub fn is_several(&self) -> bool {
        !self.others.is_empty()
    }

    /// The inputs in it.
    pub fn members(&self) -> impl Iterator<Item = &Uncertain> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// Their columns among the draws.
    pub fn places(&self) -> Vec<usize> {
        self.members().map(|input| input.place).collect()
    }

    /// Whether a rank correlation ties one of them to an input outside.
    pub fn is_tied(&self, scenario: &Scenario) -> bool {
        let is_member = |place: usize| self.members().any(|input| input.place == place);
        scenario.correlations().iter().any(|c| is_member(c.between[0]) != is_member(c.between[1]))
    }

    /// What a reader must know of it: of several, the facts of the first under the name of all.
    pub fn facts(&self) -> InputFacts {
        bundled(self.first.facts.clone(), self.others.iter().map(|input| input.facts.clone()).collect())
    }
}

/// The facts of the first under the name of all; of one alone its own.
pub fn bundled(first: InputFacts, others: Vec<InputFacts>) -> InputFacts {
    if others.is_empty() {
        return first;
    }
    let mut names = vec![first.name.clone()];
    names.extend(others.into_iter().map(|input| input.name));
    let meaning = match names.iter().all(|name| is_reach(&name.path)) {
        true => "how far the programme reaches the customer".to_owned(),
        false => format!("{} and {} more that go with it", first.meaning, names.len() - 1),
    };
    let name = Name { english: meaning.clone(), bundle: names, apart: None, ..first.name.clone() };
    InputFacts { meaning, name, ..first }
}

impl Name {
    /// The key of what it is called in texts, where it is a bundle with a name of its own.
    pub fn bundle_key(&self) -> Option<&'static str> {
        (!self.bundle.is_empty() && self.bundle.iter().all(|name| is_reach(&name.path))).then_some(REACH)
    }
}

/// The inputs as a study takes them: those that a rank correlation of [`TOGETHER`] or more ties, directly or by others
/// between them, as one; in the order of their first.
pub fn bundles(scenario: &Scenario, inputs: Vec<Uncertain>) -> Vec<Bundle> {
    let ties: Vec<[usize; 2]> =
        scenario.correlations().iter().filter(|c| c.rank >= TOGETHER).map(|c| c.between).collect();
    let mut all: Vec<Bundle> = Vec::new();
    for input in inputs {
        let is_tied = |bundle: &Bundle| {
            let to = |member: &Uncertain| {
                let pair = [member.place, input.place];
                ties.iter().any(|tie| *tie == pair || [tie[1], tie[0]] == pair)
            };
            bundle.members().any(to)
        };
        let (tied, free): (Vec<Bundle>, Vec<Bundle>) = all.into_iter().partition(is_tied);
        let before = tied.into_iter().flat_map(|bundle| std::iter::once(bundle.first).chain(bundle.others));
        let mut members: Vec<Uncertain> = before.chain([input]).collect();
        members.sort_by_key(|member| member.place);
        let first = members.remove(0);
        all = free;
        all.push(Bundle { first, others: members });
        all.sort_by_key(|bundle| bundle.first.place);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::uncertain;
    use delight_model::sampling::Sampling;
    use delight_model::simulate::{Control, Measure, Sample, Settings};

    fn of(ranks: &str) -> Vec<Vec<String>> {
        let flow = |name: &str| format!("[[flows]]\nname = \"{name}\"\namount = \"1 to 2\"\nper = \"year\"\n");
        let flows: String = ["a", "b", "c", "d"].map(flow).concat();
        let head = "[case]\nname = \"x\"\nkind = \"cash-flow\"\n[finance]\ndiscount_rate = 0\ntax_rate = 0\n";
        let scenario =
            Scenario::from_text("x.toml", &format!("{head}{flows}{ranks}")).unwrap_or_else(|e| panic!("{e}"));
        let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 256 };
        let sample = Sample::new(&scenario, settings, &[Measure::Npv], &Control::default()).expect("nobody cancels");
        let paths = |bundle: Bundle| {
            bundle.members().map(|i| i.facts.path.replace("flows.", "").replace(".amount", "")).collect()
        };
        bundles(&scenario, uncertain(&sample)).into_iter().map(paths).collect()
    }

    fn rank(one: &str, other: &str, rank: f64) -> String {
        format!("[[correlations]]\nbetween = [\"flows.{one}.amount\", \"flows.{other}.amount\"]\nrank = {rank}\n")
    }

    #[test]
    fn inputs_go_together_from_a_rank_of_eight_tenths_and_through_others() {
        assert_eq!(of(""), [["a"], ["b"], ["c"], ["d"]]);
        assert_eq!(of(&rank("a", "c", 0.79)), [["a"], ["b"], ["c"], ["d"]]);
        assert_eq!(of(&rank("c", "a", 0.8)), [vec!["a", "c"], vec!["b"], vec!["d"]]);
        // What goes the other way is no bundle: set high together, one would undo the other.
        assert_eq!(of(&rank("a", "c", -0.9)), [["a"], ["b"], ["c"], ["d"]]);
        assert_eq!(of(&(rank("a", "d", 0.85) + &rank("b", "d", 0.85))), [vec!["a", "b", "d"], vec!["c"]]);
    }

    #[test]
    fn the_gains_of_the_experience_have_a_name_of_their_own_and_others_are_called_by_their_first() {
        let facts = |path: &str| {
            let name = Name { path: path.into(), english: path.into(), ..Name::default() };
            let (unit, grade, link) = (String::new(), "D".to_owned(), "experience".to_owned());
            InputFacts {
                path: path.into(),
                meaning: path.into(),
                name,
                unit,
                grade,
                link,
                p10: 0.0,
                p50: 0.5,
                p90: 1.0,
            }
        };
        let reach = bundled(facts("effects.experience.core_gain"), vec![facts("effects.experience.core_people")]);
        assert_eq!((reach.name.bundle_key(), reach.name.bundle.len()), (Some(REACH), 2));
        let other = bundled(facts("a"), vec![facts("b"), facts("c")]);
        assert_eq!((other.name.bundle_key(), other.meaning.as_str()), (None, "a and 2 more that go with it"));
        assert_eq!(bundled(facts("a"), Vec::new()), facts("a"));
    }
}
