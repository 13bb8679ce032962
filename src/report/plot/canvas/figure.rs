//! What every figure is: words around it and a scene, and with a painter a file in two formats.

use super::caption::Caption;
use super::error::PlotError;
#[cfg(feature = "paint")]
use super::export;
#[cfg(feature = "paint")]
use super::font::missing_letters;
use super::held::AxisRange;
#[cfg(feature = "paint")]
use super::scene::Mark;
use super::scene::{Scene, Size};
use super::style::Theme;
#[cfg(feature = "paint")]
use std::collections::BTreeSet;

/// A figure in both formats.
#[cfg(feature = "paint")]
#[derive(Clone, Debug, PartialEq)]
pub struct Rendered {
    /// A whole SVG document.
    pub svg: String,
    /// A PNG file, several pixels per nominal pixel.
    pub png: Vec<u8>,
    /// Letters that no embedded font has: the PNG file shows a box for each, the SVG file what its reader's fonts have.
    pub undrawn: BTreeSet<char>,
}

/// Anything that can be shown to a board.
pub trait Figure {
    /// The words around the figure.
    fn caption(&self) -> &Caption;

    /// The marks of the figure.
    ///
    /// # Errors
    /// Every [`PlotError`] except [`PlotError::Backend`].
    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError>;

    /// The marks of the figure on an axis that is held, whatever its values are; those beyond it stop at its ends. A
    /// figure that holds none, and one that is given none, is drawn as ever.
    ///
    /// # Errors
    /// Those of [`Figure::scene`].
    fn scene_on(&self, _held: Option<AxisRange>, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        self.scene(size, theme)
    }

    /// The figure as an SVG document, painted by plotters where that is built.
    ///
    /// # Errors
    /// See [`PlotError`].
    fn svg(&self, size: Size, theme: &Theme) -> Result<String, PlotError> {
        let scene = self.scene(size, theme)?;
        std::cfg_select! {
            feature = "paint" => { export::svg(&scene, self.caption()) }
            _ => { Ok(scene.svg(self.caption())) }
        }
    }

    /// The figure as a PNG file, several pixels per nominal pixel.
    ///
    /// # Errors
    /// See [`PlotError`].
    #[cfg(feature = "paint")]
    fn png(&self, size: Size, theme: &Theme) -> Result<Vec<u8>, PlotError> {
        export::png(&self.scene(size, theme)?)
    }

    /// The figure in both formats.
    ///
    /// # Errors
    /// See [`PlotError`].
    #[cfg(feature = "paint")]
    fn render(&self, size: Size, theme: &Theme) -> Result<Rendered, PlotError> {
        let scene = self.scene(size, theme)?;
        let texts = scene.marks.iter().filter_map(|mark| if let Mark::Text(text) = mark { Some(text) } else { None });
        let undrawn = texts.flat_map(|text| missing_letters(&text.content)).collect();
        Ok(Rendered { svg: export::svg(&scene, self.caption())?, png: export::png(&scene)?, undrawn })
    }
}
