//! Tests of whole figures: no input panics, no text is cut or covered, both formats are well formed.

use super::*;

const HOSTILE: &str = "<script>alert(\"1\")</script> & 'two' ]]> \u{0}\u{7}\u{FFFE}\n third \"/>";
const LONG: &str = "A finding that takes far more words than any board would read in one go, and then goes on, and on, \
    until even two lines of a wide figure cannot hold it any more and it has to be cut somewhere, anywhere at all";

fn written(value: f64) -> String {
    if value.abs() >= 1e6 { format!("€{:.2}m", value / 1e6) } else { format!("€{value:.3}") }
}

/// Euros, along an axis with the decimals that some value there needs.
fn euros() -> Format {
    Format::new(written).with_ticks(|values| {
        let labels: Vec<String> = values.iter().map(|value| written(*value)).collect();
        let zeros = |label: &String| {
            let digits = label.trim_end_matches('m');
            digits.len() - digits.trim_end_matches('0').len()
        };
        let needless = labels.iter().filter(|label| label.contains('.')).map(zeros).min().unwrap_or(0);
        let cut = |label: &String| {
            let (digits, unit) = label.split_at(label.trim_end_matches('m').len());
            format!("{}{unit}", digits[..digits.len() - needless].trim_end_matches('.'))
        };
        labels.iter().map(cut).collect()
    })
}

/// Labels as long as readers' languages make them.
fn spelt_out() -> Wording {
    Wording::new(|label| match label {
        Label::Median => "mediaan".to_owned(),
        Label::Mean => "gemiddelde".to_owned(),
        Label::NoData => "geen gegevens".to_owned(),
        Label::PaysBack(month) => format!("mediaan terugverdiend in maand {month}"),
        Label::Lowest(amount, month) => format!("mediaan op zijn laagst: {amount}, maand {month}"),
        Label::LowestFirst(amount, funding) => format!("mediaan op zijn laagst: {amount}; nodig: {funding}"),
        Label::Month(month) => format!("month {month}"),
        Label::Year(year) => format!("year {year}"),
        Label::LossProbability(share) => format!("verlieskans {share}"),
        Label::Share(share) | Label::ShareTick(share) => format!("{:.1}%", 100.0 * share),
    })
}

fn caption(words: &str) -> Caption {
    let words = || words.to_owned();
    Caption {
        title: words(),
        subtitle: words(),
        footer: words(),
        description: words(),
        x_title: words(),
        y_title: words(),
        wording: spelt_out(),
    }
}

/// A column per percentile around `center`, `spread` apart.
fn bands(months: usize, center: impl Fn(f64) -> f64, spread: f64) -> Bands {
    let column = |z: f64| (1..=months).map(|m| center(m as f64) + z * spread).collect();
    Bands { p5: column(-2.0), p25: column(-1.0), p50: column(0.0), p75: column(1.0), p95: column(2.0) }
}

fn extreme_bands() -> Vec<Bands> {
    let gap = |m: f64| if m % 7.0 < 3.0 { f64::NAN } else { m - 6.0 };
    vec![
        bands(60, |m| m / 30.0 - 1.0, 0.2),
        bands(1, |_| 1.0, 0.1),
        bands(12, |_| 0.0, 0.0),
        bands(12, |_| 1e-3, 0.0),
        bands(24, |_| -5.0, 0.5),
        bands(240, |m| 1e12 * (m / 100.0 - 1.0), 1e10),
        bands(240, |m| 1e-3 * m, 1e-4),
        bands(36, gap, 0.3),
        bands(36, |_| f64::NAN, 0.0),
        bands(36, |m| if m == 5.0 { 2.0 } else { f64::INFINITY }, 0.0),
        bands(36, |m| 1e300 * m, 1e299),
        bands(600, |m| (m / 9.0).sin(), 0.0),
    ]
}

