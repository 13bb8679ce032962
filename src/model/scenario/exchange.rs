//! Amounts that come with the program in a case of another currency than the euro: converted at its rate, or refused.

use super::checked::Conversion;
use super::fault::Fault;
use super::faults::Place;
use super::header::USUAL_CURRENCY;
use super::quantity::{Form, Quantity};
use super::rate::{PER_EURO, RATES, Rate};
use super::reader::{Cell, Reader};
use crate::units::Sort;

/// Reads the rate of a case in this currency.
pub(super) fn read(r: &mut Reader, currency: &str) -> Rate {
    let stated = r.cell(PER_EURO);
    let per_euro = stated.as_ref().map(|cell| r.number(cell, RATES.0, RATES.1));
    // A currency or a rate that is wrong has been told.
    if r.currency != currency || per_euro == Some(None) {
        return Rate::Euro;
    }
    // The rate of a base is that of the currency which the base has.
    let named = r.cell("case.currency").map_or(usize::MAX, |cell| cell.layer);
    let stated = stated.zip(per_euro.flatten()).filter(|(cell, _)| cell.layer <= named);
    match stated {
        Some((cell, rate)) if currency == USUAL_CURRENCY && rate != 1.0 => {
            let rule = "must be 1 or left out in a case in EUR: it is the rate of another currency".to_owned();
            let fix = Some("remove it, or name that currency under [case], such as currency = \"USD\"".to_owned());
            r.fault(&cell, Fault::Misplaced { rule, fix });
            Rate::Euro
        }
        _ if currency == USUAL_CURRENCY => Rate::Euro,
        Some((_, rate)) => Rate::PerEuro(rate),
        None => Rate::Missing(Vec::new()),
    }
}

impl Reader<'_> {
    /// A quantity in the currency of the case, and how it was converted if it was.
    pub(super) fn exchanged(
        &mut self,
        cell: &Cell,
        quantity: Quantity,
        sort: Sort,
    ) -> Option<(Quantity, Option<Conversion>)> {
        let nothing = quantity.form == Form::Number(0.0);
        if sort != Sort::Money || nothing || !self.layers[cell.layer].embedded {
            return Some((quantity, None));
        }
        let place = self.place(cell);
        match &mut self.rate {
            Rate::Euro => Some((quantity, None)),
            Rate::Missing(amounts) => {
                amounts.push(format!("{} ({place})", cell.path));
                Some((quantity, None))
            }
            Rate::PerEuro(rate) => {
                let conversion = Conversion { per_euro: *rate, currency: self.currency.to_owned() };
                if let Some(quantity) = quantity.times(*rate) {
                    return Some((quantity, Some(conversion)));
                }
                let rule = "is in euros, in a form that is not converted".to_owned();
                self.fault(cell, Fault::Misplaced { rule, fix: Some(format!("give {} yourself", cell.path)) });
                None
            }
        }
    }
}

/// Refuses amounts in euros for which there is no rate, where the currency is named.
pub(super) fn refuse_without_rate(r: &mut Reader) {
    let Rate::Missing(amounts) = &r.rate else { return };
    if let Some(cell) = r.cell("case.currency").filter(|_| !amounts.is_empty()) {
        let place = Place { layer: cell.layer, span: cell.node.span.clone() };
        let fault = Fault::NoRate { currency: r.currency.to_owned(), amounts: amounts.clone() };
        r.faults.add(Some(place), PER_EURO, fault);
    }
}
