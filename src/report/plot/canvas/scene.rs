//! A figure as a list of marks in nominal pixels, before any format: figures compose it, backends paint it.

use super::font::{self, Weight};
use super::held::AxisRange;
use super::style::Color;

/// Width and height of a figure in nominal pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Width in nominal pixels, [`Size::LEAST`] to [`Size::MOST`].
    pub width: u32,
    /// Height in nominal pixels, [`Size::LEAST`] to [`Size::MOST`].
    pub height: u32,
}

impl Size {
    /// The size all figures are designed for: 960 × 540.
    pub const STANDARD: Self = Self { width: 960, height: 540 };
    /// The smallest size in which all labels find their place: 400 × 260.
    pub const LEAST: Self = Self { width: 400, height: 260 };
    /// The largest size: 4000 × 4000.
    pub const MOST: Self = Self { width: 4000, height: 4000 };

    /// The whole area of a figure.
    pub(crate) fn rect(self) -> Rect {
        Rect { left: 0.0, top: 0.0, right: f64::from(self.width), bottom: f64::from(self.height) }
    }
}

/// A point: to the right, downwards, in nominal pixels.
pub type Point = (f64, f64);

/// A rectangle in nominal pixels; `top` is the smaller number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Rect {
    /// Distance of the left and right edges.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Distance of the upper and lower edges.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// The area which two rectangles share.
    pub fn overlap(&self, other: &Self) -> f64 {
        let wide = self.right.min(other.right) - self.left.max(other.left);
        let high = self.bottom.min(other.bottom) - self.top.max(other.top);
        wide.max(0.0) * high.max(0.0)
    }

    /// Whether `other` lies within this rectangle.
    pub fn contains(&self, other: &Self) -> bool {
        other.left >= self.left && other.right <= self.right && other.top >= self.top && other.bottom <= self.bottom
    }

    /// The rectangle grown on all sides.
    pub fn grown(&self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }
}

/// Which point of a text stands at its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// What is written.
    pub content: String,
    /// The anchor on the baseline.
    pub at: Point,
    /// Which end of the text stands at `at`.
    pub anchor: Anchor,
    /// Height of the em in nominal pixels.
    pub size: f64,
    /// Regular or semibold.
    pub weight: Weight,
    /// Colour of the letters.
    pub color: Color,
}

impl Text {
    /// The box from the capitals' tops to the descenders, as wide as the embedded font draws it.
    pub fn bounds(&self) -> Rect {
        let width = font::width(&self.content, self.size, self.weight);
        let left = match self.anchor {
            Anchor::Start => self.at.0,
            Anchor::Middle => self.at.0 - width / 2.0,
            Anchor::End => self.at.0 - width,
        };
        Rect {
            left,
            top: self.at.1 - font::CAP_HEIGHT * self.size,
            right: left + width,
            bottom: self.at.1 + font::DESCENT * self.size,
        }
    }
}

/// Anything drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// An open line through the points.
    Line {
        /// At least two points.
        points: Vec<Point>,
        /// Its colour.
        color: Color,
        /// Its width in nominal pixels.
        width: f64,
    },
    /// A closed, filled area.
    Area {
        /// The corners in order.
        points: Vec<Point>,
        /// Its colour.
        color: Color,
        /// 0 transparent to 1 opaque.
        opacity: f64,
    },
    /// A filled circle.
    Disc {
        /// Its centre.
        center: Point,
        /// Its radius in nominal pixels.
        radius: f64,
        /// Its colour.
        color: Color,
    },
    /// A line of text.
    Text(Text),
}

/// A whole figure, marks in the order of painting.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width and height.
    pub size: Size,
    /// The paper.
    pub background: Color,
    /// All marks, the lowest first.
    pub marks: Vec<Mark>,
    /// What the axis of the results was laid out for, in figures that can hold it.
    pub axis: Option<AxisRange>,
}

impl Scene {
    /// An empty sheet.
    pub fn new(size: Size, background: Color) -> Self {
        Self { size, background, marks: Vec::new(), axis: None }
    }

    /// All texts, in the order of painting.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.marks.iter().filter_map(|mark| match mark {
            Mark::Text(text) => Some(text),
            _ => None,
        })
    }

    pub(crate) fn line(&mut self, points: Vec<Point>, color: Color, width: f64) {
        self.marks.push(Mark::Line { points, color, width });
    }

    /// A horizontal hairline which falls on whole pixels.
    pub(crate) fn level(&mut self, from: f64, to: f64, y: f64, color: Color) {
        let y = y.round();
        self.area(vec![(from, y), (to, y), (to, y + 1.0), (from, y + 1.0)], color, 1.0);
    }

    /// A vertical hairline which falls on whole pixels.
    pub(crate) fn upright(&mut self, x: f64, from: f64, to: f64, color: Color) {
        let x = x.round();
        self.area(vec![(x, from), (x + 1.0, from), (x + 1.0, to), (x, to)], color, 1.0);
    }

    pub(crate) fn area(&mut self, points: Vec<Point>, color: Color, opacity: f64) {
        self.marks.push(Mark::Area { points, color, opacity });
    }

    pub(crate) fn rect(&mut self, rect: Rect, color: Color, opacity: f64) {
        let Rect { left, top, right, bottom } = rect;
        self.area(vec![(left, top), (right, top), (right, bottom), (left, bottom)], color, opacity);
    }

    pub(crate) fn disc(&mut self, center: Point, radius: f64, color: Color) {
        self.marks.push(Mark::Disc { center, radius, color });
    }

    pub(crate) fn text(&mut self, text: Text) {
        self.marks.push(Mark::Text(text));
    }
}