fn histogram(edges: Vec<f64>, shares: Vec<f64>, marks: [f64; 4], loss: f64) -> NpvDistribution {
    let [p5, p50, mean, p95] = marks;
    let caption = Caption::default();
    NpvDistribution {
        caption,
        edges,
        shares,
        p5,
        p50,
        p95,
        mean,
        loss_probability: format!("{:.1}%", 100.0 * loss),
        format: euros(),
    }
}

fn extreme_histograms() -> Vec<NpvDistribution> {
    let edges = |low: f64, width: f64, bins: usize| (0..=bins).map(|k| low + width * k as f64).collect::<Vec<_>>();
    let mut spikes = vec![0.004; 100];
    (spikes[10], spikes[40], spikes[41]) = (0.3, 0.2, 0.1);
    vec![
        histogram(edges(-1e6, 1e5, 30), vec![1.0 / 30.0; 30], [-9e5, 5e5, 5.1e5, 1.9e6], 0.33),
        histogram(edges(-5e6, 1e5, 100), spikes, [-4e6, -1e6, -1e6, 4e6], 0.63),
        histogram(edges(-9e5, 1e4, 50), vec![0.02; 50], [-8.9e5, -6e5, -6e5, -4.2e5], 1.0),
        histogram(edges(1e5, 1e4, 50), vec![0.02; 50], [1.1e5, 3e5, 3e5, 5.9e5], 0.0),
        histogram(edges(-0.5, 1.0, 1), vec![1.0], [0.0; 4], 0.5),
        histogram(edges(0.0, 1e-3, 2), vec![0.0; 2], [0.0; 4], f64::NAN),
        histogram(edges(-1e12, 1e9, 2000), vec![5e-4; 2000], [f64::NAN, f64::INFINITY, 7.0, 7.0], 0.5),
        histogram(edges(-1.0, 0.01, 1000), vec![f64::NAN; 1000], [f64::NAN; 4], 0.1),
        histogram(edges(-1.0, 100.0, 10), vec![0.1; 10], [-1.0, -1.0, 1e9, 1e9], 0.001),
    ]
}

fn comparison(count: usize, name: &str) -> Comparison {
    let case = |k: usize| {
        let Bands { p25, p50, p75, .. } = bands(60, |m| if k == 3 { f64::NAN } else { m * 0.01 - 0.3 }, 0.1);
        Case { name: format!("{name}{k}"), p25, p50, p75 }
    };
    Comparison { caption: Caption::default(), cases: (0..count).map(case).collect(), format: euros() }
}

fn maturities(count: usize, name: &str) -> MaturityBars {
    let bar = |k: usize| MaturityBar {
        group: format!("{name}{}", k / 3),
        name: format!("{name}{k}"),
        band: [[0.2, 0.4, 0.6], [1.0; 3], [0.0; 3], [f64::NAN; 3], [-7.0, 0.5, f64::INFINITY]][k % 5],
        aim: [None, Some(0.8), Some(f64::NAN), Some(9.0)][k % 4],
        forward: k.is_multiple_of(3),
    };
    let (aim, forward) = (name.to_owned(), name.to_owned());
    let bars = (0..count).map(bar).collect();
    MaturityBars { caption: Caption::default(), bars, aim, forward, format: Format::new(|share| format!("{share:.2}")) }
}

/// Every extreme input, each as all figures which take it, with the same words around each.
fn gallery(words: &str) -> Vec<Box<dyn Figure>> {
    let mut figures: Vec<Box<dyn Figure>> = Vec::new();
    for bands in extreme_bands() {
        figures.push(Box::new(RoiCurve { caption: caption(words), roi: bands.clone(), format: euros() }));
        figures.push(Box::new(CashFan { caption: caption(words), cash: bands, funding: 4e5, format: euros() }));
    }
    for figure in extreme_histograms() {
        figures.push(Box::new(NpvDistribution { caption: caption(words), ..figure }));
    }
    for count in [1, 4, 8, Comparison::MOST_CASES] {
        figures.push(Box::new(Comparison { caption: caption(words), ..comparison(count, words) }));
    }
    for (count, value) in [(1, 1.0), (5, -3e6), (12, 1e-4), (40, 1e12)] {
        figures.extend(bars(words, count, value));
        figures.extend(tracks(words, count));
    }
    figures.extend(over_inputs(words));
    for (count, value) in [(1, 1.0), (3, -3e6), (QuantileCurves::MOST, 1e9), (5, f64::NAN), (4, 0.0)] {
        figures.extend(rivals(words, count, value));
    }
    for count in [1, 9, MaturityBars::MOST_BARS] {
        figures.push(Box::new(MaturityBars { caption: caption(words), ..maturities(count, words) }));
    }
    figures
}

