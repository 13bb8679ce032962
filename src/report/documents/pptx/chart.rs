//! A chart that the office program draws itself, with the numbers behind it.

use super::numbers::{along, beside};
use super::sheet::SHEET;
use super::text::{Type, fill, paragraph, tag};
use super::xml::Node;
use crate::page::chart::{OfficeChart, OfficeKind, OfficeRole, OfficeSeries};
use crate::words::Words;

/// The two axes, by numbers that mean nothing else.
const AXES: [u32; 2] = [111, 222];

/// The part of a chart; its workbook is the part that `book` names.
pub fn part(chart: &OfficeChart, book: &str, words: Words) -> Node {
    let plot = Node::new("c:plotArea").node(Node::new("c:layout")).node(match chart.kind {
        OfficeKind::Bars => bars(chart, words),
        OfficeKind::Lines => lines(chart),
    });
    let plot = plot.node(categories(chart, words)).node(values(chart, words));
    let mut whole = Node::new("c:chart").node(Node::val("c:autoTitleDeleted", 1)).node(plot);
    if chart.series.len() > 1 {
        let legend = Node::new("c:legend").node(Node::val("c:legendPos", "r"));
        whole = whole.node(legend.node(Node::val("c:overlay", 0)).node(small(words)));
    }
    let whole = whole.node(Node::val("c:plotVisOnly", 1)).node(Node::val("c:dispBlanksAs", "gap"));
    let office = "http://schemas.openxmlformats.org/";
    Node::new("c:chartSpace")
        .with("xmlns:c", format!("{office}drawingml/2006/chart"))
        .with("xmlns:a", format!("{office}drawingml/2006/main"))
        .with("xmlns:r", format!("{office}officeDocument/2006/relationships"))
        .node(Node::val("c:date1904", 0))
        .node(Node::val("c:lang", tag(words)))
        .node(Node::val("c:roundedCorners", 0))
        .node(whole)
        .node(small(words))
        .node(Node::new("c:externalData").with("r:id", book).node(Node::val("c:autoUpdate", 0)))
}

/// The type of all texts that say nothing of their own.
fn small(words: Words) -> Node {
    let paragraph = Node::new("a:p")
        .node(Node::new("a:pPr").node(Type::ink(12.0).properties("a:defRPr", words)))
        .node(Node::new("a:endParaRPr").with("lang", tag(words)));
    Node::new("c:txPr").node(Node::new("a:bodyPr")).node(Node::new("a:lstStyle")).node(paragraph)
}

fn bars(chart: &OfficeChart, words: Words) -> Node {
    let labels = Node::new("c:dLbls")
        .node(format_of(beside(chart, words)))
        .node(Node::new("c:spPr").node(Node::new("a:noFill")).node(Node::new("a:ln").node(Node::new("a:noFill"))))
        .node(small(words))
        .node(Node::val("c:dLblPos", "outEnd"))
        .node(Node::val("c:showLegendKey", 0))
        .node(Node::val("c:showVal", 1))
        .nodes(["c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize"].map(|name| Node::val(name, 0)));
    let one = |(place, series): (usize, &OfficeSeries)| {
        let points = series.roles.iter().enumerate().map(|(at, role)| {
            Node::new("c:dPt")
                .node(Node::val("c:idx", at))
                .node(Node::val("c:invertIfNegative", 0))
                .node(Node::val("c:bubble3D", 0))
                .node(Node::new("c:spPr").node(fill(colour(*role))))
        });
        head(place, series)
            .node(Node::new("c:spPr").node(fill("accent2")))
            .node(Node::val("c:invertIfNegative", 0))
            .nodes(points)
            .node(labels.clone())
            .nodes(data(place, chart, series))
    };
    Node::new("c:barChart")
        .node(Node::val("c:barDir", "bar"))
        .node(Node::val("c:grouping", "clustered"))
        .node(Node::val("c:varyColors", 0))
        .nodes(chart.series.iter().enumerate().map(one))
        .node(Node::val("c:gapWidth", 45))
        .nodes(AXES.map(|axis| Node::val("c:axId", axis)))
}

