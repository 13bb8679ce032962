//! The effect chain as a picture: stages with what they measure, and arrows with the effects that carry them.
//!
//! The picture is as wide as asked and as high as its content.

mod effects;
mod stages;

use super::frame::{Frame, text};
use super::scene::{Anchor, Rect, Scene};
use super::style::{Theme, text_size};
use super::{Caption, Figure, PlotError, Size};

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

/// One step of the chain: the effects of the arrow into it, and one or more stages side by side.
#[derive(Clone, Debug, Default)]
pub struct ChainLink {
    /// What carries the arrow; the first link has no arrow.
    pub effects: Vec<Effect>,
    /// The stages, at most four.
    pub stages: Vec<Stage>,
}

/// The strength of an effect.
#[derive(Clone, Debug)]
pub struct Effect {
    /// Its name.
    pub name: String,
    /// Its value, written.
    pub value: String,
    /// Grade of its evidence, `A` to `D`; empty for none.
    pub grade: String,
}

/// A stage of the chain.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Its name.
    pub title: String,
    /// What is measured there.
    pub readings: Vec<Reading>,
}

/// Something measured at a stage.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Its name.
    pub name: String,
    /// Without the programme; empty if that says nothing.
    pub without: String,
    /// With it.
    pub with: String,
    /// The change with its band.
    pub change: String,
    /// Whether it is a part of the reading above it.
    pub part: bool,
}

/// Height of a line of text.
const LINE: f64 = 18.0;
/// Room inside a card.
const PAD: f64 = 12.0;
/// Room between cards side by side.
const GUTTER: f64 = 12.0;
/// From the left edge of a card to the arrow that enters it.
const SHAFT: f64 = 22.0;
/// A picture narrower than this writes names above values.
const NARROW: f64 = 560.0;

/// Where the picture stands.
#[derive(Clone, Copy)]
struct Column {
    left: f64,
    right: f64,
}

impl Column {
    fn width(self) -> f64 {
        self.right - self.left
    }

    fn is_narrow(self) -> bool {
        self.width() < NARROW
    }

    /// The columns of stages side by side; in a narrow picture they stand below one another.
    fn split(self, count: usize) -> Vec<Column> {
        if self.is_narrow() || count < 2 {
            return vec![self];
        }
        let wide = (self.width() - GUTTER * (count as f64 - 1.0)) / count as f64;
        let left = |k: usize| self.left + (wide + GUTTER) * k as f64;
        (0..count).map(|k| Column { left: left(k), right: left(k) + wide }).collect()
    }
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

/// A box with a hairline around it and an edge of the main colour.
fn boxed(scene: &mut Scene, rect: Rect, theme: &Theme) {
    scene.rect(rect, theme.grid, 1.0);
    scene.rect(rect.grown(-1.0), theme.background, 1.0);
    scene.rect(Rect { right: rect.left + 3.0, ..rect }, theme.main, 1.0);
}

/// A line of text that ends at `x`.
fn ending(words: &str, (x, y): (f64, f64), color: super::style::Color) -> super::scene::Text {
    let mut line = text(words, (x, y), text_size::TICK, color);
    line.anchor = Anchor::End;
    line
}
