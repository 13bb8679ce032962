//! The sectors to start from, as a list to read.

use crate::page::screen::{BOLD, DIM};
use crate::words::Words;
use crate::words::format::{pad, wrap};
use delight_model::scenario::{Scenario, presets};
use serde_json::{Value, json};
use std::fmt::Write;

/// One line a preset: what it is, how large, and how much of the bond is made in contacts.
pub fn text(words: Words) -> String {
    let [customers, revenue, employees, churn, score, contact] = [
        words.say("presets-heads-customers"),
        words.say("presets-heads-revenue"),
        words.say("presets-heads-employees"),
        words.say("presets-heads-churn"),
        words.say("presets-heads-score"),
        words.say("presets-heads-contact"),
    ];
    let first = pad(&words.say("presets-heads-preset"), 22);
    let mut out =
        format!("{BOLD}{first}{customers:>12}{revenue:>16}{employees:>13}{churn:>10}{score:>8}{contact:>10}{BOLD:#}\n");
    for preset in all() {
        let revenue =
            if preset.revenue == 0.0 { words.say("presets-public") } else { words.money("EUR", preset.revenue) };
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{}{:>12}{revenue:>16}{:>13}{:>10}{:>8}{:>10}",
            pad(preset.name, 22),
            words.whole(preset.customers),
            words.whole(preset.employees),
            words.percent(preset.churn),
            words.signed(preset.rating, 1),
            words.signed(preset.contact_intensity, 1)
        );
    }
    for note in [words.say("presets-contact-note"), words.say("presets-replace-note")] {
        out.push_str(&format!("\n{DIM}{}{DIM:#}", wrap(&note, 100, "")));
    }
    out
}

/// The same as JSON.
pub fn json() -> String {
    let entries: Vec<Value> = all()
        .iter()
        .map(|p| {
            json!({
                "preset": p.name, "title": p.title, "customers": p.customers, "revenue_per_year": p.revenue,
                "headcount": p.employees, "annual_churn": p.churn, "rating": p.rating,
                "contact_intensity": p.contact_intensity,
            })
        })
        .collect();
    serde_json::to_string_pretty(&entries).expect("names and numbers only")
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
    let scenario = Scenario::from_text(name, presets::text(name)?).ok()?;
    let of = |path: &str| scenario.point(path).unwrap_or(f64::NAN);
    let mix = delight_model::chain::connection::STATES.map(|state| of(&format!("customers.mix.{state}")));
    let sum: f64 = mix.iter().sum();
    let rating =
        mix.iter().zip(delight_model::chain::connection::SCORES).map(|(share, score)| share * score / sum).sum();
    Some(Facts {
        name,
        title: scenario.name.clone(),
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
    fn every_preset_is_a_case_that_loads() {
        assert_eq!(all().len(), presets::names().len());
    }
}