/// A tornado and two rankings of so many bars of about this value; one bar in seven has none.
fn bars(words: &str, count: usize, value: f64) -> [Box<dyn Figure>; 3] {
    let at = |k: usize| if k % 7 == 6 { f64::NAN } else { value * (1.0 - k as f64 / count as f64) };
    let end = |result: f64| End { result, value: words.to_owned() };
    let bar = |k: usize| Bar { name: format!("{words} {k}"), low: end(-0.4 * at(k)), high: end(at(k)) };
    let tornado =
        Tornado { caption: caption(words), base: 0.1 * value, bars: (0..count).map(bar).collect(), format: euros() };
    let ranking = |ring: bool| Ranking {
        caption: caption(words),
        ranks: (0..count)
            .map(|k| Rank {
                name: format!("{words} {k}"),
                value: at(k),
                low: 0.5 * at(k),
                high: 1.5 * at(k),
                ring: ring.then(|| 1.2 * at(k)),
                label: words.to_owned(),
                faint: k % 2 == 0,
            })
            .collect(),
        format: euros(),
    };
    [Box::new(tornado), Box::new(ranking(true)), Box::new(ranking(false))]
}

/// Tracks with parts at their ends, without any width and without any value, with and without an axis.
fn tracks(words: &str, count: usize) -> [Box<dyn Figure>; 2] {
    let outcomes = || Part::Outcomes((0..4).map(|k| (format!("{words}{k}"), k % 2 == 0)).collect());
    let part = |k: usize| match k % 5 {
        0 => Part::Range(0.0, 0.3),
        1 => Part::Range(1.0, 1.0),
        2 => outcomes(),
        3 => Part::Range(f64::NAN, 0.5),
        _ => Part::Range(-7.0, f64::INFINITY),
    };
    let track = |k: usize| Track {
        name: format!("{words} {k}"),
        part: part(k),
        label: words.into(),
        loss: k.is_multiple_of(2),
    };
    [None, Some(Format::new(|share| format!("{share:.2}")))].map(|axis| -> Box<dyn Figure> {
        Box::new(Tracks { caption: caption(words), rows: (0..count).map(track).collect(), axis })
    })
}

/// Distributions, risks, places and budgets of so many rivals worth about this much; one in six has no value.
fn rivals(words: &str, count: usize, value: f64) -> [Box<dyn Figure>; 4] {
    let at = |k: usize| if k % 6 == 5 { f64::NAN } else { value * (1.0 - 0.3 * k as f64) };
    let levels: Vec<f64> = (1..20).map(|k| f64::from(k) / 20.0).collect();
    let name = |k: usize| format!("{words} {k}");
    let curve = |k: usize| QuantileCurve {
        name: name(k),
        label: written(at(k)),
        values: levels.iter().map(|level| at(k) + value * (level - 0.4)).collect(),
    };
    let point =
        |k: usize| RiskPoint { name: name(k), risk: 0.2 * at(k), reward: at(k), efficient: k.is_multiple_of(2) };
    let row = |k: usize| PlaceRow { name: name(k), shares: (0..count).map(|p| 2.0 / (p + k + 2) as f64).collect() };
    let format = || euros();
    [
        Box::new(QuantileCurves {
            caption: caption(words),
            levels: levels.clone(),
            curves: (0..count).map(curve).collect(),
            format: format(),
        }),
        Box::new(RiskReturn { caption: caption(words), points: (0..count).map(point).collect(), format: format() }),
        Box::new(Places { caption: caption(words), rows: (0..count).map(row).collect() }),
        Box::new(ValueSteps {
            caption: caption(words),
            from: (0..count).map(|k| k as f64 * 1e5).collect(),
            value: (0..count).map(at).collect(),
            today: (value, words.to_owned()),
            format: format(),
        }),
    ]
}

