//! Texts on a slide: paragraphs in a size and a colour, and how large they can be to fit their room.

use super::xml::Node;
use crate::plot::{Weight, text_width};
use crate::words::Words;

/// A point in the units of a slide.
pub const POINT: f64 = 12_700.0;

/// A place on a slide, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Distance from the left edge.
    pub left: f64,
    /// Distance from the upper edge.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Area {
    /// Where a shape begins and how large it is; `name` is that of the element.
    pub fn transform(&self, name: &'static str) -> Node {
        let units = |points: f64| (points * POINT).round() as i64;
        let at = Node::new("a:off").with("x", units(self.left)).with("y", units(self.top));
        Node::new(name).node(at).node(Node::new("a:ext").with("cx", units(self.width)).with("cy", units(self.height)))
    }

    /// The part of it that a picture of this shape fills, in its middle.
    pub fn holding(&self, wide: f64, high: f64) -> Area {
        let scale = (self.width / wide).min(self.height / high);
        let (width, height) = (wide * scale, high * scale);
        Area { left: self.left + (self.width - width) / 2.0, top: self.top, width, height }
    }
}

/// How a text looks.
#[derive(Clone, Copy, Debug)]
pub struct Type {
    /// Size, points.
    pub size: f64,
    /// Colour of the theme: `tx1`, `tx2`.
    pub colour: &'static str,
    /// Whether it is bold.
    pub bold: bool,
}

impl Type {
    /// Running text.
    pub fn ink(size: f64) -> Self {
        Type { size, colour: "tx1", bold: false }
    }

    /// What only explains.
    pub fn muted(size: f64) -> Self {
        Type { size, colour: "tx2", bold: false }
    }

    /// The same, bold.
    pub fn bold(self) -> Self {
        Type { bold: true, ..self }
    }

    /// Its properties under the name of their element.
    pub fn properties(self, name: &'static str, words: Words) -> Node {
        let size = (self.size * 100.0).round() as i64;
        let node = Node::new(name).with("lang", tag(words)).with("sz", size).with("b", u8::from(self.bold));
        let fonts = [("a:latin", "+mn-lt"), ("a:ea", "+mn-ea"), ("a:cs", "+mn-cs")];
        let fonts = fonts.map(|(name, face)| Node::new(name).with("typeface", face));
        node.node(fill(self.colour)).nodes(fonts)
    }
}

/// The language as office programs name it.
pub fn tag(words: Words) -> &'static str {
    match words.language() {
        delight_model::scenario::Language::English => "en-GB",
        delight_model::scenario::Language::Dutch => "nl-NL",
    }
}

/// A colour of the theme as a filling.
pub fn fill(colour: &'static str) -> Node {
    Node::new("a:solidFill").node(Node::val("a:schemeClr", colour))
}

/// A paragraph of one text; `align` is `l`, `r` or `ctr`.
pub fn paragraph(text: &str, of: Type, align: &'static str, words: Words) -> Node {
    let run = Node::new("a:r").node(of.properties("a:rPr", words)).node(Node::new("a:t").text(text));
    Node::new("a:p").node(Node::new("a:pPr").with("algn", align)).node(run)
}

/// Lines that a text takes in a room so wide, broken between words.
pub fn lines(text: &str, of: Type, room: f64) -> usize {
    let weight = if of.bold { Weight::SemiBold } else { Weight::Regular };
    let space = text_width(" ", of.size, weight);
    let (mut count, mut used) = (1, 0.0);
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = text_width(word, of.size, weight);
        if used > 0.0 && used + space + wide > room {
            (count, used) = (count + 1, 0.0);
        }
        used += wide + if used > 0.0 { space } else { 0.0 };
        // A word that is wider than the room is broken inside.
        count += (used / room) as usize;
        used %= room;
    }
    count
}

/// The largest of these sizes in which a text takes at most so many lines; the last where none does.
pub fn largest(text: &str, of: Type, room: f64, sizes: &[(f64, usize)]) -> Type {
    let fits = |(size, most): &&(f64, usize)| lines(text, Type { size: *size, ..of }, room) <= *most;
    let size = sizes.iter().find(fits).or(sizes.last()).map_or(of.size, |(size, _)| *size);
    Type { size, ..of }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_text_is_set_smaller_and_never_below_the_smallest_size() {
        let of =
            |words: usize| largest(&"word ".repeat(words), Type::ink(0.0), 400.0, &[(26.0, 2), (20.0, 2), (16.0, 3)]);
        assert_eq!([4, 14, 17, 300].map(|words| of(words).size), [26.0, 20.0, 16.0, 16.0]);
    }

    #[test]
    fn a_word_wider_than_its_room_takes_several_lines() {
        assert_eq!(lines("a b", Type::ink(10.0), 100.0), 1);
        let wide = text_width(&"m".repeat(40), 10.0, Weight::Regular);
        assert_eq!(lines(&"m".repeat(40), Type::ink(10.0), 100.0), 1 + (wide / 100.0) as usize);
    }
}
