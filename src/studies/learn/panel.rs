//! A panel of own units: what each counted in each period.

use super::period::{Period, step};
use super::sums::Grid;
use super::table::{CellRule, OwnData, Table, Wrong};
use delight_model::scenario::{Diagnostics, hidden_letter};
use std::collections::{BTreeMap, BTreeSet};

/// The columns of a panel besides `unit` and `period`, and the values that each may have.
pub const COLUMNS: [(&str, CellRule); 20] = [
    ("engaged", CellRule::SHARE),
    ("engaged_n", CellRule::BASE),
    ("staff", CellRule::BASE),
    ("leavers", CellRule::COUNT),
    ("absence", CellRule::SHARE),
    ("rating", CellRule::RATING),
    ("rating_n", CellRule::BASE),
    ("rating_sd", CellRule::BASE),
    ("promoters", CellRule::COUNT),
    ("passives", CellRule::COUNT),
    ("detractors", CellRule::COUNT),
    ("customers", CellRule::BASE),
    ("lost", CellRule::COUNT),
    ("revenue", CellRule::BASE),
    ("contacts", CellRule::COUNT),
    ("failures", CellRule::COUNT),
    ("voiced", CellRule::COUNT),
    ("recovered", CellRule::COUNT),
    ("new", CellRule::COUNT),
    ("referred", CellRule::COUNT),
];

/// Counts and what they are counted among; of the last two in each period month.
const BASES: [(&str, &str); 5] = [
    ("engaged_n", "staff"),
    ("failures", "contacts"),
    ("voiced", "failures"),
    ("recovered", "voiced"),
    ("referred", "new"),
];
const MONTHLY: [(&str, &str); 2] = [("leavers", "staff"), ("lost", "customers")];

/// Measures in which a column that never varies cannot be what it says.
const VARY: [&str; 5] = ["engaged", "absence", "rating", "leavers", "lost"];

/// A panel, checked: units by name, periods in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Names of the units, in order.
    pub units: Vec<String>,
    /// The periods as they were written, in order.
    pub periods: Vec<String>,
    /// Months of a period.
    pub months: usize,
    /// Values by unit and period; NaN where there is none.
    columns: BTreeMap<&'static str, Grid>,
    /// Rows of the file.
    pub rows: usize,
}

/// Where a row belongs.
struct Keyed {
    row: usize,
    unit: String,
    period: Period,
}

impl Panel {
    /// Reads a panel.
    ///
    /// # Errors
    /// All that is wrong with it at once.
    pub fn read(file: OwnData) -> Result<Panel, Box<Diagnostics>> {
        let known: Vec<&str> = ["unit", "period"].into_iter().chain(COLUMNS.map(|(name, _)| name)).collect();
        let mut table = Table::read(file, &known, &["note"]);
        let keys = table.required("unit").zip(table.required("period"));
        let keyed = keys.map_or_else(Vec::new, |keys| keyed(&mut table, keys));
        let (units, periods) = names(&keyed);
        let months = step(&mut table, &keyed_periods(&keyed));
        let mut panel = Panel {
            periods: periods.iter().map(|period| period.to_string()).collect(),
            months,
            columns: BTreeMap::new(),
            rows: table.rows(),
            units,
        };
        for (name, rule) in COLUMNS {
            panel.fill(&mut table, name, rule, &keyed, &periods);
        }
        panel.check_bases(&mut table, &keyed, &periods);
        panel.check_variation(&mut table);
        match table.into_faults() {
            Some(faults) => Err(Box::new(faults)),
            None => Ok(panel),
        }
    }

    fn fill(&mut self, table: &mut Table, name: &'static str, rule: CellRule, keyed: &[Keyed], periods: &[Period]) {
        let Some(column) = table.column(name) else { return };
        let mut grid = vec![vec![f64::NAN; periods.len()]; self.units.len()];
        for key in keyed {
            let (u, t) = self.place(key, periods);
            grid[u][t] = table.number(key.row, column, &rule);
        }
        self.columns.insert(name, grid);
    }

    fn place(&self, key: &Keyed, periods: &[Period]) -> (usize, usize) {
        let unit = self.units.binary_search(&key.unit).unwrap_or_default();
        (unit, periods.binary_search(&key.period).unwrap_or_default())
    }

