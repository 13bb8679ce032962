//! Service excellence: how far the nine elements move, and what each month makes of it.

use super::super::grid::{Grid, Handle};
use super::super::inputs::{Holds, Inputs, NEVER};
use super::super::look::Look;
use super::super::term::Term;
use super::tables::{Tables, sum};
use delight_model::chain::ELEMENTS;
use delight_model::chain::excellence::WEIGHTS;

/// The constants of the stage.
#[derive(Clone, Debug)]
pub struct Grow {
    now: [Term; 9],
    start: [Term; 9],
    change: [Term; 9],
    embed: Term,
    fade: Term,
    weakest_link: Term,
    today: [Term; 6],
    dose: Term,
    part: Term,
    tables: Tables,
    /// The month after which the programme stops by itself.
    pub stops: Term,
}

impl Grow {
    /// Lists them; `intensity` is on the sheet of the case, `delivery` is what the point values assume.
    pub fn add(inputs: &mut Inputs, tables: &Tables, intensity: &Term, delivery: &str) -> Self {
        inputs.heading("excellence");
        let elements = |inputs: &mut Inputs, name: &str, table: &str| {
            ELEMENTS.map(|e| inputs.given(format!("{name}_{e}"), &format!("{table}.{e}"), Look::Plain))
        };
        let now = elements(inputs, "now", "excellence.now");
        let target = elements(inputs, "target", "programme.target");
        let start = elements(inputs, "start_month", "programme.start_month");
        let rate = inputs.given("diminishing", "programme.diminishing", Look::Plain);
        let embed = inputs.given("embed_months", "programme.embed_months", Look::Plain);
        let fade = inputs.given("fade_months", "programme.fade_months", Look::Plain);
        let weakest_link = inputs.given("weakest_link", "effects.excellence.weakest_link", Look::Plain);
        let (part, stops) = delivered(inputs, delivery);
        let dose = inputs.follows("dose", None, &dose(&rate, intensity), Look::Plain);
        let zero = Term::number(0.0);
        let change = std::array::from_fn(|e| {
            let aim = (&now[e] + (&target[e] - &now[e]).max(&zero) * &dose).share();
            inputs.of_element("change", ELEMENTS[e], &((aim - &now[e]) * &part))
        });
        let today = std::array::from_fn(|r| {
            let (name, weights) = WEIGHTS[r];
            let weighed = (0..9).filter(|e| weights[*e] > 0.0).map(|e| tables.weight(r, e) * &now[e]);
            let mean = (1.0 - &weakest_link) * sum(weighed);
            let capability = mean + &weakest_link * least((0..9).filter(|e| weights[*e] > 0.0).map(|e| now[e].clone()));
            let said = (inputs.words.say_of("live-cell", "capability"), inputs.words.say_of("capability", name));
            inputs.computed(format!("capability_{name}"), said, Holds::Formula(capability), Look::Plain)
        });
        let tables = tables.clone();
        Grow { now, start, change, embed, fade, weakest_link, today, dose, part, tables, stops }
    }

    /// L_e of a month: it grows from the start to the stop, and fades otherwise.
    pub fn level(&self, element: usize, g: &Grid, (month, level, stop): (Handle, Handle, &Term), t: usize) -> Term {
        let (now, before) = (g.at(month, t), g.at(level, t - 1));
        let works = self.start[element].below(&now).and(&now.at_most(stop));
        works.choose(&(&before + (1.0 - &before) / &self.embed), &(&before - &before / &self.fade))
    }

    /// m_e of a month.
    pub fn maturity(&self, element: usize, g: &Grid, level: Handle, t: usize) -> Term {
        (&self.now[element] + &self.change[element] * g.at(level, t)).share()
    }

    /// u_r: how far a capability has risen.
    pub fn uplift(&self, capability: usize, g: &Grid, maturity: &[Handle; 9], t: usize) -> Term {
        let (_, weights) = WEIGHTS[capability];
        let mean = self.tables.weights(capability).sum_product(&g.across(maturity[0], maturity[8], t));
        let weakest = least((0..9).filter(|e| weights[*e] > 0.0).map(|e| g.at(maturity[e], t)));
        (1.0 - &self.weakest_link) * mean + &self.weakest_link * weakest - &self.today[capability]
    }

    /// How far the programme has come: δ·dose·mean of L_e over the elements that move.
    pub fn ramp(&self, g: &Grid, level: &[Handle; 9], t: usize) -> Term {
        let zero = Term::number(0.0);
        let moves = |e: usize, then: &Term| {
            let size = &self.change[e] * &self.change[e];
            zero.below(&size).choose(then, &zero)
        };
        let come = sum((0..9).map(|e| moves(e, &g.at(level[e], t))));
        let moving = sum((0..9).map(|e| moves(e, &Term::number(1.0))));
        &self.part * &self.dose * come / Term::number(1.0).max(&moving)
    }
}

/// δ, and the month after which the programme stops.
fn delivered(inputs: &mut Inputs, delivery: &str) -> (Term, Term) {
    let fades = |inputs: &mut Inputs| {
        let after = inputs.given("fades_after_months", "programme.fades_after_months", Look::Plain);
        inputs.follows("stops", None, &after.round_up(), Look::Plain)
    };
    let fixed = |inputs: &mut Inputs, cell: &str, x: f64| {
        let said = (inputs.words.say_of("live-cell", cell), String::new());
        inputs.computed(cell.replace('-', "_"), said, Holds::Fixed(x), Look::Plain)
    };
    match delivery {
        "full" => (fixed(inputs, "delivered", 1.0), fixed(inputs, "stops", NEVER)),
        "partial" => (inputs.given("delivered", "programme.partial_delivery", Look::Plain), fades(inputs)),
        "harmful" => {
            let harm = inputs.given("harm", "programme.harm", Look::Plain);
            (inputs.follows("delivered", None, &(-harm), Look::Plain), fades(inputs))
        }
        _ => (fixed(inputs, "delivered", 0.0), fades(inputs)),
    }
}

/// (1 − e^(−ηx)) / (1 − e^(−η)); x where η is nothing.
fn dose(eta: &Term, x: &Term) -> Term {
    let series = |y: &Term| 1.0 - y * 0.5 + y * y / 6.0;
    let near = x * series(&(eta * x)) / series(eta);
    let far = (1.0 - (-(eta * x)).exp()) / (1.0 - (-eta.clone()).exp());
    eta.below(&Term::number(1e-4)).choose(&near, &far)
}

fn least(terms: impl Iterator<Item = Term>) -> Term {
    let all: Vec<Term> = terms.collect();
    let text: Vec<&str> = all.iter().map(Term::text).collect();
    let value = all.iter().map(Term::value).fold(f64::INFINITY, f64::min);
    Term::function(format!("MIN({})", text.join(",")), value)
}
