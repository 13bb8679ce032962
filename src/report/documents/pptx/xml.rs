//! Elements of a part, written by quick-xml, which escapes what readers wrote.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io;

/// An element with its attributes and what stands in it.
#[derive(Clone, Debug)]
pub struct Node {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    inside: Vec<Inside>,
}

#[derive(Clone, Debug)]
enum Inside {
    Node(Node),
    Text(String),
}

impl Node {
    /// An element that holds nothing.
    pub fn new(name: &'static str) -> Self {
        Node { name, attributes: Vec::new(), inside: Vec::new() }
    }

    /// An element with the one attribute `val`.
    pub fn val(name: &'static str, value: impl ToString) -> Self {
        Node::new(name).with("val", value)
    }

    /// The same with an attribute.
    pub fn with(mut self, key: &'static str, value: impl ToString) -> Self {
        self.attributes.push((key, plain(&value.to_string())));
        self
    }

    /// The same with an element in it.
    pub fn node(mut self, node: Node) -> Self {
        self.inside.push(Inside::Node(node));
        self
    }

    /// The same with elements in it.
    pub fn nodes(self, nodes: impl IntoIterator<Item = Node>) -> Self {
        nodes.into_iter().fold(self, Node::node)
    }

    /// The same with a text in it.
    pub fn text(mut self, text: &str) -> Self {
        self.inside.push(Inside::Text(plain(text)));
        self
    }

    /// The whole part, of which this is the root.
    ///
    /// # Errors
    /// None that memory does not have.
    pub fn part(&self) -> io::Result<Vec<u8>> {
        let mut out = Writer::new(Vec::new());
        out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        self.write(&mut out)?;
        Ok(out.into_inner())
    }

    fn write(&self, out: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let mut start = BytesStart::new(self.name);
        for (key, value) in &self.attributes {
            start.push_attribute((*key, value.as_str()));
        }
        if self.inside.is_empty() {
            return out.write_event(Event::Empty(start));
        }
        out.write_event(Event::Start(start))?;
        for inside in &self.inside {
            match inside {
                Inside::Node(node) => node.write(out)?,
                Inside::Text(text) => out.write_event(Event::Text(BytesText::new(text)))?,
            }
        }
        out.write_event(Event::End(BytesEnd::new(self.name)))
    }
}

/// A text without what XML forbids and without line breaks.
fn plain(text: &str) -> String {
    let seen = |c: char| if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') { ' ' } else { c };
    text.chars().map(seen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_wrote_is_no_markup() {
        let root = Node::new("a").with("b", "1 < \"2\" & 3\n").text("<x> & \u{1}\u{ffff}y").node(Node::val("c", 1.5));
        let part = String::from_utf8(root.part().unwrap()).unwrap();
        let document = roxmltree::Document::parse(&part).unwrap();
        assert_eq!(document.root_element().attribute("b"), Some("1 < \"2\" & 3 "));
        assert_eq!(document.root_element().text(), Some("<x> &   y"));
    }
}
