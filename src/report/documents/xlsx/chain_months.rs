//! The months of a case with a chain: both arms, their money, the bridge and the costs, all by formula.

use super::books::Booked;
use super::channels::Channels;
use super::grid::{Grid, Handle, Heading};
use super::inputs::{Line, Operations};
use super::live::{self, Arm, ChainMonths, Constants};
use super::look::Look;
use super::term::Term;
use crate::documents::points::PointValues;
use crate::words::Words;
use delight_model::finance::bridge::PIECES;
use delight_model::finance::costs::{CostItem, Of, Per};

/// What surrounds both arms.
#[derive(Clone, Copy)]
pub struct Calendar {
    /// The month, from 0.
    pub month: Handle,
    prices: Handle,
    market: Handle,
    advantage: Handle,
}

/// The money of one arm.
#[derive(Clone, Copy)]
struct Money {
    contribution: Handle,
    contact: Handle,
    failure: Handle,
    people: Handle,
    social: Handle,
}

/// What all columns need.
pub struct Chain<'a> {
    /// The point-value trial.
    pub points: &'a PointValues,
    /// Inputs by which drivers become money.
    pub operations: &'a Operations,
    /// The constants of the chain.
    pub constants: &'a Constants,
    /// The cost lines, and what each is paid for.
    pub costs: (&'a [Line], &'a [CostItem]),
    /// The currency, as a unit.
    pub currency: &'a str,
    /// The language.
    pub words: Words,
}

