//! The sectors to start from, as a list to read.

use crate::page::content::{Page, Setting};
use crate::page::table::{Row, Table};
use crate::words::Words;
use delight_model::scenario::{Scenario, presets};
use serde_json::{Value, json};

/// One line a preset: what it is, how large, and how much of the bond is made in contacts.
pub fn page(words: Words) -> Page {
    let heads = Table::new(&words.say("presets-heads-preset"), 22)
        .numbers(&words.say("presets-heads-customers"), 12)
        .numbers(&words.say("presets-heads-revenue"), 16)
        .numbers(&words.say("presets-heads-employees"), 13)
        .numbers(&words.say("presets-heads-churn"), 10)
        .numbers(&words.say("presets-heads-score"), 8)
        .numbers(&words.say("presets-heads-contact"), 10);
    let row = |preset: Facts| {
        let revenue = match preset.revenue {
            0.0 => words.say("presets-public"),
            revenue => words.money("EUR", revenue),
        };
        let (customers, employees) = (words.whole(preset.customers), words.whole(preset.employees));
        let row = Row::new(preset.name).cells([customers, revenue, employees, words.percent(preset.churn)]);
        row.cells([words.signed(preset.rating, 1), words.signed(preset.contact_intensity, 1)])
    };
    let mut page = Page::about("", "EUR", words).set(Setting::FLUSH);
    page.table(heads.rows(all().into_iter().map(row)));
    page.gap();
    page.remark(&words.say("presets-contact-note"));
    page.remark(&words.say("presets-replace-note"));
    page
}

/// The same as JSON.
pub fn json() -> String {
    let entries: Vec<Value> = all()
        .iter()
        .map(|p| {
            json!({
                "preset": p.name, "title": p.title, "customers": tidy(p.customers),
                "revenue_per_year": tidy(p.revenue), "headcount": tidy(p.employees), "annual_churn": tidy(p.churn),
                "rating": tidy(p.rating), "contact_intensity": tidy(p.contact_intensity),
            })
        })
        .collect();
    serde_json::to_string_pretty(&entries).expect("names and numbers only")
}

/// A median without what its computation has left in the last digits: 350 and not 349.9999999999999.
fn tidy(x: f64) -> f64 {
    format!("{x:.11e}").parse().unwrap_or(x)
}

struct Facts {
    name: &'static str,
    title: String,
    customers: f64,
    revenue: f64,
    employees: f64,
    churn: f64,
    rating: f64,
    contact_intensity: f64,
}

/// Every preset at its medians; a test proves that each loads.
fn all() -> Vec<Facts> {
    presets::names().into_iter().filter_map(facts).collect()
}

fn facts(name: &'static str) -> Option<Facts> {
    let scenario = Scenario::from_text(name, &format!("[case]\npreset = {name:?}\n")).ok()?;
    let of = |path: &str| scenario.point(path).unwrap_or(f64::NAN);
    let mix = delight_model::chain::connection::STATES.map(|state| of(&format!("customers.mix.{state}")));
    let sum: f64 = mix.iter().sum();
    let rating = mix.iter().zip(delight_model::chain::survey::SCORES).map(|(share, score)| share * score / sum).sum();
    Some(Facts {
        name,
        title: scenario.name().to_owned(),
        customers: of("customers.count"),
        revenue: of("customers.revenue_per_year"),
        employees: of("employees.headcount"),
        churn: of("customers.annual_churn"),
        rating,
        contact_intensity: of("effects.connection.contact_intensity"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_are_written_without_what_rounding_left_of_them() {
        assert_eq!(tidy(349.999_999_999_999_9), 350.0);
        assert_eq!(tidy(0.1 + 0.2), 0.3);
        let longest = |x: &Value| x.to_string().trim_start_matches("0.").replace('.', "").len();
        let all: Vec<Value> = serde_json::from_str(&json()).expect("a list");
        assert!(all.len() > 10);
        for value in all.iter().filter_map(Value::as_object).flat_map(|of| of.values()).filter(|x| x.is_number()) {
            assert!(longest(value) <= 14, "{value}");
        }
    }

    #[test]
    fn every_preset_is_a_case_that_loads() {
        assert_eq!(all().len(), presets::names().len());
    }
}
