//! The parts that are the same for every case: presentation, master, layout, themes.

use super::package::{Package, Relations};
use super::slide::{SLIDE, TITLE, bar, in_root, namespaced};
use super::text::{Area, POINT, Type, fill, tag};
use super::xml::Node;
use crate::plot::Theme;
use crate::words::Words;
use std::io;

/// Where the slide stands on a page of notes, points.
const IMAGE: Area = Area { left: 54.0, top: 60.0, width: 432.0, height: 243.0 };
/// Where the notes stand there.
const NOTES: Area = Area { left: 54.0, top: 330.0, width: 432.0, height: 330.0 };
/// Width and height of a page of notes.
const PAGE: [f64; 2] = [540.0, 720.0];

/// Adds all of them, for so many slides.
///
/// # Errors
/// None that memory does not have.
pub fn add(package: &mut Package, slides: usize, words: Words) -> io::Result<()> {
    presentation(package, slides)?;
    for (number, main) in [(1, "slideMasters/slideMaster1.xml"), (2, "notesMasters/notesMaster1.xml")] {
        package.add(format!("ppt/theme/theme{number}.xml"), "theme+xml", theme());
        let mut names = Relations::default();
        if number == 1 {
            names.to("slideLayout", "../slideLayouts/slideLayout1.xml");
        }
        names.to("theme", format!("../theme/theme{number}.xml"));
        package.relate(&format!("ppt/{main}"), &names)?;
    }
    package.add("ppt/slideMasters/slideMaster1.xml", "presentationml.slideMaster+xml", master(words).part()?);
    package.add("ppt/notesMasters/notesMaster1.xml", "presentationml.notesMaster+xml", notes_master(words).part()?);
    package.add("ppt/slideLayouts/slideLayout1.xml", "presentationml.slideLayout+xml", layout().part()?);
    let mut names = Relations::default();
    names.to("slideMaster", "../slideMasters/slideMaster1.xml");
    package.relate("ppt/slideLayouts/slideLayout1.xml", &names)
}

fn presentation(package: &mut Package, slides: usize) -> io::Result<()> {
    let mut names = Relations::default();
    let master = names.to("slideMaster", "slideMasters/slideMaster1.xml");
    let notes = names.to("notesMaster", "notesMasters/notesMaster1.xml");
    names.to("theme", "theme/theme1.xml");
    let ids: Vec<String> = (1..=slides).map(|n| names.to("slide", format!("slides/slide{n}.xml"))).collect();
    let size = |name: &'static str, [wide, high]: [f64; 2]| {
        let units = |points: f64| (points * POINT).round() as i64;
        Node::new(name).with("cx", units(wide)).with("cy", units(high))
    };
    let slide = |(place, id): (usize, &String)| Node::new("p:sldId").with("id", 256 + place).with("r:id", id);
    let master = Node::new("p:sldMasterId").with("id", 2_147_483_648_u32).with("r:id", master);
    let node = namespaced("p:presentation")
        .node(Node::new("p:sldMasterIdLst").node(master))
        .node(Node::new("p:notesMasterIdLst").node(Node::new("p:notesMasterId").with("r:id", notes)))
        .node(Node::new("p:sldIdLst").nodes(ids.iter().enumerate().map(slide)))
        .node(size("p:sldSz", SLIDE))
        .node(size("p:notesSz", PAGE));
    package.add("ppt/presentation.xml", "presentationml.presentation.main+xml", node.part()?);
    package.relate("ppt/presentation.xml", &names)
}

/// The theme: the colours of the figures.
fn theme() -> String {
    let colours = Theme::light().colors();
    let with = |text: String, (name, colour): &(String, crate::plot::Color)| {
        text.replace(&format!("%{name}%"), colour.css().trim_start_matches('#'))
    };
    colours.iter().fold(include_str!("parts/theme.xml").to_owned(), with)
}

fn master(words: Words) -> Node {
    let id = Node::new("p:sldLayoutId").with("id", 2_147_483_649_u32).with("r:id", "rId1");
    with_ground("p:sldMaster", vec![placeholder(("title", None), TITLE)])
        .node(colours())
        .node(Node::new("p:sldLayoutIdLst").node(id))
        .node(styles(words))
}

