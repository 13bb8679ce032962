//! What is given on the sheet of the case: named inputs, and the lines of costs or flows, with where they come from.

use super::look::Look;
use super::term::Term;
use crate::documents::ledger::place;
use crate::documents::points::{Lines, PointValues};
use crate::words::Words;
use delight_model::finance::costs::WIND_DOWN_MONTHS;
use delight_model::scenario::LedgerRow;

/// The row, from 0, of the first input.
pub const FIRST_INPUT: u32 = 20;
/// Columns of a line: amount, first month, last month, growth a year, months from one payment to the next.
pub const LINE_COLUMNS: [u16; 5] = [1, 6, 7, 8, 9];

/// A month that no case reaches.
pub const NEVER: f64 = 9999.0;

/// Tables whose members mean the same, each of another state.
const BY_STATE: [&str; 3] = ["customers.mix", "effects.advocacy.entry_mix", "effects.advocacy.referred_mix"];
/// Tables whose members mean the same, each of another element.
const BY_ELEMENT: [&str; 3] = ["excellence.now", "programme.target", "programme.start_month"];

/// What an input holds.
#[derive(Clone, Debug)]
pub enum Holds {
    /// A number that may be changed.
    Given(f64),
    /// A number that is the same whatever is changed.
    Fixed(f64),
    /// A formula from other inputs.
    Formula(Term),
    /// Nothing: it is the heading of those below it.
    Heading,
}

/// One named cell.
#[derive(Clone, Debug)]
pub struct Input {
    /// The name by which formulas call it.
    pub name: String,
    /// What it means.
    pub meaning: String,
    /// Its unit.
    pub unit: String,
    /// Grade of the evidence; empty where it is computed.
    pub grade: String,
    /// Where it comes from; empty where it is computed.
    pub source: String,
    /// What it holds.
    pub holds: Holds,
    /// How it looks.
    pub look: Look,
}

/// The inputs of valuation.
#[derive(Clone, Debug)]
pub struct Finance {
    /// `finance.discount_rate`, a year.
    pub discount_rate: Term,
    /// (1 + discount_rate)^(1/12) − 1.
    pub monthly_rate: Term,
    /// `finance.tax_rate`.
    pub tax_rate: Term,
    /// `finance.depreciation_years`.
    pub depreciation_years: Term,
    /// `finance.terminal_years`.
    pub terminal_years: Term,
}

/// The inputs by which drivers of the chain become money.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "each is the input of its name")]
pub struct Operations {
    pub inflation: Term,
    pub margin: Term,
    /// S: spend a month of a customer with multiple 1.
    pub unit_spend: Term,
    pub contacts: Term,
    pub repeat_contacts: Term,
    pub contact: Term,
    pub failure: Term,
    pub complaint: Term,
    pub headcount: Term,
    pub salary: Term,
    pub replacement: Term,
    pub social: Term,
    pub overrun: Term,
    pub intensity: Term,
    /// The last month in which the programme costs anything.
    pub costs_end: Term,
    /// The channels that are left out by default; none where the case leaves them all out.
    pub channels: Option<ChannelInputs>,
}

/// What the channels that are left out by default bring.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "each is the input of its name")]
pub struct ChannelInputs {
    pub counter: Term,
    pub contacts: Term,
    pub productivity: Term,
    pub cashed: Term,
}

/// One line of costs or flows: the cells that formulas refer to, and where its amount comes from.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// Its place in the case.
    pub place: usize,
    /// Amount; first and last month; growth a year; months from one payment to the next.
    pub cells: [Term; 5],
    /// What is known of its amount.
    pub row: LedgerRow,
    /// Whether it is written off.
    pub capital: bool,
    /// Whether it is an outlay.
    pub outlay: bool,
}

/// The inputs of a case while they are listed.
pub struct Inputs<'a> {
    sheet: String,
    rows: &'a [LedgerRow],
    /// The language.
    pub words: Words,
    /// In the order in which they stand on the sheet.
    pub all: Vec<Input>,
}

impl<'a> Inputs<'a> {
    /// None yet, for a sheet of this name.
    pub fn new(rows: &'a [LedgerRow], sheet: &str, words: Words) -> Self {
        Inputs { sheet: sheet.to_owned(), rows, words, all: Vec::new() }
    }

