use crate::statistics::tally::{Ledger, LedgerError};
use proptest::prelude::*;

fn ledger_of(trials: impl IntoIterator<Item = u64>) -> Ledger {
    let mut ledger = Ledger::new();
    trials.into_iter().for_each(|trial| ledger.record(trial, [trial as f64, 0.5]));
    ledger
}

proptest! {
    #[test]
    fn a_range_is_verified_from_any_shards_in_any_order(
        start in prop_oneof![Just(0), any::<u32>().prop_map(u64::from), u64::MAX - 500..u64::MAX - 200], size in 0..200_u64, cut in 0..200_u64,
    ) {
        let (end, middle) = (start + size, start + cut.min(size));
        let mut ledger = ledger_of((middle..end).rev());
        ledger.merge(&ledger_of(start..middle));
        prop_assert_eq!(&ledger, &ledger_of(start..end));
        prop_assert_eq!(ledger.verify(start..end), Ok(()));
    }

    #[test]
    fn a_trial_in_the_place_of_another_is_seen(start in 0..u64::from(u32::MAX), size in 1..200_u64, lost in 0..200_u64, twice in 0..300_u64) {
        let (lost, twice) = (start + lost % size, start + twice);
        prop_assume!(lost != twice);
        let ledger = ledger_of((start..start + size).filter(|&trial| trial != lost).chain([twice]));
        prop_assert_eq!(ledger.verify(start..start + size), Err(LedgerError::Trials));
    }

    #[test]
    fn one_wrong_bit_of_one_trial_changes_the_digest(trial in any::<u64>(), x in any::<u64>(), bit in 0..64_u32, place in 0..5_usize) {
        let outputs = |flip: u64| (0..5).map(move |i| f64::from_bits(x.rotate_left(i as u32) ^ if i == place { flip } else { 0 }));
        let (mut right, mut wrong) = (ledger_of(0..9), ledger_of(0..9));
        right.record(trial, outputs(0));
        wrong.record(trial, outputs(1_u64 << bit));
        prop_assert_ne!(right.digest(), wrong.digest());
    }
}

#[test]
fn a_lost_or_doubled_shard_is_counted() {
    let mut ledger = ledger_of(0..10);
    assert_eq!(ledger.verify(0..20), Err(LedgerError::Count { expected: 20, found: 10 }));
    ledger.merge(&ledger_of(0..10));
    assert_eq!(ledger.verify(0..20), Err(LedgerError::Trials));
    assert_eq!(ledger.verify(0..10).unwrap_err().to_string(), "20 trials were tallied where 10 were to run");
}

#[test]
fn exchanges_that_keep_the_sum_or_the_squares_are_seen() {
    // 2 + 4 = 3 + 3, and 1² + 7² = 5² + 5².
    assert_eq!(ledger_of([0, 1, 3, 3, 3, 5, 6, 7]).verify(0..8), Err(LedgerError::Trials));
    assert_eq!(ledger_of([0, 5, 2, 3, 4, 5, 6, 5]).verify(0..8), Err(LedgerError::Trials));
}

#[test]
fn an_empty_ledger_is_that_of_an_empty_range() {
    assert_eq!(Ledger::new().verify(7..7), Ok(()));
    assert_eq!((Ledger::new().count(), Ledger::new().digest()), (0, 0));
}

#[test]
fn exchanged_outputs_of_two_trials_change_the_digest() {
    let (mut right, mut wrong) = (Ledger::new(), Ledger::new());
    [(1, 0.25), (2, 0.75)].into_iter().for_each(|(trial, x)| right.record(trial, [x]));
    [(1, 0.75), (2, 0.25)].into_iter().for_each(|(trial, x)| wrong.record(trial, [x]));
    assert_ne!(right.digest(), wrong.digest());
}

#[test]
fn the_digest_of_fixed_trials_stays_what_it_is() {
    assert_eq!(ledger_of(0..1000).digest(), 43_619_539_367_221_729);
}
