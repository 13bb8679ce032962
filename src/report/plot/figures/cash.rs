//! The cash fan: cumulative cash flow, month by month, with its deepest point and the month of payback.

use super::fan::{Bands, Note, fan};
use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::PlotError;
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::format::Format;
use crate::plot::canvas::held::AxisRange;
use crate::plot::canvas::label::{Label, Wording};
use crate::plot::canvas::scene::{Scene, Size};
use crate::plot::canvas::style::Theme;
use crate::plot::canvas::ticks::usable;

/// Cumulative cash flow since the start.
#[derive(Clone, Debug)]
pub struct CashFan {
    /// The words around the figure.
    pub caption: Caption,
    /// Cumulative cash in units of money, months 1 to T.
    pub cash: Bands,
    /// The median of what a trial needs at most, above zero, as money that is not there yet: told where a month is too
    /// long to show it.
    pub funding: f64,
    /// Writes an amount of money: `"−€400k"`.
    pub format: Format,
}

impl Figure for CashFan {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        self.scene_on(None, size, theme)
    }

    fn scene_on(&self, held: Option<AxisRange>, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        let deepest = peak_funding(self, &self.caption.wording);
        let notes: Vec<_> = deepest.into_iter().chain(payback(&self.cash.p50, &self.caption.wording)).collect();
        fan(&self.caption, &self.cash, &self.format, &notes, held, size, theme)
    }
}

/// The first deepest point of a median that falls below zero. Where that is the first month, the start before its end
/// may have been deeper.
fn peak_funding(fan: &CashFan, wording: &Wording) -> Option<Note> {
    let months = fan.cash.p50.iter().copied().zip(1..).filter(|&(value, _)| usable(value));
    let (value, month) = months.min_by(|a, b| a.0.total_cmp(&b.0))?;
    (value < 0.0).then(|| Note {
        month: month as f64,
        value,
        words: match month == 1 && fan.funding > -value {
            true => wording.write(Label::LowestFirst(&fan.format.write(value), &fan.format.write(fan.funding))),
            false => wording.write(Label::Lowest(&fan.format.write(value), month as usize)),
        },
    })
}

/// Where a median which was negative rises to zero or above and stays there to the last month.
pub(crate) fn payback(median: &[f64], wording: &Wording) -> Option<Note> {
    let known: Vec<(usize, f64)> =
        median.iter().enumerate().filter(|(_, v)| usable(**v)).map(|(k, &v)| (k + 1, v)).collect();
    let before = known.iter().rposition(|&(_, value)| value < 0.0)?;
    let &(month, value) = known.get(before + 1)?;
    let (last, negative) = known[before];
    let share = negative / (negative - value);
    let words = wording.write(Label::PaysBack(month));
    Some(Note { month: last as f64 + share * (month - last) as f64, value: 0.0, words })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pays_back_at(median: &[f64]) -> Option<f64> {
        payback(median, &Wording::default()).map(|note| note.month)
    }

    #[test]
    fn payback_lies_between_the_last_loss_and_the_first_gain() {
        assert_eq!(pays_back_at(&[-2.0, -1.0, 1.0]), Some(2.5));
    }

    #[test]
    fn a_crossing_that_does_not_last_is_not_payback() {
        assert_eq!(pays_back_at(&[-1.0, 1.0, -1.0]), None);
        assert_eq!(pays_back_at(&[-1.0, 1.0, -1.0, 0.0]), Some(4.0));
    }

    #[test]
    fn a_median_that_never_was_negative_has_no_payback() {
        assert_eq!(pays_back_at(&[f64::NAN, 0.0, 1.0]), None);
    }

    #[test]
    fn missing_months_do_not_hide_a_payback() {
        assert_eq!(pays_back_at(&[-1.0, f64::NAN, 1.0]), Some(2.0));
    }
}
