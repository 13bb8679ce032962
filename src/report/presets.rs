//! The sectors to start from, as a list to read.

use super::format::{money, pad, percent, whole};
use crate::scenario::{Scenario, presets};
use anstyle::Style;
use serde_json::{Value, json};
use std::fmt::Write;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// One line a preset: what it is, how large, and how much of the bond is made in contacts.
pub fn text() -> String {
    let heads =
        format!("{:<22}{:>12}{:>14}{:>10}{:>9}{:>9}{:>10}", "Preset", "customers", "revenue each", "employees", "churn", "score", "contact");
    let mut out = format!("{BOLD}{heads}{BOLD:#}\n");
    for preset in all() {
        let revenue = if preset.revenue == 0.0 { "public".to_owned() } else { money("EUR", preset.revenue) };
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{}{:>12}{revenue:>14}{:>10}{:>9}{:>9.1}{:>10.1}",
            pad(preset.name, 22),
            whole(preset.customers),
            whole(preset.employees),
            percent(preset.churn),
            preset.rating,
            preset.contact_intensity
        );
    }
    out.push_str(&format!(
        "\n{DIM}contact: how much of the bond is made in service contacts, 0 to 1. Start with: delight new my-case.toml --preset NAME\n\
         Every number of a preset is a stand-in for your own; delight check lists them with source and grade.{DIM:#}"
    ));
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
    let mix = crate::chain::connection::STATES.map(|state| of(&format!("customers.mix.{state}")));
    let sum: f64 = mix.iter().sum();
    let rating = mix.iter().zip(crate::chain::connection::SCORES).map(|(share, score)| share * score / sum).sum();
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
