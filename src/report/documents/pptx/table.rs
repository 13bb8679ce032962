//! A table of a page as a table of a slide: every cell a text that can be changed.

use super::text::{Area, POINT, Type, fill, lines, paragraph};
use super::xml::Node;
use crate::page::table::{Row, Side, Table};
use crate::plot::{Weight, text_width};
use crate::words::Words;

/// Sizes that a table may be set in, the largest first.
const SIZES: [f64; 9] = [18.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0];
/// Room left and right of a text.
const SIDE: f64 = 7.0;
/// Room above and below a text.
const ABOVE: f64 = 4.5;
/// Height of a line, in sizes.
const LINE: f64 = 1.22;
/// How much wider a text may be in another font than in the one it was measured in.
const OTHER_FONT: f64 = 1.1;
/// Most of the width that a column of numbers takes.
const MOST: f64 = 0.3;

/// A table laid out.
pub struct Laid {
    /// The element of the table.
    pub node: Node,
    /// How high it is, points.
    pub height: f64,
    /// Rows that had no room.
    pub left_out: usize,
}

/// The texts of a table with the side on which each column stands.
struct Texts {
    head: Option<Vec<String>>,
    rows: Vec<Vec<String>>,
    left: Vec<bool>,
}

impl Texts {
    fn of(table: &Table) -> Self {
        let name = |row: &Row| format!("{}{}", row.mark, row.name);
        if table.columns.is_empty() {
            let said = |row: &Row| row.said.as_ref().map(|(said, _)| said.clone()).unwrap_or_default();
            let rows = table.rows.iter().map(|row| vec![name(row), said(row)]).collect();
            return Texts { head: None, rows, left: vec![true, true] };
        }
        let heads = std::iter::once(table.title.clone()).chain(table.columns.iter().map(|column| column.head.clone()));
        let cells = |row: &Row| {
            let mut cells: Vec<String> =
                std::iter::once(name(row)).chain(row.cells.iter().map(|c| c.text.clone())).collect();
            cells.resize(table.columns.len() + 1, String::new());
            cells
        };
        let side = |side: Side| matches!(side, Side::Left { .. });
        let left = std::iter::once(true).chain(table.columns.iter().map(|column| side(column.side))).collect();
        Texts { head: Some(heads.collect()), rows: table.rows.iter().map(cells).collect(), left }
    }

    fn all(&self) -> impl Iterator<Item = (bool, &Vec<String>)> {
        self.head.iter().map(|row| (true, row)).chain(self.rows.iter().map(|row| (false, row)))
    }

    /// Widths of the columns in a size: numbers as wide as they are up to a share of the whole, names the rest.
    fn widths(&self, size: f64, room: f64) -> Vec<f64> {
        let columns = self.left.len();
        let widest = |at: usize| {
            let wide = |(head, row): (bool, &Vec<String>)| text_width(&row[at], size, of(head, at, size).1);
            self.all().map(wide).fold(0.0, f64::max) * OTHER_FONT + 2.0 * SIDE
        };
        let most = (room * MOST).max(room * 0.6 / columns as f64);
        let mut widths: Vec<f64> = (0..columns).map(|at| widest(at).min(if at == 0 { room } else { most })).collect();
        let rest: f64 = widths.iter().skip(1).sum();
        let facts = self.head.is_none();
        let squeeze = (room * 0.72 / rest.max(1.0)).min(1.0);
        widths.iter_mut().skip(1).for_each(|width| *width *= squeeze);
        let rest: f64 = widths.iter().skip(1).sum();
        if facts {
            widths[0] = widths[0].clamp(0.3 * room, 0.55 * room);
            widths[1] = room - widths[0];
        } else {
            widths[0] = room - rest;
        }
        widths
    }
}

/// How a cell looks, with the weight it is measured in.
fn of(head: bool, column: usize, size: f64) -> (Type, Weight) {
    match (head, column) {
        (true, _) => (Type::muted(size - 1.0).bold(), Weight::SemiBold),
        (false, _) => (Type::ink(size), Weight::Regular),
    }
}

/// Lays a table out in a place, as large as it can be set there.
pub fn lay(table: &Table, place: Area, words: Words) -> Laid {
    let texts = Texts::of(table);
    let fitting = SIZES.iter().find(|size| heights(&texts, **size, place.width).iter().sum::<f64>() <= place.height);
    let size = fitting.copied().unwrap_or(SIZES[SIZES.len() - 1]);
    let (widths, heights) = (texts.widths(size, place.width), heights(&texts, size, place.width));
    let mut height = 0.0;
    let mut rows = Vec::new();
    for ((head, row), high) in texts.all().zip(&heights) {
        if height + high > place.height {
            break;
        }
        height += high;
        rows.push(row_node(row, head, *high, (size, &texts.left, words)));
    }
    let left_out = heights.len() - rows.len();
    let grid = widths.iter().map(|width| Node::new("a:gridCol").with("w", (width * POINT).round() as i64));
    let node = Node::new("a:tbl")
        .node(Node::new("a:tblPr").with("firstRow", u8::from(texts.head.is_some())))
        .node(Node::new("a:tblGrid").nodes(grid))
        .nodes(rows);
    Laid { node, height, left_out }
}

/// Heights of the rows in a size.
fn heights(texts: &Texts, size: f64, room: f64) -> Vec<f64> {
    let widths = texts.widths(size, room);
    let high = |(head, row): (bool, &Vec<String>)| {
        let cells = row.iter().zip(&widths).enumerate();
        let most = cells.map(|(at, (text, width))| lines(text, of(head, at, size).0, width - 2.0 * SIDE)).max();
        most.unwrap_or(1) as f64 * size * LINE + 2.0 * ABOVE
    };
    texts.all().map(high).collect()
}

fn row_node(row: &[String], head: bool, high: f64, (size, left, words): (f64, &[bool], Words)) -> Node {
    let cell = |(at, text): (usize, &String)| {
        let align = if left.get(at) == Some(&true) { "l" } else { "r" };
        let body = Node::new("a:txBody").node(Node::new("a:bodyPr")).node(Node::new("a:lstStyle"));
        let body = body.node(paragraph(text, of(head, at, size).0, align, words));
        Node::new("a:tc").node(body).node(looks(head))
    };
    let node = Node::new("a:tr").with("h", (high * POINT).round() as i64);
    node.nodes(row.iter().enumerate().map(cell))
}

/// No lines but one below.
fn looks(head: bool) -> Node {
    let units = |points: f64| (points * POINT).round() as i64;
    let none = |name: &'static str| Node::new(name).with("w", 0).node(Node::new("a:noFill"));
    let (width, colour) = if head { (1.25, "accent1") } else { (0.75, "bg2") };
    Node::new("a:tcPr")
        .with("marL", units(SIDE))
        .with("marR", units(SIDE))
        .with("marT", units(ABOVE))
        .with("marB", units(ABOVE))
        .with("anchor", if head { "b" } else { "ctr" })
        .nodes(["a:lnL", "a:lnR", "a:lnT"].map(none))
        .node(Node::new("a:lnB").with("w", units(width)).node(fill(colour)))
        .node(Node::new("a:noFill"))
}
