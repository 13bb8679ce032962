//! Changes an input in the words of a scenario file, and compares: `cargo run --example change`.

use delight_case::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let case = Case::load("scenarios/hotel.toml".as_ref(), None)?;
    let settings = Settings { trials: 2_000, ..Settings::default() };
    for churn in ["20%", "30% to 40%", "pert(25%, 35%, 60%)"] {
        let changed = case.with("customers.annual_churn", churn)?;
        let found = run(&changed, &settings, &Control::default())?;
        println!("churn {churn}: median {:.0} {}", found.npv.p50.value, found.case.currency);
    }
    // What is wrong is said as of a file: where, what was found, the rule, and what to write.
    if let Err(error) = case.with("customers.annual_churn", "35") {
        println!("{error}");
    }
    Ok(())
}
