//! `deck.pptx`: the story of a case as slides, each of which shows one table, chart or picture.
//!
//! The few parts of Office Open XML that it takes are written here: no crate that writes presentations was found to give
//! the same bytes twice (docs/results.md).

mod chart;
mod fixed;
mod numbers;
mod package;
mod sheet;
mod slide;
mod table;
mod text;
mod xml;

use super::results::Results;
use super::story::{Body, Chapter, source, story};
use crate::page::chart::OfficeChart;
use crate::page::figure::Named;
use crate::plot::{PlotError, Size, Theme};
use crate::words::Words;
use crate::words::format::isolated;
use package::{Package, Relations};
use rust_xlsxwriter::XlsxError;
use slide::{Slide, Told, notes};
use std::{fmt, io};
use text::Area;

/// Slides that a deck has at most.
pub const MOST_SLIDES: usize = 10;

/// Why a deck cannot be made.
#[derive(Debug)]
pub enum DeckError {
    /// A figure cannot be drawn.
    Figure(PlotError),
    /// The numbers of a chart do not go into a sheet.
    Numbers(XlsxError),
    /// The file cannot be put together.
    File(io::Error),
}

impl fmt::Display for DeckError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DeckError::Figure(error) => error.fmt(f),
            DeckError::Numbers(error) => error.fmt(f),
            DeckError::File(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for DeckError {}

impl From<PlotError> for DeckError {
    fn from(error: PlotError) -> Self {
        DeckError::Figure(error)
    }
}

impl From<XlsxError> for DeckError {
    fn from(error: XlsxError) -> Self {
        DeckError::Numbers(error)
    }
}

impl From<io::Error> for DeckError {
    fn from(error: io::Error) -> Self {
        DeckError::File(error)
    }
}

/// The deck as the bytes of a `.pptx` file, without standard errors; the same bytes for the same results and language.
///
/// # Errors
/// [`DeckError`] if a figure cannot be drawn, or the file would be larger than one can be.
pub fn deck(results: &Results, words: Words) -> Result<Vec<u8>, DeckError> {
    let (f, words) = (&results.findings, words.without_errors());
    let mut parts = story(results, words);
    parts.truncate(MOST_SLIDES);
    let mut package = Package::default();
    let title = format!("{} – {}", isolated(&f.case.name), words.say("html-kind"));
    fixed::properties(&mut package, (&title, &format!("delight {}", f.version)), words)?;
    fixed::add(&mut package, parts.len(), words)?;
    let source = source(f, words);
    for (number, part) in (1..).zip(&parts) {
        Maker { package: &mut package, number, words }.slide(part, &source)?;
    }
    Ok(package.finish()?)
}

/// Makes a slide with all that it names.
struct Maker<'a> {
    package: &'a mut Package,
    number: usize,
    words: Words,
}

impl Maker<'_> {
    fn slide(&mut self, part: &Chapter, source: &str) -> Result<(), DeckError> {
        let (number, words) = (self.number, self.words);
        let mut names = Relations::default();
        names.to("slideLayout", "../slideLayouts/slideLayout1.xml");
        names.to("notesSlide", format!("../notesSlides/notesSlide{number}.xml"));
        let mut slide = Slide::new(&part.finding, words);
        let place = slide.lead(&part.lead);
        let mut said = vec![part.finding.clone()];
        said.extend(part.notes.iter().cloned());
        match &part.body {
            Body::Table(table) => {
                let laid = table::lay(table, place, words);
                slide.table(laid.node, Area { height: laid.height, ..place });
                if laid.left_out > 0 {
                    said.push(words.say_with("story-left-out", &[("rows", &laid.left_out.to_string())]));
                }
            }
            Body::Sentences(all) => slide.sentences(all, place),
            Body::Figure(named, None) => self.picture(&mut slide, named, place, &mut names)?,
            Body::Figure(named, Some(chart)) => self.chart(&mut slide, (named, chart), place, &mut names)?,
        }
        slide.footer(source);
        let name = format!("ppt/slides/slide{number}.xml");
        self.package.add(&name, "presentationml.slide+xml", slide.part().part()?);
        self.package.relate(&name, &names)?;
        self.notes(&said)?;
        Ok(())
    }

    /// What is said with the slide.
    fn notes(&mut self, said: &[String]) -> io::Result<()> {
        let name = format!("ppt/notesSlides/notesSlide{}.xml", self.number);
        let mut names = Relations::default();
        names.to("notesMaster", "../notesMasters/notesMaster1.xml");
        names.to("slide", format!("../slides/slide{}.xml", self.number));
        self.package.add(&name, "presentationml.notesSlide+xml", notes(said, self.words).part()?);
        self.package.relate(&name, &names)
    }

    fn picture(
        &mut self,
        slide: &mut Slide,
        named: &Named,
        place: Area,
        names: &mut Relations,
    ) -> Result<(), DeckError> {
        let (theme, asked) = (Theme::light().in_page(), [place.width, place.height].map(|points| points as u32));
        let asked = Size { width: asked[0], height: asked[1] };
        // A figure may know its own height.
        let own = named.figure.scene(asked, &theme)?.size;
        let png = named.figure.png(asked, &theme)?;
        let file = format!("image{}.png", self.number);
        self.package.add(format!("ppt/media/{file}"), "image/png", png);
        let id = names.to("image", format!("../media/{file}"));
        slide.picture(&id, told(named), place.holding(f64::from(own.width), f64::from(own.height)));
        Ok(())
    }

    fn chart(
        &mut self,
        slide: &mut Slide,
        (named, chart): (&Named, &OfficeChart),
        place: Area,
        names: &mut Relations,
    ) -> Result<(), DeckError> {
        let (file, book) = (format!("chart{}.xml", self.number), format!("Microsoft_Excel_Sheet{}.xlsx", self.number));
        let mut behind = Relations::default();
        let id = behind.to("package", format!("../embeddings/{book}"));
        let path = format!("ppt/charts/{file}");
        self.package.add(&path, "drawingml.chart+xml", chart::part(chart, &id, self.words).part()?);
        self.package.relate(&path, &behind)?;
        self.package.add(format!("ppt/embeddings/{book}"), "spreadsheetml.sheet", sheet::workbook(chart)?);
        slide.chart(&names.to("chart", format!("../charts/{file}")), told(named), place);
        Ok(())
    }
}

fn told(named: &Named) -> Told<'_> {
    Told { name: named.name, description: &named.figure.caption().description }
}
