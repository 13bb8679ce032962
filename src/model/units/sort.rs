//! What a number counts: it decides whether a point or a comma in it may set thousands apart, and whether it may be in percent.

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sort {
    /// An amount of money, also for each of something or a year.
    Money,
    /// A number of people or answers: customers, employees, full-time equivalents; trials of a run.
    Count,
    /// Points of 0 to 10.
    Score,
    /// All else: shares, rates, months, years, factors, contacts of a customer.
    Ratio,
}

/// Units of what is counted one by one.
const COUNTED: [&str; 4] = ["customers", "employees", "full-time equivalents", "answers"];

impl Sort {
    /// That of a unit as inputs have it: `money per employee a year`, `customers`, `share a year`.
    pub fn of_unit(unit: &str) -> Sort {
        match unit {
            "0–10" => Sort::Score,
            _ if unit.starts_with("money") => Sort::Money,
            _ if COUNTED.contains(&unit) => Sort::Count,
            _ => Sort::Ratio,
        }
    }

    /// Whether `900.000` may be meant as nine hundred thousand.
    pub const fn is_large(self) -> bool {
        matches!(self, Sort::Money | Sort::Count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flow_of_customers_is_a_rate_and_what_they_pay_is_money() {
        for (unit, sort) in [
            ("customers", Sort::Count),
            ("employees", Sort::Count),
            ("customers a year", Sort::Ratio),
            ("money per customer a year", Sort::Money),
            ("contacts per customer a month", Sort::Ratio),
            ("months", Sort::Ratio),
            ("0–10", Sort::Score),
        ] {
            assert_eq!(Sort::of_unit(unit), sort, "{unit}");
        }
    }
}
