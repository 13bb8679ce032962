//! From benefit and cost to cash, and from cash to the measures of a controller, all by formula.

use super::grid::{Grid, Handle, Heading};
use super::inputs::Finance;
use super::look::Look;
use super::range::{Range, annuity};
use super::term::{CellValue, SheetCell, Term, quoted};
use crate::documents::points::PointValues;
use crate::words::Words;
use delight_model::finance::zero::NOTHING;
use delight_model::simulate::Measure;

/// Where benefit and cost stand in the grid.
#[derive(Clone, Copy, Debug)]
pub struct Booked {
    /// The month, from 0.
    pub month: Handle,
    /// Benefit before tax.
    pub benefit: Handle,
    /// The part of it that is not taxed, if there may be one.
    pub untaxed: Option<Handle>,
    /// Cost before tax, capital included.
    pub cost: Handle,
    /// Capital of the start, in month 0 only.
    pub capital: Handle,
}

/// Where the way to cash stands in the grid.
#[derive(Clone, Copy, Debug)]
pub struct Books {
    booked: Booked,
    cash: Handle,
    /// d(t).
    pub discount: Handle,
    /// Cumulative cash.
    pub cumulative: Handle,
    cumulative_value: Handle,
}

/// One measure of the case.
#[derive(Clone, Debug)]
pub struct Measured {
    /// Which.
    pub measure: Measure,
    /// Its name.
    pub name: String,
    /// Its formula.
    pub cell: SheetCell,
    /// What the program itself found; none where there is none.
    pub simulated: Option<f64>,
    /// How it looks.
    pub look: Look,
}

impl Books {
    /// Adds the columns from benefit and cost to cumulative present value.
    pub fn add(grid: &mut Grid, booked: Booked, finance: &Finance, (currency, words): (&str, Words)) -> Self {
        let amount = |name: String| Heading::new(name, currency, Look::Amount);
        grid.band(words.say("book-band-cash"));
        let depreciation = depreciation(grid, booked, finance, amount(words.say("book-depreciation")));
        let taxable = grid.formulas(amount(words.say("book-taxable")), 0, |g, t| {
            let untaxed = booked.untaxed.map(|column| g.at(column, t));
            let benefit = g.at(booked.benefit, t);
            let taxed = untaxed.map_or(benefit.clone(), |untaxed| benefit - untaxed) - g.at(booked.cost, t);
            if t == 0 { taxed + g.at(booked.capital, t) } else { taxed - g.at(depreciation, t) }
        });
        let tax = grid.formulas(amount(words.say("book-tax")), 0, |g, t| &finance.tax_rate * g.at(taxable, t));
        let cash = grid.formulas(amount(words.say("book-cash")), 0, |g, t| {
            g.at(booked.benefit, t) - g.at(booked.cost, t) - g.at(tax, t)
        });
        let discount = Heading::new(words.say("book-discount"), words.say("book-unit-ratio"), Look::Decimal);
        let discount = grid
            .formulas(discount, 0, |g, t| 1.0 / (1.0 + &finance.discount_rate).power(&(g.at(booked.month, t) / 12.0)));
        let value = grid.formulas(amount(words.say("book-value")), 0, |g, t| g.at(cash, t) * g.at(discount, t));
        let sum_of = |grid: &mut Grid, column: Handle, heading: Heading| {
            grid.running(heading, 0, |g, above, t| match above {
                Some(above) => above + g.at(column, t),
                None => g.at(column, t),
            })
        };
        let cumulative = sum_of(grid, cash, amount(words.say("book-cumulative")));
        let cumulative_value = sum_of(grid, value, amount(words.say("book-cumulative-value")));
        Books { booked, cash, discount, cumulative, cumulative_value }
    }

    /// What a column is worth today: Σ d(t)·x(t).
    pub fn present_value(&self, grid: &Grid, column: Handle) -> Term {
        grid.down(self.discount, 0).sum_product(&grid.down(column, 0))
    }

