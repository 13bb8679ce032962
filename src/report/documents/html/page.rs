//! What every section of the report is written from.

use crate::documents::results::Results;
use crate::documents::story::without_case;
use crate::page::figure::Named;
use crate::plot::{PlotError, Size, Theme, with_variables};
use crate::words::Words;
use delight_model::statistics::Estimate;
use delight_studies::findings::Spread;
use delight_studies::run::Findings;
use maud::{Markup, PreEscaped, html};

/// Widths of a figure beside text and on a telephone, in nominal pixels.
const WIDTHS: [u32; 2] = [760, 400];

/// A report in the making.
pub struct Report<'a> {
    /// What it tells of.
    pub results: &'a Results,
    /// The words of the reader.
    pub words: Words,
    /// All figures of the case.
    pub figures: Vec<Named>,
}

impl Report<'_> {
    /// What the run found.
    pub fn findings(&self) -> &Findings {
        &self.results.findings
    }

    /// Money.
    pub fn money(&self, x: f64) -> String {
        self.words.money(&self.findings().case.currency, x)
    }

    /// Money with its standard error.
    pub fn money_error(&self, e: &Estimate) -> String {
        self.words.money_with_error(&self.findings().case.currency, e)
    }

    /// A share with its standard error.
    pub fn share_error(&self, e: &Estimate) -> String {
        self.words.percent_with_error(e)
    }

    /// P5 to P95 of a distribution.
    pub fn band(&self, s: &Spread, show: &dyn Fn(f64) -> String) -> String {
        let (low, high) = (show(s.p5.value), show(s.p95.value));
        self.words.say_with("html-band", &[("low", &low), ("high", &high)])
    }

    /// A figure by its name with the finding above it; nothing if the case has none of this name.
    ///
    /// `heights` are those of the wide and of the narrow drawing; a figure may know its own.
    ///
    /// # Errors
    /// [`PlotError`] if it cannot be drawn.
    pub fn figure(&self, name: &str, heights: [u32; 2]) -> Result<Markup, PlotError> {
        match self.figures.iter().find(|figure| figure.name == name) {
            Some(named) => self.drawn(named, heights),
            None => Ok(html! {}),
        }
    }

    /// A figure with the finding above it, wide and narrow.
    ///
    /// # Errors
    /// [`PlotError`] if it cannot be drawn.
    pub fn drawn(&self, named: &Named, heights: [u32; 2]) -> Result<Markup, PlotError> {
        let caption = named.figure.caption();
        let theme = Theme::light().in_page();
        let drawn = |k: usize| {
            let size = Size { width: WIDTHS[k], height: heights[k].max(Size::LEAST.height) };
            named.figure.svg(size, &theme).map(|svg| PreEscaped(with_variables(&svg)))
        };
        let (wide, narrow) = (drawn(0)?, drawn(1)?);
        Ok(html! {
            figure {
                p.finding { (without_case(&self.findings().case.name, &caption.title)) }
                p.how { (caption.subtitle) }
                div.wide { (wide) }
                div.narrow { (narrow) }
                figcaption { (caption.footer) }
            }
        })
    }
}