/// Curves and maps over inputs, with gaps, without any value, and of one sign.
fn over_inputs(words: &str) -> Vec<Box<dyn Figure>> {
    let x: Vec<f64> = (0..9).map(|k| f64::from(k) * 0.5 - 1.0).collect();
    let mut all: Vec<Box<dyn Figure>> = Vec::new();
    for scale in [1.0, 1e9, 0.0, f64::NAN] {
        let bands = bands(9, |m| if m == 4.0 { f64::NAN } else { scale * (m - 5.0) }, 0.3 * scale);
        let mean = bands.p50.iter().map(|v| v + 0.1 * scale).collect();
        let top = Top { at: 2.9, flat: [1.0, 3.0], words: words.to_owned() };
        let format = || euros();
        all.push(Box::new(Curve {
            caption: caption(words),
            x: x.clone(),
            bands,
            mean,
            top: Some(top),
            x_format: format(),
            format: format(),
        }));
        all.push(Box::new(Acceptance {
            caption: caption(words),
            price: x.iter().map(|x| 1e4 * (x + 1.0)).collect(),
            share: x.iter().map(|x| scale.min(1.0) * (x + 1.0) / 4.0).collect(),
            switch: Some((1.1e4, words.to_owned())),
            threshold: Some((3.9e4, words.to_owned())),
            format: format(),
        }));
        let values: Vec<Vec<f64>> = x.iter().map(|y| x.iter().map(|x| scale * (x * y + 0.2)).collect()).collect();
        let spot = Spot { at: (0.0, 0.5), x: [-0.5, 0.5], y: [0.0, 2.0], words: words.to_owned() };
        all.push(Box::new(ValueMap {
            caption: caption(words),
            x: x.clone(),
            y: x.clone(),
            margin: values.clone(),
            values,
            spot: Some(spot),
            x_format: format(),
            y_format: format(),
            format: format(),
        }));
    }
    all.extend(choices(words));
    all
}

/// Courses with gaps, regions of every kind, and choices on and beside a frontier.
fn choices(words: &str) -> Vec<Box<dyn Figure>> {
    let x: Vec<f64> = (0..7).map(f64::from).collect();
    let format = || euros();
    let mut all: Vec<Box<dyn Figure>> = Vec::new();
    for (count, scale) in [(1, 1.0), (3, 1e9), (8, 0.0), (2, f64::NAN)] {
        let column = |z: f64| -> Vec<f64> {
            x.iter().map(|x| if *x == 3.0 { f64::NAN } else { scale * (x - 2.0 + z) }).collect()
        };
        let course = |k: usize| Course {
            name: format!("{words}{k}"),
            value: column(k as f64),
            low: column(k as f64 - 0.5),
            high: column(k as f64 + 0.5),
        };
        let courses = (0..count).map(course).collect();
        let (x_format, format) = (format(), format());
        all.push(Box::new(Courses {
            caption: caption(words),
            x: x.clone(),
            courses,
            x_step: Some(scale),
            x_format,
            format,
        }));
    }
    for threshold in [None, Some(2.5), Some(99.0)] {
        all.push(Box::new(StopRegions {
            caption: caption(words),
            x: x.clone(),
            y: x.clone(),
            stop: x.iter().map(|y| x.iter().map(|x| x * y > 6.0 || x == y).collect()).collect(),
            dots: x
                .iter()
                .map(|x| (*x, 0.5 * x, *x > 3.0))
                .chain([(f64::NAN, 1.0, true), (-5.0, 1e9, false)])
                .collect(),
            threshold,
            key: [1, 2, 3, 4, 5].map(|k| format!("{words} {k}")),
            x_format: format(),
            y_format: format(),
        }));
    }
    for scale in [1.0, -1e9, 0.0] {
        let choice = |k: usize| Choice {
            name: if k == 1 { String::new() } else { format!("{words} {k}") },
            at: if k == 4 { (f64::NAN, 1.0) } else { (-scale * k as f64, scale * (k as f64).sqrt()) },
            half: (0.1 * scale.abs(), 0.2 * scale.abs()),
            on_it: k < 5,
        };
        let choices = (0..8).map(choice).collect();
        all.push(Box::new(Frontier { caption: caption(words), choices, format: format() }));
    }
    all
}

