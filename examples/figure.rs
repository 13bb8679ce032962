//! Draws a figure of one's own, churn against value by rank: `cargo run --example figure > figure.svg`.

use delight_case::prelude::*;
use delight_case::report::plot::{Caption, Figure, Mark, PlotError, Scene, Size, Theme};

struct Cloud(Caption, Vec<(f64, f64)>);

impl Figure for Cloud {
    fn caption(&self) -> &Caption {
        &self.0
    }
    fn scene(&self, size: Size, theme: &Theme) -> Result<Scene, PlotError> {
        let at = |x: f64, y: f64| (f64::from(size.width) * x, f64::from(size.height) * (1.0 - y));
        let dot = |&(x, y): &(f64, f64)| Mark::Disc { center: at(x, y), radius: 2.0, color: theme.main };
        Ok(Scene { marks: self.1.iter().map(dot).collect(), ..Scene::new(size, theme.background) })
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let hotel = Scenario::load("scenarios/hotel.toml".as_ref())?;
    let settings = Settings { trials: 1_024, ..Settings::default() };
    let sample = Sample::new(&hotel, settings, &[Measure::Npv], &Control::default())?;
    let churn = sample.place("customers.annual_churn").and_then(|place| sample.draws(place)).ok_or("it is fixed")?;
    let [x, y] = [churn, sample.results(Measure::Npv)].map(delight_case::statistics::scores);
    let dots = x.iter().zip(&y).map(|(x, y)| (0.5 + x / 7.0, 0.5 + y / 7.0)).collect();
    let caption = Caption { title: "Churn against value".into(), ..Caption::default() };
    println!("{}", Cloud(caption, dots).svg(Size::STANDARD, &Theme::light())?);
    Ok(())
}
