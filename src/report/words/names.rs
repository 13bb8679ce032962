//! Which inputs have a short name: what people call them in a sentence, where their meaning is the explanation.

use super::Words;

/// The paths of inputs with a short name.
pub const SHORT_NAMES: [&str; 78] = [
    "effects.excellence.weakest_link",
    "programme.intensity",
    "programme.diminishing",
    "programme.embed_months",
    "programme.fade_months",
    "programme.success_probability",
    "programme.breadth_effect",
    "programme.partial_probability",
    "programme.partial_delivery",
    "programme.harm_probability",
    "programme.harm",
    "programme.fades_after_months",
    "programme.cost_overrun",
    "employees.engaged",
    "employees.annual_turnover",
    "employees.absence",
    "employees.onboarding_months",
    "employees.headcount",
    "employees.salary_per_year",
    "employees.replacement_cost",
    "partners.engaged",
    "partners.touchpoint_share",
    "effects.employees.engagement_gain",
    "effects.employees.partner_gain",
    "effects.employees.customer_echo",
    "effects.employees.lag_months",
    "effects.employees.turnover_ratio",
    "effects.employees.absence_ratio",
    "effects.employees.novice_penalty",
    "customers.contacts_per_month",
    "experience.failure_rate",
    "experience.voiced",
    "experience.recovered",
    "experience.individual",
    "experience.surprising",
    "experience.repeat_contacts",
    "effects.experience.basics_gate",
    "effects.experience.core_gain",
    "effects.experience.core_people",
    "effects.experience.voice_gain",
    "effects.experience.complaint_gain",
    "effects.experience.complaint_people",
    "effects.experience.individual_gain",
    "effects.experience.individual_people",
    "effects.experience.surprising_gain",
    "effects.experience.surprising_people",
    "customers.count",
    "customers.score",
    "effects.connection.weight_surprising",
    "effects.connection.weight_recovered",
    "effects.connection.weight_unrecovered",
    "effects.connection.half_life_months",
    "effects.connection.contact_intensity",
    "effects.connection.saturation",
    "customers.annual_churn",
    "effects.causal_share",
    "effects.loyalty.influenceable",
    "customers.market_size",
    "customers.annual_acquisition",
    "effects.advocacy.referral_share",
    "effects.advocacy.reputation",
    "effects.advocacy.new_per_connected",
    "effects.advocacy.incremental",
    "customers.revenue_per_year",
    "customers.capacity",
    "customers.social_value_per_year",
    "effects.spend.price_per_point",
    "cost_to_serve.contact",
    "cost_to_serve.failure",
    "cost_to_serve.complaint",
    "finance.margin",
    "finance.inflation",
    "finance.discount_rate",
    "finance.tax_rate",
    "finance.depreciation_years",
    "finance.terminal_years",
    "market.rivals_half_life_years",
    "market.volatility",
];

impl Words {
    /// What the input of this path is called; none where its meaning is its name.
    pub fn short_name(self, path: &str) -> Option<String> {
        SHORT_NAMES.contains(&path).then(|| self.say_of("name", &path.replace('.', "-")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::chain;
    use delight_model::scenario::{Language, finance_catalogue};
    use std::collections::BTreeSet;

    #[test]
    fn a_short_name_is_that_of_one_input_only_and_shorter_than_its_meaning() {
        let inputs: Vec<_> = chain::catalogue().into_iter().chain(finance_catalogue()).collect();
        for language in Language::ALL {
            let words = Words::new(language);
            let names: BTreeSet<String> = SHORT_NAMES.iter().filter_map(|path| words.short_name(path)).collect();
            assert_eq!(names.len(), SHORT_NAMES.len(), "{language:?}: two inputs have one name");
            assert!(names.iter().all(|name| name.chars().count() <= 48), "{names:?}");
        }
        let known: BTreeSet<String> = inputs.iter().map(|input| input.path()).collect();
        let odd: Vec<&&str> = SHORT_NAMES.iter().filter(|path| !known.contains(**path)).collect();
        let others = ["programme.cost_overrun", "customers.score"];
        assert!(odd.iter().all(|path| others.contains(path)), "{odd:?}");
    }
}