    /// What is known of the input of this path; none where the case does not have it.
    pub fn row(&self, path: &str) -> Option<&'a LedgerRow> {
        self.rows.iter().find(|row| row.path == path)
    }

    /// Lists the input of this path; one that the case does not have counts as nothing.
    pub fn given(&mut self, name: impl Into<String>, path: &str, look: Look) -> Term {
        let Some(row) = self.row(path) else { return Term::number(0.0) };
        let (name, value) = (name.into(), row.p50);
        self.all.push(Input {
            name: name.clone(),
            meaning: self.meaning(path, row),
            unit: self.words.unit(&row.unit),
            grade: row.grade.to_owned(),
            source: provenance(row, self.words),
            holds: Holds::Given(value),
            look,
        });
        Term::reference(name, value)
    }

    /// What an input means; one of a table by state or element says of which.
    fn meaning(&self, path: &str, row: &LedgerRow) -> String {
        let meaning = self.words.meaning(path, &row.meaning);
        match path.rsplit_once('.') {
            Some((table, state)) if BY_STATE.contains(&table) => {
                format!("{meaning}: {}", self.words.say_of("state", state))
            }
            Some((table, element)) if BY_ELEMENT.contains(&table) => {
                format!("{meaning}: {}", self.words.say_of("element", element))
            }
            _ => meaning,
        }
    }

    /// Lists a number that the simulation or a formula gives.
    pub fn computed(
        &mut self,
        name: impl Into<String>,
        (meaning, unit): (String, String),
        holds: Holds,
        look: Look,
    ) -> Term {
        let value = match &holds {
            Holds::Given(x) | Holds::Fixed(x) => *x,
            Holds::Formula(term) => term.value(),
            Holds::Heading => f64::NAN,
        };
        let (name, grade, source) = (name.into(), String::new(), String::new());
        self.all.push(Input { name: name.clone(), meaning, unit, grade, source, holds, look });
        Term::reference(name, value)
    }

    /// The inputs of valuation.
    pub fn finance(&mut self) -> Finance {
        let discount_rate = self.given("discount_rate", "finance.discount_rate", Look::Share);
        let monthly = (1.0 + &discount_rate).power(&(Term::number(1.0) / 12.0)) - 1.0;
        let said = (self.words.say("book-monthly-rate"), self.words.say("book-unit-share-month"));
        Finance {
            monthly_rate: self.computed("monthly_rate", said, Holds::Formula(monthly), Look::Decimal),
            tax_rate: self.given("tax_rate", "finance.tax_rate", Look::Share),
            depreciation_years: self.given("depreciation_years", "finance.depreciation_years", Look::Plain),
            terminal_years: self.given("terminal_years", "finance.terminal_years", Look::Plain),
            discount_rate,
        }
    }

    /// The inputs by which drivers become money.
    pub fn operations(&mut self, points: &PointValues) -> Operations {
        let mean_multiple = points.series(0, "volume").zip(points.series(0, "customers"));
        let mean_multiple = mean_multiple.and_then(|(v, n)| Some(v.first()? / n.first()?)).unwrap_or(f64::NAN);
        let mean_multiple = Term::reference("mean_multiple", mean_multiple);
        Operations {
            inflation: self.given("inflation", "finance.inflation", Look::Share),
            margin: self.given("margin", "finance.margin", Look::Share),
            unit_spend: self.unit_spend(mean_multiple),
            contacts: self.given("contacts_per_month", "customers.contacts_per_month", Look::Plain),
            repeat_contacts: self.given("repeat_contacts", "experience.repeat_contacts", Look::Plain),
            contact: self.given("contact_cost", "cost_to_serve.contact", Look::Cents),
            failure: self.given("failure_cost", "cost_to_serve.failure", Look::Cents),
            complaint: self.given("complaint_cost", "cost_to_serve.complaint", Look::Cents),
            headcount: self.given("headcount", "employees.headcount", Look::Count),
            salary: self.given("salary_per_year", "employees.salary_per_year", Look::Money),
            replacement: self.given("replacement_cost", "employees.replacement_cost", Look::Money),
            social: self.given("social_value_per_year", "customers.social_value_per_year", Look::Cents),
            overrun: self.given("cost_overrun", "programme.cost_overrun", Look::Plain),
            intensity: self.given("intensity", "programme.intensity", Look::Plain),
            costs_end: self.costs_end(points),
            // The trace has their way only where one of them is switched on.
            channels: points.series(1, "ramp").is_some().then(|| ChannelInputs {
                counter: self.given("counter", "effects.channels.counter", Look::Decimal),
                contacts: self.given("avoided_contacts", "effects.channels.contacts", Look::Decimal),
                productivity: self.given("productivity", "effects.channels.productivity", Look::Decimal),
                cashed: self.given("cashed", "effects.channels.cashed", Look::Decimal),
            }),
        }
    }

    /// S = revenue_per_year / 12 / M̄_0.
    fn unit_spend(&mut self, mean_multiple: Term) -> Term {
        let words = self.words;
        let revenue = self.given("revenue_per_year", "customers.revenue_per_year", Look::Cents);
        let spend = Holds::Formula(revenue / 12.0 / mean_multiple);
        let said = (words.say("book-unit-spend"), words.say("book-unit-spend-unit"));
        self.computed("unit_spend", said, spend, Look::Cents)
    }

    /// Costs stop a little after the programme does.
    fn costs_end(&mut self, points: &PointValues) -> Term {
        let months = Term::number(points.months as f64);
        let stop = points.stop_month.map_or(NEVER, |stop| stop as f64);
        let end = (Term::reference("stop_month", stop) + WIND_DOWN_MONTHS).min(&months);
        let said = (self.words.say("book-costs-end"), self.words.say("book-month"));
        self.computed("costs_end", said, Holds::Formula(end), Look::Plain)
    }

    /// The row of the headings of the lines, which stand below the inputs.
    pub fn line_headings(&self) -> u32 {
        FIRST_INPUT + self.all.len() as u32 + 2
    }

    /// The lines of costs or flows, in the order of the case. All inputs must have been listed.
    pub fn lines(&self, lines: &Lines) -> Vec<Line> {
        let line = |place: usize, name: &str, path: String, values: [f64; 5], capital: bool| {
            let excel_row = self.line_headings() + 2 + place as u32;
            let cell = |i: usize| {
                let column = rust_xlsxwriter::utility::column_number_to_name(LINE_COLUMNS[i]);
                Term::reference(format!("{}!${column}${excel_row}", self.sheet), values[i])
            };
            let row = self.row(&path)?.clone();
            let cells = std::array::from_fn(cell);
            Some(Line { name: name.to_owned(), place, cells, row, capital, outlay: true })
        };
        let point = |path: &str| self.row(path).map_or(f64::NAN, |row| row.p50);
        match lines {
            Lines::Costs(costs) => {
                let of = |(place, item): (usize, &delight_model::finance::costs::CostItem)| {
                    let path = format!("programme.costs.{}", item.name);
                    let (from, to) = item.span();
                    line(
                        place,
                        &item.name,
                        path.clone(),
                        [point(&path), from as f64, to as f64, 0.0, 1.0],
                        item.capital,
                    )
                };
                costs.iter().enumerate().filter_map(of).collect()
            }
            Lines::Flows(flows) => {
                let of = |(place, flow): (usize, &delight_model::finance::flows::Flow)| {
                    let (amount, growth) =
                        (format!("flows.{}.amount", flow.name), format!("flows.{}.growth", flow.name));
                    let (from, to, every) = flow.span();
                    let values = [point(&amount), from as f64, to as f64, point(&growth), every as f64];
                    let line = line(place, &flow.name, amount, values, flow.capital)?;
                    Some(Line { outlay: flow.is_outlay(values[0]), ..line })
                };
                flows.iter().enumerate().filter_map(of).collect()
            }
        }
    }
}

/// Source, note and place of a number in one text.
pub fn provenance(row: &LedgerRow, words: Words) -> String {
    let parts = [words.source(&row.source), words.phrase(&row.note), place(row, words)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
