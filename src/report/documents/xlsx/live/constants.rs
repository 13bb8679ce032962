//! The list of the chain: inputs and constants of every stage, each a named cell.

use super::super::inputs::{Holds, Input, Inputs};
use super::super::look::Look;
use super::super::term::Term;
use super::answers::Answers;
use super::bond::{Bond, MOVES, Passing};
use super::come::Come;
use super::grow::Grow;
use super::hand::Levers;
use super::service::Service;
use super::staff::Staff;
use super::tables::Tables;
use super::trade::Trade;
use crate::documents::points::PointValues;
use delight_model::chain::connection::STATES;

/// What every month uses.
pub struct Constants {
    /// Today's customers by state.
    pub n: [Term; 4],
    /// What they answer.
    pub answers: Answers,
    /// Monthly churn by state.
    pub churn: [Term; 4],
    /// The programme.
    pub grow: Grow,
    /// Staff.
    pub staff: Staff,
    /// Experience.
    pub service: Service,
    /// Connection.
    pub bond: Bond,
    /// Advocacy.
    pub come: Come,
    /// Spend.
    pub trade: Trade,
    /// Who passes through a state; none where acquisition is not balanced.
    pub passing: Option<Passing>,
    /// κ's half-life, years.
    pub rivals: Term,
}

impl Constants {
    /// Lists all of them; `contacts` and `intensity` stand on the sheet of the case.
    pub fn add(
        inputs: &mut Inputs,
        tables: &mut Tables,
        points: &PointValues,
        (levers, contacts, intensity): (&Levers, &Term, &Term),
    ) -> Self {
        let fitted = points.plan.answers.as_ref();
        let answers = Answers::add(inputs, tables, levers, fitted);
        let (mix, score) = (&answers.mix, &answers.score);
        let count = inputs.given("customers_count", "customers.count", Look::Count);
        let n = std::array::from_fn(|k| &count * &mix[k]);
        let churn = super::stay::churn(inputs, tables, levers, mix);
        let delivery = points.delivery.as_deref().unwrap_or_default();
        let grow = Grow::add(inputs, tables, intensity, delivery);
        let staff = Staff::add(inputs);
        let service = Service::add(inputs, contacts, (&levers.gain, score));
        let come = Come::add(inputs, points.plan.balanced, (&count, score), (mix, &churn));
        let bond = Bond::add(inputs, (mix, &churn), &come, &service);
        let passing = points.plan.balanced.then(|| Passing::add(inputs, (&n, &churn), &come, &bond));
        let trade = Trade::add(inputs, &levers.causal_share, (&count, mix), score);
        let rivals = inputs.given("rivals_half_life_years", "market.rivals_half_life_years", Look::Plain);
        Constants { n, answers, churn, grow, staff, service, bond, come, trade, passing, rivals }
    }
}

impl Inputs<'_> {
    /// The heading of what follows.
    pub fn heading(&mut self, section: &str) {
        let (meaning, empty) = (self.words.say_of("live-part", section), String::new);
        let (name, unit, grade, source) = (empty(), empty(), empty(), empty());
        self.all.push(Input { name, meaning, unit, grade, source, holds: Holds::Heading, look: Look::Plain });
    }

    /// A constant that follows; `of` is what it is of, as its name says.
    pub fn follows(&mut self, cell: &str, of: Option<&str>, term: &Term, look: Look) -> Term {
        let name = cell.replace('-', "_");
        let (name, unit) = match of {
            Some(of) => (format!("{name}_{of}"), self.words.say_of("live-answer", of)),
            None => (name, String::new()),
        };
        self.computed(name, (self.words.say_of("live-cell", cell), unit), Holds::Formula(term.clone()), look)
    }

    /// A constant of each state.
    pub fn of_states(&mut self, cell: &str, of: impl Fn(usize) -> Term) -> [Term; 4] {
        std::array::from_fn(|k| self.of_state(cell, STATES[k], &of(k)))
    }

    /// A constant of each move between two states, named by the lower one.
    pub fn of_moves(&mut self, cell: &str, of: impl Fn(usize) -> Term) -> [Term; 3] {
        std::array::from_fn(|k| self.of_state(cell, MOVES[k], &of(k)))
    }

    fn of_state(&mut self, cell: &str, state: &str, term: &Term) -> Term {
        let name = format!("{}_{state}", cell.replace('-', "_"));
        let said = (self.words.say_of("live-cell", cell), self.words.say_of("state", state));
        self.computed(name, said, Holds::Formula(term.clone()), Look::Plain)
    }

    /// A constant of an element.
    pub fn of_element(&mut self, cell: &str, element: &str, term: &Term) -> Term {
        let said = (self.words.say_of("live-cell", cell), self.words.say_of("element", element));
        self.computed(format!("{cell}_{element}"), said, Holds::Formula(term.clone()), Look::Plain)
    }

    /// The share of an answer in a state, as the model has it.
    pub fn of_answer(&mut self, name: &str, (answer, state): (usize, usize), share: f64) -> Term {
        let cell = ["promoters", "passives", "detractors"][answer];
        let said = (self.words.say_of("live-answer", cell), self.words.say_of("state", STATES[state]));
        self.computed(name, said, Holds::Fixed(share), Look::Plain)
    }
}
