//! A fan over the months: two percentile bands, the median, direct labels at the right, notes at marked points.

use crate::plot::canvas::axes::Axes;
use crate::plot::canvas::caption::Caption;
use crate::plot::canvas::edge::{EdgeLabel, EdgeLabels};
use crate::plot::canvas::error::{PlotError, check_length};
use crate::plot::canvas::font::{Weight, width, wrap};
use crate::plot::canvas::format::Format;
use crate::plot::canvas::frame::{Frame, no_data, text};
use crate::plot::canvas::held::AxisRange;
use crate::plot::canvas::label::{Label, Wording};
use crate::plot::canvas::months;
use crate::plot::canvas::place::near;
use crate::plot::canvas::scene::{Point, Rect, Scene, Size};
use crate::plot::canvas::style::{Theme, line_width, text_size};
use crate::plot::canvas::ticks::{extent, last_usable};

/// Percentiles of one quantity over the trials, month by month; all columns have the same length.
///
/// Element 0 belongs to the end of month 1. NaN where the quantity does not exist leaves a gap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bands {
    /// 5 % of the trials lie below.
    pub p5: Vec<f64>,
    /// 25 % of the trials lie below.
    pub p25: Vec<f64>,
    /// Half of the trials lie below.
    pub p50: Vec<f64>,
    /// 75 % of the trials lie below.
    pub p75: Vec<f64>,
    /// 95 % of the trials lie below.
    pub p95: Vec<f64>,
}

impl Bands {
    fn columns(&self) -> [(&'static str, &[f64]); 5] {
        [("p95", &self.p95), ("p75", &self.p75), ("p50", &self.p50), ("p25", &self.p25), ("p5", &self.p5)]
    }

    fn check(&self) -> Result<usize, PlotError> {
        let months = self.p50.len();
        if !(1..=months::MOST).contains(&months) {
            return Err(PlotError::Months(months));
        }
        for (column, values) in self.columns() {
            check_length(column, values, months)?;
        }
        Ok(months)
    }
}

/// A marked point of the median.
pub(crate) struct Note {
    /// Months since the start, fractions between month ends.
    pub month: f64,
    pub value: f64,
    pub words: String,
}

/// Composes a fan with its notes.
pub(crate) fn fan(
    caption: &Caption,
    bands: &Bands,
    format: &Format,
    notes: &[Note],
    held: Option<AxisRange>,
    size: Size,
    theme: &Theme,
) -> Result<Scene, PlotError> {
    let horizon = bands.check()?;
    let mut frame = Frame::new(caption, size, theme)?;
    let range = extent(bands.columns().iter().flat_map(|(_, values)| values.iter().copied()));
    let wording = &frame.wording.clone();
    let room = EdgeLabels::new(labels(bands, format, wording, None, theme)).room();
    let (low, high) = range.unwrap_or((0.0, 0.0));
    let axis = AxisRange { range: [low.min(0.0), high.max(0.0)], room }.or_held(held);
    let [low, high] = axis.range;
    let axes = Axes::draw(&mut frame, Some((low, high)), horizon, axis.room, format, theme);
    frame.scene.axis = Some(axis);
    let scene = &mut frame.scene;
    axes.band(scene, &bands.p5, &bands.p95, theme.outer_band, 1.0);
    axes.band(scene, &bands.p25, &bands.p75, theme.inner_band, 1.0);
    axes.zero_line(scene, theme);
    for run in axes.runs(&bands.p50) {
        match run[..] {
            [single] => scene.disc(single, line_width::MEDIAN, theme.main),
            _ => scene.line(run, theme.main, line_width::MEDIAN),
        }
    }
    if range.is_none() {
        no_data(scene, axes.plot, wording, theme);
    } else {
        EdgeLabels::new(labels(bands, format, wording, Some(axes), theme)).draw(scene, axes.plot);
    }
    draw_notes(scene, axes, bands, notes, theme);
    Ok(frame.scene)
}

fn labels(bands: &Bands, format: &Format, wording: &Wording, axes: Option<Axes>, theme: &Theme) -> Vec<EdgeLabel> {
    let labels = bands.columns().into_iter().filter_map(|(column, values)| {
        let (month, value) = last_usable(values)?;
        let median = column == "p50";
        Some(EdgeLabel {
            end: axes.map(|axes| axes.point(month as f64, value)),
            name: if median { wording.write(Label::Median) } else { column.to_uppercase() },
            value: format.write(value),
            name_color: if median { theme.main } else { theme.muted },
            value_color: if median { theme.main } else { theme.ink },
            leader: if median { theme.main } else { theme.inner_band },
            weight: if median { Weight::SemiBold } else { Weight::Regular },
        })
    });
    labels.collect()
}

/// Share of the plot that a line of a note may take before it is broken.
const NOTE_WIDTH: f64 = 0.62;
/// Lines that a note may take.
const NOTE_LINES: usize = 3;
/// Height of a line of a note.
const NOTE_LINE: f64 = 17.0;

fn draw_notes(scene: &mut Scene, axes: Axes, bands: &Bands, notes: &[Note], theme: &Theme) {
    let curve: Vec<Point> =
        axes.runs(&bands.p50).into_iter().flatten().flat_map(|p| [p, (p.0, axes.y.at(0.0))]).collect();
    let mut taken: Vec<Rect> = notes.iter().map(|note| ring(axes.point(note.month, note.value))).collect();
    let mut written: Vec<Rect> = Vec::new();
    for note in notes {
        let point = axes.point(note.month, note.value);
        let lines = note_lines(&note.words, axes.plot);
        let wide = lines.iter().map(|line| width(line, text_size::LABEL, Weight::SemiBold)).fold(0.0, f64::max);
        let size = (wide + 10.0, 3.0 + NOTE_LINE * lines.len() as f64);
        let room = near(point, size, axes.plot.grown(-2.0), &taken, &curve);
        // Rather no words than words cut off or over others: in a small figure the text around it has to say them.
        let cut = lines.iter().any(|line| line.ends_with('…'));
        if cut || !axes.plot.contains(&room) || written.iter().any(|other| room.overlap(other) > 0.0) {
            continue;
        }
        write_note(scene, &lines, room, point, theme);
        taken.push(room);
        written.push(room);
    }
    for note in notes {
        let point = axes.point(note.month, note.value);
        scene.disc(point, 5.5, theme.ink);
        scene.disc(point, 3.5, theme.background);
    }
}

/// A note in one line where the plot is wide enough for it, else broken.
fn note_lines(words: &str, plot: Rect) -> Vec<String> {
    wrap(words, text_size::LABEL, Weight::SemiBold, plot.width() * NOTE_WIDTH, NOTE_LINES)
}

fn write_note(scene: &mut Scene, lines: &[String], room: Rect, point: Point, theme: &Theme) {
    let foot = (point.0.clamp(room.left + 5.0, room.right - 5.0), point.1.clamp(room.top, room.bottom));
    scene.line(vec![point, foot], theme.ink, line_width::HAIR);
    scene.rect(room, theme.background, 0.82);
    for (place, line) in lines.iter().rev().enumerate() {
        let at = (room.left + 5.0, room.bottom - 5.5 - NOTE_LINE * place as f64);
        let mut line = text(line, at, text_size::LABEL, theme.ink);
        line.weight = Weight::SemiBold;
        scene.text(line);
    }
}

fn ring((x, y): Point) -> Rect {
    Rect { left: x, top: y, right: x, bottom: y }.grown(6.0)
}
