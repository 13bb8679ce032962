//! `[rival]`: what a project without a chain says of its own doubt when it is compared. It moves no result of the case itself.

use super::checked::{RivalTerms, overrun};
use super::field::{Content, Field, field};
use super::reader::Reader;
use crate::chain::Delivery;
use crate::units::{Kind, Sort};

const DELIVERY: &str = "rival.delivery";
const SUCCESS: &str = "rival.success_probability";
const OVERRUN: &str = "rival.cost_overrun";
/// What `rival.delivery` may be: drawn, or one of these in every trial.
const OUTCOMES: [Delivery; 3] = [Delivery::Full, Delivery::Partial, Delivery::None];

fn words() -> Vec<&'static str> {
    std::iter::once("drawn").chain(OUTCOMES.map(Delivery::name)).collect()
}

/// The keys of `[rival]`.
pub(super) fn fields() -> Vec<Field> {
    vec![
        field(
            DELIVERY,
            Content::Choice(words()),
            "outcome",
            "what becomes of its income when it is compared: drawn like a programme, or fixed",
        ),
        field(SUCCESS, Content::Quantity(Kind::SHARE), "probability", "chance that it brings all of its income"),
        field(OVERRUN, Content::Quantity(overrun().kind), "× the outlays as written", "what it really costs"),
    ]
}

/// What the layers say of the doubt of a rival.
pub(super) fn read(r: &mut Reader) -> RivalTerms {
    let place = r.cell(DELIVERY).and_then(|cell| r.choice(&cell, &words()));
    let delivery = place.and_then(|place| OUTCOMES.into_iter().nth(place.checked_sub(1)?));
    let mut quantity = |path, kind: &Kind, sort| {
        let reading = r.cell(path).and_then(|cell| r.quantity(&cell, kind, sort));
        reading.map(|reading| reading.distribution)
    };
    let success = quantity(SUCCESS, &Kind::SHARE, Sort::Ratio);
    RivalTerms { delivery, success, overrun: quantity(OVERRUN, &overrun().kind, Sort::Count) }
}

#[cfg(test)]
mod tests {
    use crate::chain::Delivery;
    use crate::scenario::Scenario;

    const CASE: &str = "[case]\nname = \"x\"\nkind = \"cash-flow\"\n[finance]\ndiscount_rate = 0\ntax_rate = 0\n\
                        [[flows]]\nname = \"a\"\namount = -1\nper = \"once\"\n";

    #[test]
    fn a_rival_says_how_far_it_is_doubted_and_draws_nothing_by_it() {
        let alone = Scenario::from_text("x.toml", CASE).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!((alone.terms().delivery, alone.terms().is_certain()), (None, false));
        let certain = format!("{CASE}[rival]\ndelivery = \"full\"\ncost_overrun = 1\n");
        let certain = Scenario::from_text("x.toml", &certain).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!((certain.terms().delivery, certain.terms().is_certain()), (Some(Delivery::Full), true));
        assert_eq!(certain.assumptions().len(), alone.assumptions().len());
    }

    #[test]
    fn what_makes_no_sense_is_refused_and_so_is_a_programme_that_calls_itself_a_rival() {
        for wrong in ["delivery = \"harmful\"", "cost_overrun = -1", "success_probability = 1.2", "delivry = \"full\""]
        {
            assert!(Scenario::from_text("x.toml", &format!("{CASE}[rival]\n{wrong}\n")).is_err(), "{wrong}");
        }
        let programme = "[case]\nname = \"x\"\npreset = \"hotel\"\n[rival]\ncost_overrun = 1\n";
        assert!(Scenario::from_text("x.toml", programme).is_err());
    }
}