fn sizes() -> [Size; 3] {
    // Words without end need more height than the least, which is for a page that says them itself.
    [Size { width: 400, height: 420 }, Size::STANDARD, Size { width: 1400, height: 500 }]
}

#[test]
fn no_text_leaves_the_page_and_no_text_covers_another() {
    for (words, size) in [LONG, "Short", ""].into_iter().flat_map(|w| sizes().map(|s| (w, s))) {
        for (k, figure) in gallery(words).iter().enumerate() {
            let scene = figure.scene(size, &Theme::light()).unwrap();
            let texts: Vec<_> = scene.texts().map(|text| (text.bounds(), &text.content)).collect();
            for (a, (bounds, content)) in texts.iter().enumerate() {
                assert!(size.rect().grown(-5.0).contains(bounds), "figure {k} at {size:?}: {content} is cut");
                for (other, covered) in &texts[..a] {
                    let shared = bounds.grown(-0.5).overlap(&other.grown(-0.5));
                    assert!(shared == 0.0, "figure {k} at {size:?}: {content} covers {covered}");
                }
            }
        }
    }
}

#[test]
fn every_svg_is_valid_xml_with_title_and_description_whatever_the_names() {
    for figure in gallery(HOSTILE) {
        let svg = figure.svg(Size::STANDARD, &Theme::dark()).unwrap();
        let document = roxmltree::Document::parse(&svg).unwrap();
        let root = document.root_element();
        assert_eq!((root.attribute("role"), root.attribute("viewBox")), (Some("img"), Some("0 0 9600 5400")));
        for tag in ["title", "desc"] {
            let told = root.children().find(|node| node.has_tag_name(tag)).and_then(|node| node.text());
            assert!(told.is_some_and(|text| text.starts_with("<script>")));
        }
        assert!(root.descendants().all(|node| !node.has_tag_name("script")));
    }
}

#[test]
fn the_own_writer_gives_the_bytes_of_plotters_whatever_is_drawn() {
    for (words, size) in [HOSTILE, LONG, ""].into_iter().zip(sizes()) {
        for (k, figure) in gallery(words).iter().enumerate() {
            let written = figure.scene(size, &Theme::dark()).unwrap().svg(figure.caption());
            assert!(written == figure.svg(size, &Theme::dark()).unwrap(), "figure {k} of {words:?} at {size:?}");
        }
    }
}

#[test]
fn an_axis_from_outside_is_kept_or_left_out_and_stops_no_figure() {
    let ends = [f64::NEG_INFINITY, -1e300, -1e12, -1.0, 0.0, 1e-9, 3.0, f64::MAX, f64::NAN];
    let ranges: Vec<[f64; 2]> = ends.iter().flat_map(|low| ends.map(|high| [*low, high])).collect();
    for (figure, range) in gallery("Words").iter().take(40).zip(ranges.iter().cycle().skip(5)) {
        for (range, room) in ranges.iter().step_by(7).chain([range]).zip([0.0, 1e9, f64::NAN, -5.0].into_iter().cycle())
        {
            let held = Some(AxisRange { range: *range, room });
            assert!(figure.scene_on(held, Size::LEAST, &Theme::light()).is_ok(), "{held:?}");
        }
    }
    let figure = |low: f64| RoiCurve { caption: caption(""), roi: bands(60, |m| m / 30.0 + low, 0.2), format: euros() };
    let (size, theme) = (Size::STANDARD, Theme::light());
    let own = figure(-1.0).scene(size, &theme).unwrap().axis.unwrap();
    let wide = Some(AxisRange { range: [-2.0, 2.0], ..own });
    let before = figure(-1.0).scene_on(wide, size, &theme).unwrap();
    let after = figure(-0.8).scene_on(before.axis, size, &theme).unwrap();
    // What lies beyond it is not drawn as if it ended there.
    let beyond = figure(0.4).scene_on(before.axis, size, &theme).unwrap();
    assert_eq!(beyond.axis.unwrap().range, [-2.0, 3.0]);
    let ticks = |scene: &Scene| -> Vec<Text> { scene.texts().filter(|t| t.anchor == Anchor::End).cloned().collect() };
    assert_eq!(after.axis, before.axis);
    assert_eq!(ticks(&after), ticks(&before));
    assert_ne!(ticks(&figure(-0.8).scene(size, &theme).unwrap()), ticks(&before));
}

