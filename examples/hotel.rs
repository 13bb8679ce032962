//! Runs a case and says what it is worth: `cargo run --example hotel`.

use delight_case::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let case = Case::load("scenarios/hotel.toml".as_ref(), None)?;
    let settings = Settings { trials: 2_000, ..Settings::default() };
    let found = run(&case, &settings, &Control::default())?;
    let (low, high) = (found.npv.p5.value, found.npv.p95.value);
    println!("{}: worth {:.0} {}", found.case.name, found.npv.p50.value, found.case.currency);
    println!("nine times out of ten from {low:.0} to {high:.0}");
    println!("loses money in {:.1} % of the trials", 100.0 * found.loss_probability.value);
    Ok(())
}