fn lines(chart: &OfficeChart) -> Node {
    let one = |(place, series): (usize, &OfficeSeries)| {
        let role = series.roles.first().copied().unwrap_or(OfficeRole::Main);
        let (width, dash) = match role {
            OfficeRole::Main => (2.75, "solid"),
            OfficeRole::Far => (1.5, "sysDash"),
            _ => (1.5, "solid"),
        };
        let line = Node::new("a:ln").with("w", (width * super::text::POINT) as i64).with("cap", "rnd");
        let line = line.node(fill(colour(role))).node(Node::val("a:prstDash", dash)).node(Node::new("a:round"));
        head(place, series)
            .node(Node::new("c:spPr").node(line))
            .node(Node::new("c:marker").node(Node::val("c:symbol", "none")))
            .nodes(data(place, chart, series))
            .node(Node::val("c:smooth", 0))
    };
    Node::new("c:scatterChart")
        .node(Node::val("c:scatterStyle", "lineMarker"))
        .node(Node::val("c:varyColors", 0))
        .nodes(chart.series.iter().enumerate().map(one))
        .nodes(AXES.map(|axis| Node::val("c:axId", axis)))
}

/// The colour of the theme for a role.
fn colour(role: OfficeRole) -> &'static str {
    match role {
        OfficeRole::Main => "accent1",
        OfficeRole::Gain | OfficeRole::Far => "accent2",
        OfficeRole::Loss => "accent3",
        OfficeRole::Near => "accent4",
    }
}

/// A row of numbers with its name in the workbook.
fn head(place: usize, series: &OfficeSeries) -> Node {
    let name = cache("c:strCache", [Some(series.name.clone())], None);
    let reference = Node::new("c:strRef").node(cell(format!("{SHEET}!${}$1", column(place)))).node(name);
    Node::new("c:ser")
        .node(Node::val("c:idx", place))
        .node(Node::val("c:order", place))
        .node(Node::new("c:tx").node(reference))
}

/// Categories and numbers, where they stand in the workbook, and as they were.
fn data(place: usize, chart: &OfficeChart, series: &OfficeSeries) -> [Node; 2] {
    let last = chart.categories.len() + 1;
    let column = column(place);
    let first = cell(format!("{SHEET}!$A$2:$A${last}"));
    let names = || chart.categories.iter().map(|name| Some(name.clone()));
    let numbers = series.values.iter().map(|value| value.map(|x| x.to_string()));
    let numbers = cache("c:numCache", numbers, Some("General"));
    let of = Node::new("c:numRef").node(cell(format!("{SHEET}!${column}$2:${column}${last}"))).node(numbers);
    match chart.kind {
        OfficeKind::Bars => {
            let at = Node::new("c:strRef").node(first).node(cache("c:strCache", names(), None));
            [Node::new("c:cat").node(at), Node::new("c:val").node(of)]
        }
        OfficeKind::Lines => {
            let at = Node::new("c:numRef").node(first).node(cache("c:numCache", names(), Some("General")));
            [Node::new("c:xVal").node(at), Node::new("c:yVal").node(of)]
        }
    }
}

/// The letter of the column of a row of numbers; a chart has fewer than there are letters.
fn column(place: usize) -> char {
    char::from(b'B' + (place % 25) as u8)
}

fn cell(range: String) -> Node {
    Node::new("c:f").text(&range)
}

fn cache(name: &'static str, values: impl IntoIterator<Item = Option<String>>, format: Option<&str>) -> Node {
    let values: Vec<Option<String>> = values.into_iter().collect();
    let points = values.iter().enumerate().filter_map(|(at, value)| {
        let value = value.as_ref()?;
        Some(Node::new("c:pt").with("idx", at).node(Node::new("c:v").text(value)))
    });
    let format = format.map(|format| Node::new("c:formatCode").text(format));
    Node::new(name).nodes(format).node(Node::val("c:ptCount", values.len())).nodes(points.collect::<Vec<_>>())
}

