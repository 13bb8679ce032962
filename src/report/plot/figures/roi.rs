//! The ROI curve: cumulative discounted return on investment, month by month, with its break-even point.

use super::cash::payback;
use super::fan::{Bands, fan};
use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::PlotError;
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::format::Format;
use crate::plot::canvas::held::AxisRange;
use crate::plot::canvas::scene::{Scene, Size};
use crate::plot::canvas::style::Theme;

/// Cumulative discounted ROI: what came back per unit of money spent until then, minus one.
#[derive(Clone, Debug)]
pub struct RoiCurve {
    /// The words around the figure.
    pub caption: Caption,
    /// ROI as a ratio (0.34 is 34 %), months 1 to T; NaN as long as nothing has been spent.
    pub roi: Bands,
    /// Writes a ROI: `"+34%"`.
    pub format: Format,
}

impl Figure for RoiCurve {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        self.scene_on(None, size, theme)
    }

    fn scene_on(&self, held: Option<AxisRange>, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        let notes: Vec<_> = payback(&self.roi.p50, &self.caption.wording).into_iter().collect();
        fan(&self.caption, &self.roi, &self.format, &notes, held, size, theme)
    }
}
