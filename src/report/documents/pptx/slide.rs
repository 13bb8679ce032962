//! A slide: its title, the one thing that it shows, where the numbers come from, and what is said with it.

use super::text::{Area, Type, fill, largest, lines, paragraph};
use super::xml::Node;
use crate::words::Words;

/// Width and height of a slide, points.
pub const SLIDE: [f64; 2] = [960.0, 540.0];
/// Where the title stands.
pub const TITLE: Area = Area { left: 40.0, top: 30.0, width: 880.0, height: 70.0 };
/// Where all else ends.
const BOTTOM: f64 = 490.0;
/// Where stands where the numbers come from.
const FOOTER: Area = Area { left: 40.0, top: 506.0, width: 800.0, height: 20.0 };
/// Where the number of the slide stands.
const NUMBER: Area = Area { left: 860.0, top: 506.0, width: 60.0, height: 20.0 };
/// Sizes of a title, with the lines that it may take.
const TITLES: [(f64, usize); 5] = [(26.0, 2), (24.0, 2), (22.0, 2), (20.0, 2), (17.0, 3)];
/// Sizes of sentences; the lines follow from the room.
const SENTENCES: [f64; 6] = [18.0, 16.0, 14.0, 13.0, 12.0, 10.0];

/// Shapes of a slide in the making, each with a number of its own.
pub struct Slide {
    words: Words,
    shapes: Vec<Node>,
    /// Where the next thing may stand.
    below: f64,
}

/// What a picture or chart is told as: its name, and what it shows for those who do not see it.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it shows.
    pub description: &'a str,
}

impl Slide {
    /// A slide with its title.
    pub fn new(title: &str, words: Words) -> Self {
        let of = largest(title, Type::ink(0.0).bold(), TITLE.width, &TITLES);
        let below = TITLE.top + lines(title, of, TITLE.width).clamp(1, 3) as f64 * of.size * 1.2 + 10.0;
        let mut slide = Slide { words, shapes: Vec::new(), below };
        let kind = Node::new("p:ph").with("type", "title");
        slide.text("Title", Some(kind), TITLE, vec![paragraph(title, of, "l", words)]);
        slide
    }

    /// Says how the finding is meant, and where what is shown has room below that.
    pub fn lead(&mut self, lead: &str) -> Area {
        if !lead.is_empty() {
            let of = largest(lead, Type::muted(0.0), TITLE.width, &[(13.0, 2), (12.0, 2), (10.5, 3)]);
            let height = lines(lead, of, TITLE.width) as f64 * of.size * 1.25;
            let place = Area { top: self.below, height, ..TITLE };
            self.text("Lead", None, place, vec![paragraph(lead, of, "l", self.words)]);
            self.below += height;
        }
        let top = self.below + 8.0;
        Area { top, height: BOTTOM - top, ..TITLE }
    }

    /// Sentences, each for itself, as large as they can be.
    pub fn sentences(&mut self, all: &[String], place: Area) {
        let of = |size| Type::ink(size);
        let high = |size: f64| {
            all.iter().map(|s| lines(s, of(size), place.width - 20.0) as f64 * 1.2 * size + 0.6 * size).sum::<f64>()
        };
        let size = SENTENCES.into_iter().find(|size| high(*size) <= place.height).unwrap_or(10.0);
        let paragraphs = all.iter().map(|sentence| bullet(sentence, of(size), self.words)).collect();
        self.text("Sentences", None, place, paragraphs);
    }

    /// A table as it was laid out.
    pub fn table(&mut self, table: Node, place: Area) {
        self.frame(("Table", ""), place, "table", table);
    }

    /// The chart that the slide names so.
    pub fn chart(&mut self, id: &str, told: Told, place: Area) {
        let chart = Node::new("c:chart")
            .with("xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart")
            .with("r:id", id);
        self.frame((told.name, told.description), place, "chart", chart);
    }

