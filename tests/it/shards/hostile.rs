//! Shards that say what no run has: whoever can write one can also write its digest.

use super::HOTEL;
use delight_case::simulate::Control;
use delight_case::studies::findings::fingerprint_of_bytes;
use delight_case::studies::seam::{merge, shard};
use delight_case::studies::shards::ShardHead;
use proptest::prelude::*;
use std::sync::LazyLock;

/// A shard that keeps its values, and one that counts them.
static SHARDS: LazyLock<[(ShardHead, Vec<u8>); 2]> = LazyLock::new(|| [300, 40_000].map(of));

fn of(trials: u64) -> (ShardHead, Vec<u8>) {
    let case = serde_json::json!({ "main": "hotel.toml", "files": { "hotel.toml": HOTEL } }).to_string();
    let settings = format!("{{\"trials\": {trials}, \"seed\": 7}}");
    let bytes = shard(&case, &settings, 0..trials, &Control::default()).unwrap();
    let at = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    (serde_json::from_slice(&bytes[..at]).unwrap(), bytes[at + 1..].to_vec())
}

/// The bytes of a shard whose length and digest are right, whatever it says.
fn written(head: &ShardHead, body: &[u8]) -> Vec<u8> {
    let line = |digest| {
        let head = ShardHead { length: body.len() as u64, digest, ..head.clone() };
        [&serde_json::to_vec(&head).unwrap()[..], b"\n", body].concat()
    };
    line(fingerprint_of_bytes(&line(String::new())))
}

#[test]
fn a_shard_that_is_written_anew_is_the_shard() {
    for (head, body) in &*SHARDS {
        assert!(merge(&[written(head, body)], &Control::default()).is_ok());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_state_that_no_run_has_is_refused_or_has_results(
        which in 0..2_usize, at in any::<prop::sample::Index>(), byte in any::<u8>(), what in 0..3,
    ) {
        let (head, body) = &SHARDS[which];
        let (at, mut body) = (at.index(body.len()), body.clone());
        match what {
            0 => body[at] = byte,
            1 => body.insert(at, byte),
            _ => _ = body.remove(at),
        }
        if let Ok(summary) = merge(&[written(head, &body)], &Control::default()) {
            let found: serde_json::Value = serde_json::from_slice(&summary).unwrap();
            prop_assert_eq!(found["trials"].as_u64(), Some(head.run.settings.trials));
        }
    }
}