impl Chain<'_> {
    /// Adds all columns up to benefit and cost; gives where they stand, and the pieces of the bridge.
    pub fn add(&self, grid: &mut Grid, month: Handle) -> (Booked, [Handle; PIECES.len()], ChainMonths) {
        let words = self.words;
        let calendar = self.calendar(grid, month);
        let course = live::add(grid, self.constants, (month, calendar.advantage), (self.points, words));
        let [without, with] = course.arms;
        let channels = Channels::of(self.operations, &course, calendar.advantage);
        grid.band(words.say("book-band-money-without"));
        let money_without = self.money(grid, calendar, without, None);
        grid.band(words.say("book-band-money-with"));
        let money_with = self.money(grid, calendar, with, channels.as_ref());
        grid.band(words.say("book-band-benefit"));
        let benefit = self.benefit(grid, money_without, money_with);
        grid.band(words.say("book-band-bridge"));
        let sides = [(without, money_without), (with, money_with)];
        let pieces = self.pieces(grid, calendar, sides, channels.as_ref());
        grid.band(words.say("book-band-costs"));
        let (cost, capital) = self.costs(grid, calendar, [without, with]);
        (Booked { month, benefit, untaxed: Some(pieces[6]), cost, capital }, pieces, course)
    }

    fn heading(&self, name: String, unit: String, look: Look) -> Heading {
        Heading::new(name, unit, look)
    }

    fn amount(&self, name: String) -> Heading {
        Heading::new(name, self.currency, Look::Amount)
    }

    fn calendar(&self, grid: &mut Grid, month: Handle) -> Calendar {
        let (words, ops) = (self.words, self.operations);
        let ratio = || words.say("book-unit-ratio");
        let prices = self.heading(words.say("book-prices"), ratio(), Look::Decimal);
        let prices = grid.formulas(prices, 0, |g, t| (1.0 + &ops.inflation).power(&(g.at(month, t) / 12.0)));
        let market = self.heading(words.say("book-market"), ratio(), Look::Decimal);
        let market = grid.given(market, 1, self.points.market.get(1..).unwrap_or_default());
        let advantage = self.heading(words.say("book-advantage"), words.say("book-unit-share"), Look::Decimal);
        let advantage = grid.formulas(advantage, 0, |g, t| {
            Term::number(0.5).power(&(g.at(month, t) / (12.0 * &self.constants.rivals)))
        });
        Calendar { month, prices, market, advantage }
    }

    /// The money of an arm; each column is the formula of its name in the documentation of the model.
    fn money(&self, grid: &mut Grid, calendar: Calendar, d: Arm, channels: Option<&Channels>) -> Money {
        let (words, o) = (self.words, self.operations);
        let Calendar { prices, market, .. } = calendar;
        let revenue = grid.formulas(self.amount(words.say("book-revenue")), 1, |g, t| {
            let without = g.at(d.volume, t) * &o.unit_spend * g.at(d.price, t) * g.at(prices, t) * g.at(market, t);
            channels.map_or(without.clone(), |channels| without * (1.0 + channels.sold(g, t)))
        });
        let contribution =
            grid.formulas(self.amount(words.say("book-contribution")), 1, |g, t| g.at(revenue, t) * &o.margin);
        let contact = grid.formulas(self.amount(words.say("book-contact-cost")), 1, |g, t| {
            let contacts = g.at(d.customers, t) * &o.contacts * (1.0 + &o.repeat_contacts * g.at(d.failure_rate, t));
            let all = contacts * &o.contact * g.at(prices, t);
            channels.map_or(all.clone(), |channels| all * channels.still_made(g, t))
        });
        let failure = grid.formulas(self.amount(words.say("book-failure-cost")), 1, |g, t| {
            let each = g.at(d.service.failures, t) * &o.failure + g.at(d.service.voiced, t) * &o.complaint;
            g.at(d.customers, t) * each * g.at(prices, t)
        });
        let people = grid.formulas(self.amount(words.say("book-people-cost")), 1, |g, t| {
            let each = g.at(d.turnover(), t) * &o.replacement + g.at(d.absence(), t) * &o.salary / 12.0;
            let without = &o.headcount * each;
            let with = channels.map_or(without.clone(), |channels| without - channels.saved(g, t));
            with * g.at(prices, t)
        });
        let social = grid.formulas(self.amount(words.say("book-social-value")), 1, |g, t| {
            g.at(d.customers, t) * g.at(d.connected, t) * &o.social / 12.0 * g.at(prices, t)
        });
        Money { contribution, contact, failure, people, social }
    }

    /// Δcontribution − Δcontact cost − Δfailure cost − Δpeople cost + Δsocial value.
    fn benefit(&self, grid: &mut Grid, b: Money, p: Money) -> Handle {
        let heading = self.amount(self.words.say("book-benefit"));
        grid.formulas(heading, 1, |g, t| {
            let more = |pick: fn(&Money) -> Handle| g.at(pick(&p), t) - g.at(pick(&b), t);
            more(|m| m.contribution) - more(|m| m.contact) - more(|m| m.failure) - more(|m| m.people)
                + more(|m| m.social)
        })
    }

    /// The value bridge; see [`Bridge`](delight_model::finance::bridge::Bridge).
    fn pieces(
        &self,
        grid: &mut Grid,
        c: Calendar,
        sides: [(Arm, Money); 2],
        channels: Option<&Channels>,
    ) -> [Handle; PIECES.len()] {
        let (words, o) = (self.words, self.operations);
        let [(b, mb), (p, mp)] = sides;
        let people = |name| Heading::new(name, words.say("book-unit-customers"), Look::Count);
        let churn = |g: &Grid, d: Arm, t| g.at(d.lost, t) / g.at(d.customers, t);
        let stayed = grid.running(people(words.say("book-stayed")), 1, |g, above, t| match above {
            None => Term::number(0.0),
            Some(above) => {
                above * (1.0 - churn(g, p, t - 1))
                    + g.at(b.customers, t - 1) * (churn(g, b, t - 1) - churn(g, p, t - 1))
            }
        });
        let came = grid.running(people(words.say("book-came")), 1, |g, above, t| match above {
            None => Term::number(0.0),
            Some(above) => above * (1.0 - churn(g, p, t - 1)) + (g.at(p.won, t - 1) - g.at(b.won, t - 1)),
        });
        let service = |g: &Grid, m: Money, t| g.at(m.contact, t) + g.at(m.failure, t);
        let worth = Heading::new(words.say("book-worth"), self.currency, Look::Cents);
        let worth =
            grid.formulas(worth, 1, |g, t| (g.at(mb.contribution, t) - service(g, mb, t)) / g.at(b.customers, t));
        let unit = |g: &Grid, t| &o.margin * &o.unit_spend * g.at(c.prices, t) * g.at(c.market, t);
        let mut piece = |i: usize, of: &dyn Fn(&Grid, usize) -> Term| {
            grid.formulas(self.amount(words.say_of("piece", PIECES[i])), 1, of)
        };
        [
            piece(0, &|g, t| g.at(stayed, t) * g.at(worth, t)),
            piece(1, &|g, t| g.at(came, t) * g.at(worth, t)),
            piece(2, &|g, t| {
                let richer = g.at(p.volume, t) - g.at(p.customers, t) * g.at(b.volume, t) / g.at(b.customers, t);
                let by_bond = unit(g, t) * richer * g.at(b.price, t);
                let at_counter =
                    |channels: &Channels| unit(g, t) * g.at(p.volume, t) * g.at(p.price, t) * channels.sold(g, t);
                channels.map_or(by_bond.clone(), |channels| by_bond + at_counter(channels))
            }),
            piece(3, &|g, t| unit(g, t) * g.at(p.volume, t) * (g.at(p.price, t) - g.at(b.price, t))),
            piece(4, &|g, t| g.at(p.customers, t) * service(g, mb, t) / g.at(b.customers, t) - service(g, mp, t)),
            piece(5, &|g, t| g.at(mb.people, t) - g.at(mp.people, t)),
            piece(6, &|g, t| g.at(mp.social, t) - g.at(mb.social, t)),
        ]
    }

    /// A column for each cost line, their sum, and the capital of the start.
    fn costs(&self, grid: &mut Grid, c: Calendar, arms: [Arm; 2]) -> (Handle, Handle) {
        let (words, (lines, items)) = (self.words, self.costs);
        let columns: Vec<(&Line, Handle)> = lines
            .iter()
            .map(|line| {
                let item = &items[line.place];
                let [_, from, to, ..] = &line.cells;
                let column = grid.formulas(self.amount(line.name.clone()), 0, |g, t| {
                    let month = g.at(c.month, t);
                    let due =
                        from.at_most(&month).and(&month.at_most(to)).and(&month.at_most(&self.operations.costs_end));
                    due.choose(&self.cost(g, item, line, (c, arms, t)), &Term::number(0.0))
                });
                (line, column)
            })
            .collect();
        let total =
            grid.formulas(self.amount(words.say("book-cost")), 0, |g, t| match (columns.first(), columns.last()) {
                (Some((_, first)), Some((_, last))) => g.across(*first, *last, t).sum(),
                _ => Term::number(0.0),
            });
        let written_off = columns.iter().filter(|(line, _)| line.capital).map(|(_, column)| grid.at(*column, 0));
        let capital = written_off.reduce(|sum, one| sum + one).unwrap_or(Term::number(0.0));
        (total, grid.at_start(self.amount(words.say("book-capital")), capital))
    }

    /// What a cost line comes to in a month in which it is due.
    fn cost(&self, g: &Grid, item: &CostItem, line: &Line, (c, [b, p], t): (Calendar, [Arm; 2], usize)) -> Term {
        let o = self.operations;
        let written = &line.cells[0] * &o.overrun;
        let amount = match (item.of, item.per) {
            (Of::Money, _) => written,
            (Of::Wages, Per::Month) => written * &o.headcount * &o.salary / 12.0,
            (Of::Wages, _) => written * &o.headcount * &o.salary,
        };
        let effort = &amount * &o.intensity;
        let extra =
            |event: fn(&Arm) -> Handle| &amount * g.at(p.customers, t) * (g.at(event(&p), t) - g.at(event(&b), t));
        let today = match item.per {
            Per::Once | Per::Month => effort,
            Per::Employee => effort * &o.headcount / 12.0,
            Per::Customer => effort * g.at(p.customers, t) / 12.0,
            Per::Hire => amount * &o.headcount * g.at(p.turnover(), t),
            Per::Individual => extra(|d| d.service.individual),
            Per::Surprise => extra(|d| d.service.surprising),
            Per::Recovery => extra(|d| d.service.recovered),
        };
        today * g.at(c.prices, t)
    }
}
