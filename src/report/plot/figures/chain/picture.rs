//! The chain as a picture, as wide as asked and as high as its content.

use super::parts::{ChainLink, Column, GUTTER, LINE};
use super::{effects, stages};
use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::error::PlotError;
use crate::plot::canvas::figure::Figure;
use crate::plot::canvas::frame::Frame;
use crate::plot::canvas::scene::{Scene, Size};
use crate::plot::canvas::style::Theme;

/// The chain from the programme to its value.
#[derive(Clone, Debug)]
pub struct ChainPicture {
    /// The words around the figure; the titles of its axes are not shown.
    pub caption: Caption,
    /// Heads of the columns of readings: without, with, change.
    pub heads: [String; 3],
    /// From the programme down to the value.
    pub links: Vec<ChainLink>,
}

impl Figure for ChainPicture {
    fn caption(&self) -> &Caption {
        &self.caption
    }

    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        let around = Caption { x_title: String::new(), y_title: String::new(), ..self.caption.clone() };
        let sheet = Frame::new(&around, size, theme)?;
        let column = Column { left: sheet.body.left, right: sheet.body.right };
        let taken = f64::from(size.height) - sheet.body.height();
        let mut draft = Scene::new(size, theme.background);
        let content = self.draw(&mut draft, column, 0.0, theme);
        let height = (taken + content).ceil().clamp(f64::from(Size::LEAST.height), f64::from(Size::MOST.height));
        let mut frame = Frame::new(&around, Size { height: height as u32, ..size }, theme)?;
        let top = frame.body.top;
        self.draw(&mut frame.scene, column, top, theme);
        Ok(frame.scene)
    }
}

impl ChainPicture {
    /// Draws everything from `top` down, and gives the lower end.
    fn draw(&self, scene: &mut Scene, column: Column, top: f64, theme: &Theme) -> f64 {
        let mut y = top;
        if !column.is_narrow() {
            y += LINE;
            stages::heads(scene, column, y - 5.0, &self.heads, theme);
        }
        let mut above: Option<usize> = None;
        for link in &self.links {
            let columns = column.split(link.stages.len());
            if let Some(count) = above {
                let ends = [column.split(count), columns.clone()];
                y = effects::arrow(scene, column, y, &ends, &link.effects, theme);
            }
            y = match columns.len() {
                1 => {
                    link.stages.iter().fold(y, |y, stage| stages::card(scene, column, y, stage, theme) + GUTTER)
                        - GUTTER
                }
                _ => stages::row(scene, &columns, y, &link.stages, theme),
            };
            above = Some(link.stages.len());
        }
        y + 4.0
    }
}
