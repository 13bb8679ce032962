//! Which dimension of the Sobol' sequence each input has: the model's own for good, those that users name by case.

use crate::sampling::DIMENSIONS;
use crate::scenario::{Dimensions, Project, Scenario, finance_catalogue};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The inputs in the order of their dimensions: first those that usually matter most, then by name.
///
/// A place in this list is part of the reproducibility of results: a new input is appended, none is ever moved.
/// Names that users give (cost lines, flows) are not here: see [`side_by_side`].
const ORDER: [&str; 138] = [
    "programme.delivery",
    "effects.causal_share",
    "effects.experience.core_gain",
    "programme.cost_overrun",
    "effects.connection.half_life_months",
    "finance.margin",
    "effects.experience.individual_gain",
    "effects.connection.contact_intensity",
    "customers.annual_churn",
    "effects.spend.price_per_point",
    "customers.revenue_per_year",
    "programme.success_probability",
    "programme.embed_months",
    "programme.fades_after_months",
    "programme.breadth_effect",
    "programme.partial_probability",
    "effects.advocacy.reputation",
    "customers.count",
    "effects.loyalty.influenceable",
    "effects.connection.saturation",
    "effects.experience.complaint_gain",
    "effects.employees.engagement_gain",
    "effects.advocacy.new_per_connected",
    "effects.advocacy.incremental",
    "effects.experience.core_people",
    "effects.experience.individual_people",
    "experience.failure_rate",
    "cost_to_serve.failure",
    "cost_to_serve.contact",
    "employees.replacement_cost",
    "effects.employees.turnover_ratio",
    "market.rivals_half_life_years",
    "programme.partial_delivery",
    "programme.fade_months",
    "effects.spend.connected",
    "effects.loyalty.odds.connected",
    "programme.diminishing",
    "programme.intensity",
    "market.volatility",
    "finance.discount_rate",
    "cost_to_serve.complaint",
    "customers.annual_acquisition",
    "customers.capacity",
    "customers.contacts_per_month",
    "customers.market_size",
    "customers.mix.connected",
    "customers.mix.distinctive",
    "customers.mix.satisfied",
    "customers.mix.unconnected",
    "customers.nps.detractors",
    "customers.nps.passives",
    "customers.nps.promoters",
    "customers.social_value_per_year",
    "effects.advocacy.entry_mix.connected",
    "effects.advocacy.entry_mix.distinctive",
    "effects.advocacy.entry_mix.satisfied",
    "effects.advocacy.entry_mix.unconnected",
    "effects.advocacy.referral_share",
    "effects.advocacy.referred_mix.connected",
    "effects.advocacy.referred_mix.distinctive",
    "effects.advocacy.referred_mix.satisfied",
    "effects.advocacy.referred_mix.unconnected",
    "effects.connection.weight_recovered",
    "effects.connection.weight_surprising",
    "effects.connection.weight_unrecovered",
    "effects.employees.absence_ratio",
    "effects.employees.customer_echo",
    "effects.employees.lag_months",
    "effects.employees.novice_penalty",
    "effects.employees.partner_gain",
    "effects.excellence.weakest_link",
    "effects.experience.basics_gate",
    "effects.experience.complaint_people",
    "effects.experience.surprising_gain",
    "effects.experience.surprising_people",
    "effects.experience.voice_gain",
    "effects.loyalty.odds.distinctive",
    "effects.loyalty.odds.unconnected",
    "effects.spend.distinctive",
    "effects.spend.unconnected",
    "employees.absence",
    "employees.annual_turnover",
    "employees.engaged",
    "employees.headcount",
    "employees.onboarding_months",
    "employees.salary_per_year",
    "excellence.now.culture",
    "excellence.now.design",
    "excellence.now.feedback",
    "excellence.now.innovation",
    "excellence.now.leadership",
    "excellence.now.listening",
    "excellence.now.people",
    "excellence.now.processes",
    "excellence.now.vision",
    "experience.individual",
    "experience.recovered",
    "experience.repeat_contacts",
    "experience.surprising",
    "experience.voiced",
    "finance.depreciation_years",
    "finance.inflation",
    "finance.tax_rate",
    "finance.terminal_years",
    "market.year.1",
    "market.year.2",
    "market.year.3",
    "market.year.4",
    "market.year.5",
    "partners.engaged",
    "partners.touchpoint_share",
    "programme.harm",
    "programme.harm_probability",
    "programme.start_month.culture",
    "programme.start_month.design",
    "programme.start_month.feedback",
    "programme.start_month.innovation",
    "programme.start_month.leadership",
    "programme.start_month.listening",
    "programme.start_month.people",
    "programme.start_month.processes",
    "programme.start_month.vision",
    "programme.target.culture",
    "programme.target.design",
    "programme.target.feedback",
    "programme.target.innovation",
    "programme.target.leadership",
    "programme.target.listening",
    "programme.target.people",
    "programme.target.processes",
    "programme.target.vision",
    "customers.nps",
    "customers.score",
    "effects.channels.counter",
    "effects.channels.contacts",
    "effects.channels.productivity",
    "effects.channels.cashed",
    "programme.gate.survey",
];

/// Where the names that users give begin in a case of the chain: behind the model's own, with room for more of those.
const FIRST_OWN: u16 = 160;

/// The same cases as rivals that are drawn together: a name is the same unknown in all of them, and no two names have a
/// dimension in common, which would tie them to each other.
///
/// A case that is drawn by itself gives its own names the next dimensions by itself, so every study that sets draws of
/// several cases against one another begins here. Names beyond the last dimension are stratified alone.
pub fn side_by_side(scenarios: &[Scenario]) -> Vec<Scenario> {
    let own = Arc::new(own_dimensions(scenarios));
    scenarios.iter().map(|scenario| scenario.with_dimensions(Some(own.clone()))).collect()
}

/// The dimensions of the names that the users of these cases gave, by name, so that the order of cases does not matter.
pub(super) fn own_dimensions(scenarios: &[Scenario]) -> Dimensions {
    let chain = scenarios.iter().any(|scenario| matches!(scenario.project(), Project::Chain(_)));
    let finance: Vec<Option<u16>> = finance_catalogue().iter().map(|input| dimension(&input.path())).collect();
    let mut free = (0..DIMENSIONS).filter(|d| if chain { *d >= FIRST_OWN } else { !finance.contains(&Some(*d)) });
    let names: BTreeSet<&str> = scenarios.iter().flat_map(Scenario::assumptions).map(|a| a.path.as_str()).collect();
    let own = names.into_iter().filter(|name| dimension(name).is_none());
    own.map_while(|name| Some((name.to_owned(), free.next()?))).collect()
}

/// The dimension of an input of the model, from 0; none for names that users give.
pub fn dimension(name: &str) -> Option<u16> {
    ORDER.iter().position(|known| *known == name).and_then(|place| u16::try_from(place).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain;

    #[test]
    fn every_input_of_the_model_has_a_dimension_of_its_own() {
        for input in chain::catalogue().iter().chain(&finance_catalogue()) {
            assert!(dimension(&input.path()).is_some(), "{} needs a place at the end of ORDER", input.path());
        }
        let mut names = ORDER.to_vec();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ORDER.len());
        assert!(ORDER.len() <= usize::from(FIRST_OWN));
    }
}