    /// The picture that the slide names so.
    pub fn picture(&mut self, id: &str, told: Told, place: Area) {
        let locks = Node::new("a:picLocks").with("noChangeAspect", 1);
        let head = Node::new("p:nvPicPr")
            .node(self.name(told.name, told.description))
            .node(Node::new("p:cNvPicPr").node(locks))
            .node(Node::new("p:nvPr"));
        let filled = Node::new("p:blipFill")
            .node(Node::new("a:blip").with("r:embed", id))
            .node(Node::new("a:stretch").node(Node::new("a:fillRect")));
        self.shapes.push(Node::new("p:pic").node(head).node(filled).node(rectangle(place)));
    }

    /// Where the numbers come from, and the number of the slide.
    pub fn footer(&mut self, source: &str) {
        let of = largest(source, Type::muted(0.0), FOOTER.width, &[(10.0, 1), (9.0, 1), (8.0, 1), (7.0, 2)]);
        let kind = Node::new("p:ph").with("type", "ftr").with("sz", "quarter").with("idx", 11);
        self.text("Footer", Some(kind), FOOTER, vec![paragraph(source, of, "l", self.words)]);
        let field = Node::new("a:fld")
            .with("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
            .with("type", "slidenum")
            .node(Type::muted(10.0).properties("a:rPr", self.words))
            .node(Node::new("a:t").text("‹#›"));
        let paragraph = Node::new("a:p").node(Node::new("a:pPr").with("algn", "r")).node(field);
        let kind = Node::new("p:ph").with("type", "sldNum").with("sz", "quarter").with("idx", 12);
        self.text("Number", Some(kind), NUMBER, vec![paragraph]);
    }

    /// The part of the slide.
    pub fn part(self) -> Node {
        in_root("p:sld", self.shapes).node(Node::new("p:clrMapOvr").node(Node::new("a:masterClrMapping")))
    }

    fn name(&self, name: &str, description: &str) -> Node {
        // Number 1 is that of the whole tree.
        let node = Node::new("p:cNvPr").with("id", self.shapes.len() + 2).with("name", name);
        if description.is_empty() { node } else { node.with("descr", description) }
    }

    fn text(&mut self, name: &str, kind: Option<Node>, place: Area, paragraphs: Vec<Node>) {
        let own = kind.is_none();
        let locks = if own { Node::new("p:cNvSpPr").with("txBox", 1) } else { Node::new("p:cNvSpPr") };
        let head = Node::new("p:nvSpPr").node(self.name(name, "")).node(locks).node(Node::new("p:nvPr").nodes(kind));
        let looks = if own { rectangle(place) } else { Node::new("p:spPr").node(place.transform("a:xfrm")) };
        let edges = ["lIns", "tIns", "rIns", "bIns"];
        let body = edges.iter().fold(Node::new("a:bodyPr").with("wrap", "square"), |node, edge| node.with(edge, 0));
        let body = Node::new("p:txBody").node(body.node(Node::new("a:noAutofit"))).node(Node::new("a:lstStyle"));
        self.shapes.push(Node::new("p:sp").node(head).node(looks).node(body.nodes(paragraphs)));
    }

    fn frame(&mut self, (name, description): (&str, &str), place: Area, kind: &str, inside: Node) {
        let locks = Node::new("p:cNvGraphicFramePr").node(Node::new("a:graphicFrameLocks").with("noGrp", 1));
        let head =
            Node::new("p:nvGraphicFramePr").node(self.name(name, description)).node(locks).node(Node::new("p:nvPr"));
        let uri = format!("http://schemas.openxmlformats.org/drawingml/2006/{kind}");
        let graphic = Node::new("a:graphic").node(Node::new("a:graphicData").with("uri", uri).node(inside));
        self.shapes.push(Node::new("p:graphicFrame").node(head).node(place.transform("p:xfrm")).node(graphic));
    }
}

/// A rectangle at a place.
fn rectangle(place: Area) -> Node {
    let shape = Node::new("a:prstGeom").with("prst", "rect").node(Node::new("a:avLst"));
    Node::new("p:spPr").node(place.transform("a:xfrm")).node(shape)
}

/// One of several sentences.
fn bullet(text: &str, of: Type, words: Words) -> Node {
    let unit = (of.size * super::text::POINT) as i64;
    let after = Node::new("a:spcAft").node(Node::val("a:spcPts", (of.size * 60.0) as i64));
    let looks = Node::new("a:pPr")
        .with("marL", unit)
        .with("indent", -unit)
        .with("algn", "l")
        .node(after)
        .node(Node::new("a:buClr").node(Node::val("a:schemeClr", "accent1")))
        .node(Node::new("a:buChar").with("char", "•"));
    let run = Node::new("a:r").node(of.properties("a:rPr", words)).node(Node::new("a:t").text(text));
    Node::new("a:p").node(looks).node(run)
}

/// A root with its shapes.
pub fn in_root(name: &'static str, shapes: Vec<Node>) -> Node {
    in_root_on(name, None, shapes)
}

/// The same on a ground of its own.
pub fn in_root_on(name: &'static str, ground: Option<Node>, shapes: Vec<Node>) -> Node {
    let nothing = Area { left: 0.0, top: 0.0, width: 0.0, height: 0.0 };
    let ext = nothing.transform("a:xfrm").node(Node::new("a:chOff").with("x", 0).with("y", 0));
    let ext = ext.node(Node::new("a:chExt").with("cx", 0).with("cy", 0));
    let head = Node::new("p:nvGrpSpPr")
        .node(Node::new("p:cNvPr").with("id", 1).with("name", ""))
        .node(Node::new("p:cNvGrpSpPr"))
        .node(Node::new("p:nvPr"));
    let tree = Node::new("p:spTree").node(head).node(Node::new("p:grpSpPr").node(ext)).nodes(shapes);
    namespaced(name).node(Node::new("p:cSld").nodes(ground).node(tree))
}

/// An element of presentations that is the root of its part.
pub fn namespaced(name: &'static str) -> Node {
    let office = "http://schemas.openxmlformats.org/";
    Node::new(name)
        .with("xmlns:a", format!("{office}drawingml/2006/main"))
        .with("xmlns:r", format!("{office}officeDocument/2006/relationships"))
        .with("xmlns:p", format!("{office}presentationml/2006/main"))
}

/// What is said with a slide.
pub fn notes(said: &[String], words: Words) -> Node {
    let kind = |kind: &str, place: usize| Node::new("p:ph").with("type", kind).with("idx", place);
    let head = |number: usize, name: &str, kind: Node, locks: Node| {
        Node::new("p:nvSpPr")
            .node(Node::new("p:cNvPr").with("id", number).with("name", name))
            .node(locks)
            .node(Node::new("p:nvPr").node(kind))
    };
    let locks =
        Node::new("p:cNvSpPr").node(Node::new("a:spLocks").with("noGrp", 1).with("noRot", 1).with("noChangeAspect", 1));
    let image = Node::new("p:sp").node(head(2, "Slide", kind("sldImg", 0), locks)).node(Node::new("p:spPr"));
    let paragraphs = said.iter().map(|line| {
        let run = Node::new("a:r").node(Node::new("a:rPr").with("lang", super::text::tag(words)));
        Node::new("a:p").node(run.node(Node::new("a:t").text(line)))
    });
    let body = Node::new("p:txBody").node(Node::new("a:bodyPr")).node(Node::new("a:lstStyle")).nodes(paragraphs);
    let text = head(3, "Notes", kind("body", 1), Node::new("p:cNvSpPr"));
    let text = Node::new("p:sp").node(text).node(Node::new("p:spPr")).node(body);
    in_root("p:notes", vec![image, text]).node(Node::new("p:clrMapOvr").node(Node::new("a:masterClrMapping")))
}

/// A bar of colour, as the layout has one beside its titles.
pub fn bar(place: Area, colour: &'static str) -> Node {
    let head = Node::new("p:nvSpPr")
        .node(Node::new("p:cNvPr").with("id", 90).with("name", "Bar"))
        .node(Node::new("p:cNvSpPr"))
        .node(Node::new("p:nvPr").with("userDrawn", 1));
    let looks = rectangle(place).node(fill(colour)).node(Node::new("a:ln").node(Node::new("a:noFill")));
    Node::new("p:sp").node(head).node(looks)
}
