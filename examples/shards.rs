//! Computes a run in shards, as several machines would, and puts it together: `cargo run --example shards`.

use delight_case::prelude::*;
use delight_case::studies::seam;
use std::collections::BTreeMap;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let files = BTreeMap::from([("hotel.toml", std::fs::read_to_string("scenarios/hotel.toml")?)]);
    let case = format!("{{\"main\": \"hotel.toml\", \"files\": {}}}", serde_json::to_string(&files)?);
    let (settings, control) = ("{\"trials\": 3000, \"seed\": 1}", Control::default());
    let mut shards = Vec::new();
    for range in [2_000..3_000, 0..500, 500..2_000] {
        let bytes = seam::shard(&case, settings, range.clone(), &control)?;
        println!("trials {range:?}: {} kB", bytes.len() / 1024);
        shards.push(bytes);
    }
    let merged = seam::merge(&shards, &control)?;
    let whole = seam::run(&case, settings, &control)?;
    println!("the same bytes as in one run: {}", merged == whole.as_bytes());
    // What is missing is said.
    if let Err(error) = seam::merge(&shards[..2], &control) {
        println!("without the last: {error}");
    }
    Ok(())
}
