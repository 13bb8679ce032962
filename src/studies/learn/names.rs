//! What the sources of learned inputs are called.

use super::panel::Panel;
use std::collections::BTreeSet;

/// The files, by name, with what was read of them.
pub struct Names<'a> {
    /// Units by period.
    pub panel: (&'a str, &'a Panel),
    /// Customers, and how many.
    pub customers: Option<(&'a str, usize)>,
    /// Staff, and how many.
    pub staff: Option<(&'a str, usize)>,
}

impl Names<'_> {
    /// The source of a level.
    pub fn panel(&self) -> String {
        let (name, panel) = self.panel;
        let (units, periods) = (panel.units.len(), panel.periods.len());
        format!("own data: {name}, {units} units, {periods} {}", panel.rhythm())
    }

    fn of_link(&self, link: &str) -> String {
        let people = |of: Option<(&str, usize)>, what: &str| {
            let (name, count) = of.unwrap_or_default();
            format!("own data: {name}, {count} {what}")
        };
        match link {
            "rating_stay" | "states_stay" | "states_spend" => people(self.customers, "customers"),
            "staff_leave" => people(self.staff, "employees"),
            _ => format!("{}, within units", self.panel()),
        }
    }

    /// The sources of all links that weighed an input.
    pub fn of_links<'b>(&self, links: impl Iterator<Item = &'b str>) -> String {
        let distinct: BTreeSet<String> = links.map(|link| self.of_link(link)).collect();
        let all: Vec<String> = distinct.into_iter().collect();
        let rest = all.iter().skip(1).filter_map(|source| source.strip_prefix("own data: ")).map(|s| format!("; {s}"));
        format!("{}{}", all.first().map_or("", String::as_str), rest.collect::<String>())
    }
}