#[test]
fn a_png_has_two_pixels_per_nominal_pixel_and_more_than_one_colour() {
    for size in sizes() {
        let png = comparison(8, "case ").png(size, &Theme::light()).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!((info.width, info.height), (size.width * 2, size.height * 2));
        assert!(pixels.iter().any(|&value| value != pixels[0]));
    }
}

#[test]
fn extreme_inputs_do_not_stop_a_png() {
    for figure in gallery("Words").iter().step_by(2) {
        assert!(figure.png(Size::LEAST, &Theme::light()).is_ok());
    }
}

#[test]
fn the_same_figure_gives_the_same_bytes_twice() {
    for figure in gallery("Words").iter().step_by(15) {
        let render = || figure.render(Size::LEAST, &Theme::light()).unwrap();
        assert_eq!(render(), render());
    }
}

#[test]
fn the_median_is_labelled_with_its_last_value_and_its_payback() {
    let roi = bands(60, |m| m / 30.0 - 1.0, 0.2);
    let figure = RoiCurve { caption: caption(""), roi, format: euros() };
    let scene = figure.scene(Size::STANDARD, &Theme::light()).unwrap();
    let texts: Vec<_> = scene.texts().map(|text| text.content.as_str()).collect();
    for expected in ["mediaan", "€1.000", "mediaan terugverdiend in maand 30", "P95", "€1.400"] {
        assert!(texts.contains(&expected), "{expected} is missing");
    }
}

#[test]
fn inputs_of_the_wrong_shape_are_refused_by_name() {
    let scene = |figure: &dyn Figure| figure.scene(Size::STANDARD, &Theme::light()).unwrap_err();
    let mut roi = bands(12, |m| m, 1.0);
    roi.p75.pop();
    let short = RoiCurve { caption: Caption::default(), roi, format: euros() };
    assert_eq!(scene(&short).to_string(), "column p75 has 11 values, but 12 are needed");
    let falling = histogram(vec![1.0, 0.0], vec![1.0], [0.0; 4], 0.0);
    assert_eq!(scene(&falling), PlotError::Edges);
    assert_eq!(scene(&comparison(99, "x")), PlotError::Cases { found: 99, most: Comparison::MOST_CASES });
    let map = |x: Vec<f64>| ValueMap {
        caption: Caption::default(),
        values: vec![vec![0.0; x.len()]; x.len()],
        margin: vec![vec![0.0; x.len()]; x.len()],
        y: x.clone(),
        x,
        spot: None,
        x_format: euros(),
        y_format: euros(),
        format: euros(),
    };
    for axis in [vec![1.0], vec![1.0, 1.0], vec![0.0, f64::NAN]] {
        assert_eq!(scene(&map(axis)), PlotError::Axis);
    }
    assert_eq!(scene(&maturities(0, "x")), PlotError::Bars { found: 0, most: MaturityBars::MOST_BARS });
    let small = Size { width: 10, height: 10 };
    assert_eq!(comparison(1, "x").scene(small, &Theme::light()), Err(PlotError::Size(small)));
}