/// What titles, texts and all else look like that says nothing of its own.
fn styles(words: Words) -> Node {
    let level = |of: Type| {
        Node::new("a:lvl1pPr").with("algn", "l").node(Node::new("a:buNone")).node(of.properties("a:defRPr", words))
    };
    Node::new("p:txStyles")
        .node(Node::new("p:titleStyle").node(level(Type::ink(26.0).bold())))
        .node(Node::new("p:bodyStyle").node(level(Type::ink(16.0))))
        .node(Node::new("p:otherStyle").node(level(Type::ink(12.0))))
}

/// The one layout: a title beside a bar of colour.
fn layout() -> Node {
    let side = Area { left: 24.0, width: 4.0, top: TITLE.top + 3.0, height: 26.0 };
    let shapes = vec![
        bar(side, "accent1"),
        placeholder(("title", None), TITLE),
        placeholder(("ftr", Some(11)), Area { left: 40.0, top: 506.0, width: 800.0, height: 20.0 }),
        placeholder(("sldNum", Some(12)), Area { left: 860.0, top: 506.0, width: 60.0, height: 20.0 }),
    ];
    let node = in_root("p:sldLayout", shapes).with("type", "titleOnly").with("preserve", 1);
    node.node(Node::new("p:clrMapOvr").node(Node::new("a:masterClrMapping")))
}

fn notes_master(words: Words) -> Node {
    let image = placeholder(("sldImg", Some(0)), IMAGE);
    with_ground("p:notesMaster", vec![image, placeholder(("body", Some(1)), NOTES)]).node(colours()).node(
        Node::new("p:notesStyle").node(Node::new("a:lvl1pPr").node(Type::ink(12.0).properties("a:defRPr", words))),
    )
}

/// A master with a white ground.
fn with_ground(name: &'static str, shapes: Vec<Node>) -> Node {
    let ground = Node::new("p:bg").node(Node::new("p:bgPr").node(fill("bg1")).node(Node::new("a:effectLst")));
    super::slide::in_root_on(name, Some(ground), shapes)
}

fn placeholder((kind, place): (&str, Option<usize>), at: Area) -> Node {
    let ph = Node::new("p:ph").with("type", kind);
    let ph = place.into_iter().fold(ph, |ph, place| ph.with("idx", place));
    let head = Node::new("p:nvSpPr")
        .node(Node::new("p:cNvPr").with("id", 2 + place.unwrap_or(0)).with("name", kind))
        .node(Node::new("p:cNvSpPr").node(Node::new("a:spLocks").with("noGrp", 1)))
        .node(Node::new("p:nvPr").node(ph));
    let shape = Node::new("a:prstGeom").with("prst", "rect").node(Node::new("a:avLst"));
    let looks = Node::new("p:spPr").node(at.transform("a:xfrm")).node(shape);
    let looks = if kind == "sldImg" { looks.node(Node::new("a:noFill")) } else { looks };
    let edges = ["lIns", "tIns", "rIns", "bIns"];
    let body = edges.iter().fold(Node::new("a:bodyPr"), |node, edge| node.with(edge, 0)).with("anchor", "t");
    let text = Node::new("p:txBody").node(body).node(Node::new("a:lstStyle"));
    let text = text.node(Node::new("a:p").node(Node::new("a:endParaRPr").with("lang", "en-GB")));
    let node = Node::new("p:sp").node(head).node(looks);
    if kind == "sldImg" { node } else { node.node(text) }
}

/// Which colour of the theme is ground, text and accent.
fn colours() -> Node {
    let pairs =
        [("bg1", "lt1"), ("tx1", "dk1"), ("bg2", "lt2"), ("tx2", "dk2"), ("hlink", "hlink"), ("folHlink", "folHlink")];
    let node = pairs.into_iter().fold(Node::new("p:clrMap"), |node, (name, colour)| node.with(name, colour));
    let accents = ["accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];
    accents.into_iter().fold(node, |node, accent| node.with(accent, accent))
}

/// Who made it and what it is about; no date of today, so that the same results give the same bytes.
///
/// # Errors
/// None that memory does not have.
pub fn properties(package: &mut Package, (title, program): (&str, &str), words: Words) -> io::Result<()> {
    let core = Node::new("cp:coreProperties")
        .with("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .node(Node::new("dc:title").text(title))
        .node(Node::new("dc:creator").text(program))
        .node(Node::new("dc:language").text(tag(words)))
        .node(Node::new("dcterms:created").with("xsi:type", "dcterms:W3CDTF").text("2000-01-01T00:00:00Z"));
    package.add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core.part()?);
    let mut names = Relations::default();
    names.to("officeDocument", "ppt/presentation.xml");
    names.to(
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
    );
    package.relate("", &names)
}
