//! A study of one's own over a sample, by common random numbers: `cargo run --example study`.

use delight_case::prelude::*;

/// What the mean value gains if an input stands at the better end of its middle four fifths, all others as drawn.
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let hotel = Scenario::load("scenarios/hotel.toml".as_ref())?;
    let settings = Settings { trials: 1_024, ..Settings::default() };
    let sample = Sample::new(&hotel, settings, &[Measure::Npv], &Control::default())?;
    let mean = |npv: &[f64]| npv.iter().sum::<f64>() / npv.len() as f64;
    let before = mean(sample.results(Measure::Npv));
    let mut gains = Vec::new();
    for &place in sample.places() {
        let Some(input) = sample.distribution(place) else { continue };
        let ends =
            [0.1, 0.9].map(|level| sample.again(sample.trials(), &[(place, Instead::Fixed(input.quantile(level)))]));
        let [low, high] = ends;
        let best = mean(&low?[0]).max(mean(&high?[0]));
        gains.push((best - before, sample.names()[place].as_str()));
    }
    gains.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (gain, path) in gains.iter().take(5) {
        println!("{gain:>12.0} {} with {path} at its better end", hotel.currency());
    }
    Ok(())
}