    /// The measures, in the order of the sheet of the case. `names` are those of the cells that hold them.
    pub fn measures(&self, grid: &Grid, finance: &Finance, points: &PointValues, words: Words) -> Vec<Measured> {
        let never = words.say("book-never");
        let none = words.say("book-none");
        let (months, last) = (grid.down(self.booked.month, 0), grid.months());
        let terminal = self.terminal(grid, finance);
        let benefit = self.present_value(grid, self.booked.benefit);
        let cost = self.present_value(grid, self.booked.cost);
        let [came, went] = [self.booked.benefit, self.booked.cost].map(|column| grid.down(column, 0).sum_of_sizes());
        let zero = -NOTHING * (came + went);
        let paid = |column: Handle| {
            let end = grid.cell(column, last);
            end.below(&zero).word_or(&never, &grid.down(column, 0).payback(&months, &zero))
        };
        let roi = cost.at_most(&Term::number(0.0)).word_or(&none, &((&benefit - &cost) / &cost));
        let npv = self.present_value(grid, self.cash) + &terminal;
        let deepest = Term::number(0.0).max(&-grid.down(self.cumulative, 0).min());
        let measured =
            |measure, name, cell, look| Measured { measure, name, cell, simulated: points.measure(measure), look };
        vec![
            measured(Measure::Npv, words.say("book-npv"), SheetCell::from(&npv), Look::Money),
            measured(Measure::Terminal, words.say("book-terminal"), SheetCell::from(&terminal), Look::Money),
            measured(Measure::PvBenefit, words.say("book-pv-benefit"), SheetCell::from(&benefit), Look::Money),
            measured(Measure::PvCost, words.say("book-pv-cost"), SheetCell::from(&cost), Look::Money),
            measured(Measure::Roi, words.say("book-roi"), roi, Look::Share),
            measured(Measure::Irr, words.say("book-irr"), irr(&grid.down(self.cash, 0), points, words), Look::Share),
            measured(Measure::Payback, words.say("book-payback"), paid(self.cumulative), Look::Plain),
            measured(
                Measure::DiscountedPayback,
                words.say("book-payback-discounted"),
                paid(self.cumulative_value),
                Look::Plain,
            ),
            measured(Measure::PeakFunding, words.say("book-funding"), SheetCell::from(&deepest), Look::Money),
        ]
    }

    /// The net present value once more, by the function NPV of spreadsheets.
    pub fn npv_by_function(&self, grid: &Grid, finance: &Finance) -> Term {
        let later = grid.down(self.cash, 1).present_value(&finance.monthly_rate);
        grid.cell(self.cash, 0) + later + self.terminal(grid, finance)
    }

    /// The mean cash of the last twelve months as it fades to nothing over n months: a decreasing annuity.
    ///
    /// ```text
    /// mean·d(T)·Σ_{j=1}^{n} (1 − j/(n + 1))·v^j = mean·d(T)·(n − a_n)/(r·(n + 1)),   a_n = (1 − v^n)/r,   v = 1/(1 + r)
    /// ```
    fn terminal(&self, grid: &Grid, finance: &Finance) -> Term {
        let last = grid.months();
        let n = (12.0 * &finance.terminal_years).round(0);
        let r = &finance.monthly_rate;
        let value = grid.down(self.cash, last - 11).mean() * grid.cell(self.discount, last);
        let fading = (&n - annuity(r, &n)) / (r * (&n + 1.0));
        let at_no_discount = &n / 2.0;
        let squared = r * r;
        let sum = squared.below(&Term::number(1e-18)).choose(&at_no_discount, &fading);
        n.at_most(&Term::number(0.0)).choose(&Term::number(0.0), &(value * sum))
    }
}

/// Capital in equal parts over the years; the last month may be a part of one.
fn depreciation(grid: &mut Grid, booked: Booked, finance: &Finance, heading: Heading) -> Handle {
    grid.formulas(heading, 1, |g, t| {
        let months = 12.0 * &finance.depreciation_years;
        let left = &months - (g.at(booked.month, t) - 1.0);
        let part = Term::number(0.0).max(&Term::number(1.0).min(&left));
        g.fixed(booked.capital, 0) / &months * part
    })
}

/// The annual rate from the function IRR on the months, sought near the rate that the program found, then elsewhere.
///
/// Where the program found several rates none is the return, nor is the price of a loan, and no function of a spreadsheet
/// would say so: then it is a word and no formula.
fn irr(cash: &Range, points: &PointValues, words: Words) -> SheetCell {
    let loan = points.measure(Measure::LoanRate).map(|_| words.say("book-loan"));
    if let Some(word) = loan.or(points.several_rates.then(|| words.say("book-several"))) {
        return SheetCell { formula: quoted(&word), shown: CellValue::Text(word) };
    }
    let (none, found) = (words.say("book-none"), points.measure(Measure::Irr));
    let shown = found.map_or_else(|| CellValue::Text(none.clone()), CellValue::Number);
    let near = found.map_or(0.01, |rate| libm::pow(1.0 + rate, 1.0 / 12.0) - 1.0);
    let monthly = format!("IFERROR(IRR({0},{near:.4}),IFERROR(IRR({0},0.01),IRR({0},-0.05)))", cash.text());
    let annual = format!("(1+{monthly})^12-1");
    SheetCell { formula: format!("IFERROR(IF({annual}>-0.99,{annual},{none}),{none})", none = quoted(&none)), shown }
}