/// The axis of the categories: names from top to bottom, or months from left to right.
fn categories(chart: &OfficeChart, words: Words) -> Node {
    if chart.kind == OfficeKind::Lines {
        return months(chart, words);
    }
    let axis = axis("c:catAx", 0, Node::new("c:scaling").node(Node::val("c:orientation", "maxMin")));
    let axis = axis.node(Node::val("c:delete", 0)).node(Node::val("c:axPos", "l"));
    let axis = axis.nodes(marks("low")).node(line("tx2")).node(small(words)).nodes(crossing(0));
    let axis =
        axis.node(Node::val("c:auto", 0)).node(Node::val("c:lblAlgn", "ctr")).node(Node::val("c:lblOffset", 100));
    axis.node(Node::val("c:noMultiLvlLbl", 1))
}

fn months(chart: &OfficeChart, words: Words) -> Node {
    let last = chart.categories.len();
    let step = match last {
        0..=12 => 1,
        13..=24 => 3,
        25..=36 => 6,
        _ => 12,
    };
    let scale = Node::new("c:scaling").node(Node::val("c:orientation", "minMax")).node(Node::val("c:max", last));
    let axis = axis("c:valAx", 0, scale.node(Node::val("c:min", 0)));
    let axis = axis.node(Node::val("c:delete", 0)).node(Node::val("c:axPos", "b"));
    let axis = axis.nodes(title(&chart.categories_title, words)).node(format_of("0".to_owned()));
    let axis = axis.nodes(marks("low")).node(line("tx2")).node(small(words)).nodes(crossing(0));
    axis.node(Node::val("c:crossBetween", "midCat")).node(Node::val("c:majorUnit", step))
}

/// The axis of the numbers; none is seen beside bars, which have their numbers.
fn values(chart: &OfficeChart, words: Words) -> Node {
    let axis = axis("c:valAx", 1, Node::new("c:scaling").node(Node::val("c:orientation", "minMax")));
    let (axis, between) = match chart.kind {
        OfficeKind::Bars => (axis.node(Node::val("c:delete", 1)).node(Node::val("c:axPos", "t")), "between"),
        OfficeKind::Lines => {
            let axis = axis.node(Node::val("c:delete", 0)).node(Node::val("c:axPos", "l"));
            let axis = axis.node(Node::new("c:majorGridlines").node(line("bg2")));
            (axis.nodes(title(&chart.values_title, words)), "midCat")
        }
    };
    let axis = axis.node(format_of(along(chart, words))).nodes(marks("nextTo")).node(line("bg2"));
    axis.node(small(words)).nodes(crossing(1)).node(Node::val("c:crossBetween", between))
}

fn axis(name: &'static str, place: usize, scaling: Node) -> Node {
    Node::new(name).node(Node::val("c:axId", AXES[place])).node(scaling)
}

fn format_of(code: String) -> Node {
    Node::new("c:numFmt").with("formatCode", code).with("sourceLinked", 0)
}

fn marks(labels: &str) -> [Node; 3] {
    [Node::val("c:majorTickMark", "none"), Node::val("c:minorTickMark", "none"), Node::val("c:tickLblPos", labels)]
}

fn crossing(place: usize) -> [Node; 2] {
    [Node::val("c:crossAx", AXES[1 - place]), Node::val("c:crosses", "autoZero")]
}

fn line(colour: &'static str) -> Node {
    Node::new("c:spPr").node(Node::new("a:ln").with("w", 9525).node(fill(colour)))
}

fn title(text: &str, words: Words) -> Option<Node> {
    let rich = Node::new("c:rich").node(Node::new("a:bodyPr")).node(Node::new("a:lstStyle"));
    let rich = rich.node(paragraph(text, Type::muted(12.0), "ctr", words));
    let title = Node::new("c:title").node(Node::new("c:tx").node(rich)).node(Node::val("c:overlay", 0));
    (!text.is_empty()).then_some(title)
}