    fn check_bases(&self, table: &mut Table, keyed: &[Keyed], periods: &[Period]) {
        let months = self.months as f64;
        let all = BASES.iter().map(|(count, base)| (*count, *base, 1.0));
        for (count, base, times) in all.chain(MONTHLY.iter().map(|(count, base)| (*count, *base, months))) {
            let (Some(counts), Some(bases)) = (self.column(count), self.column(base)) else { continue };
            for key in keyed {
                let (u, t) = self.place(key, periods);
                let most = bases[u][t] * times;
                if counts[u][t] > most {
                    let found = table.column(count).map_or_else(String::new, |c| table.cell(key.row, c).to_owned());
                    let among =
                        if times == 1.0 { base.to_owned() } else { format!("{base} times the months of a period") };
                    let rule = format!("must be at most {among}: {most}");
                    let place = table.column(count).map(|column| (key.row, column));
                    table.wrong(place, count, Wrong { found: &found, rule, fix: None });
                }
            }
        }
    }

    fn check_variation(&self, table: &mut Table) {
        for name in VARY {
            let Some(grid) =
                self.column(name).filter(|_| table.is_sound() && self.units.len() * self.periods.len() > 2)
            else {
                continue;
            };
            let mut values = grid.iter().flatten().filter(|x| x.is_finite());
            let Some(first) = values.next() else { continue };
            if values.all(|x| x == first) {
                let rule = "must vary: it is the same in every row".to_owned();
                let fix = Some("leave the column out if it was not measured".to_owned());
                table.wrong(None, name, Wrong { found: &first.to_string(), rule, fix });
            }
        }
    }

    /// The values of a column by unit and period, if there is one.
    pub fn column(&self, name: &str) -> Option<&Grid> {
        self.columns.get(name)
    }

    /// Periods of a year; none where they do not fill it.
    pub fn per_year(&self) -> Option<usize> {
        (self.months > 0 && 12 % self.months == 0).then(|| 12 / self.months)
    }

    /// Whether its periods are quarters, months or neither: a word for them.
    pub fn rhythm(&self) -> &'static str {
        match self.months {
            1 => "months",
            3 => "quarters",
            _ => "periods",
        }
    }

    /// Places of the units that have a value of each of these columns in every period, and of the others.
    pub fn complete(&self, names: &[&str]) -> (Vec<usize>, Vec<usize>) {
        let whole = |u: &usize| {
            let has = |name: &&str| self.column(name).is_some_and(|grid| grid[*u].iter().all(|x| x.is_finite()));
            names.iter().all(has)
        };
        (0..self.units.len()).partition(whole)
    }
}

fn keyed(table: &mut Table, (unit, period): (usize, usize)) -> Vec<Keyed> {
    let (mut all, mut seen) = (Vec::new(), BTreeSet::new());
    for row in 0..table.rows() {
        let (name, written) = (table.cell(row, unit).to_owned(), table.cell(row, period).to_owned());
        if name.is_empty() {
            table.wrong(Some((row, unit)), "unit", Wrong { found: "", rule: "must be given".into(), fix: None });
        }
        if hidden_letter(&name).is_some() || name.chars().any(char::is_control) {
            let rule = "must have no letter that is not seen".to_owned();
            table.wrong(Some((row, unit)), "unit", Wrong { found: "", rule, fix: None });
        }
        let Some(period_read) = Period::read(&written) else {
            let rule = "must be a period: a quarter, a month or a whole number".to_owned();
            let fix = Some("write 2026-Q1, 2026-03 or 1".to_owned());
            table.wrong(Some((row, period)), "period", Wrong { found: &written, rule, fix });
            continue;
        };
        if !seen.insert((name.clone(), period_read)) {
            let found = format!("{name}, {written}");
            let rule = "must be given once, like every unit and period".to_owned();
            let fix = Some("add the two rows up, or remove one".to_owned());
            table.wrong(Some((row, unit)), "unit", Wrong { found: &found, rule, fix });
            continue;
        }
        all.push(Keyed { row, unit: name, period: period_read });
    }
    all
}

fn names(keyed: &[Keyed]) -> (Vec<String>, Vec<Period>) {
    let units: BTreeSet<&String> = keyed.iter().map(|key| &key.unit).collect();
    let periods: BTreeSet<Period> = keyed.iter().map(|key| key.period).collect();
    (units.into_iter().cloned().collect(), periods.into_iter().collect())
}

fn keyed_periods(keyed: &[Keyed]) -> Vec<(usize, Period)> {
    keyed.iter().map(|key| (key.row, key.period)).collect()
}
