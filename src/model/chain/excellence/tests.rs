//! Levels, capabilities and the dose against the formulas as they are written.

use super::*;

#[test]
fn every_row_of_weights_sums_to_one() {
    for (row, weights) in WEIGHTS {
        assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{row}");
    }
}

#[test]
fn the_weakest_elements_are_those_that_the_table_of_weights_names() {
    for shift in 0..9 {
        let m: [Lane<[f64; 1]>; 9] = std::array::from_fn(|e| Lane([((e * 4 + shift) % 9) as f64]));
        let expected = WEIGHTS
            .map(|(_, weights)| (0..9).filter(|e| weights[*e] > 0.0).map(|e| m[e].0[0]).fold(f64::INFINITY, f64::min));
        assert_eq!(weakest(|e| m[e]).map(|w| w.0[0]), expected);
    }
}

#[test]
fn the_dose_is_one_as_written_and_proportional_without_diminishing_returns() {
    for eta in [0.0, 1e-6, 0.5, 3.0] {
        assert!((dose(Lane([eta]), Lane([1.0])).0[0] - 1.0).abs() < 1e-15);
        assert_eq!(dose(Lane([eta]), Lane([0.0])).0[0], 0.0);
    }
    assert_eq!(dose(Lane([0.0]), Lane([2.5])).0[0], 2.5);
    let expected = (1.0 - libm::exp(-3.0)) / (1.0 - libm::exp(-1.5));
    assert!((dose(Lane([1.5]), Lane([2.0])).0[0] - expected).abs() < 1e-15);
}

#[test]
fn the_series_of_the_dose_meets_the_formula_where_it_takes_over() {
    let below = dose(Lane([0.999_999e-4]), Lane([2.0])).0[0];
    let above = dose(Lane([1.000_001e-4]), Lane([2.0])).0[0];
    assert!((below - above).abs() < 1e-9);
}

#[test]
fn work_begins_in_the_month_after_its_start_and_perhaps_in_any_month_where_that_is_uncertain() {
    let mut starts = [Some(0.0); 9];
    starts[3] = Some(6.5);
    let begins = Begins::from_fixed_starts(&starts);
    let elements = [1, 2, 6, 7, 8].map(|t| begins.in_month(t).0);
    assert_eq!(elements, [0b1_1111_0111, 0, 0, 0b1000, 0]);
    starts[8] = None;
    assert_eq!(Begins::from_fixed_starts(&starts).in_month(5), Elements(0b1_0000_0000));
}

/// Four trials, one of each outcome, with starts and ends of their own; in the harmful one elements come down to zero.
fn four_trials() -> (Inputs<Lane<[f64; 4]>>, Lane<[f64; 4]>) {
    let all = |x: f64| Lane([x; 4]);
    let inputs = Inputs {
        now: std::array::from_fn(|e| Lane([0.1, 0.3, 0.05, 0.2]) + 0.02 * e as f64),
        target: std::array::from_fn(|e| Lane([0.6, 0.5, 0.7, 0.9]) - 0.01 * e as f64),
        start_month: std::array::from_fn(|e| Lane([0.0, 2.5, 7.0, 1.0]) + 3.25 * (e % 4) as f64),
        intensity: Lane([1.0, 1.5, 2.0, 1.0]),
        diminishing: all(1.5),
        embed_months: Lane([9.0, 7.0, 1.0, 12.0]),
        fade_months: Lane([18.0, 20.0, 9.0, 30.0]),
        success_probability: Lane([1.0, 0.0, 0.0, 0.0]),
        breadth_effect: all(0.0),
        partial_probability: Lane([0.0, 1.0, 0.0, 0.0]),
        partial_delivery: all(0.5),
        harm_probability: Lane([0.0, 0.0, 1.0, 0.0]),
        harm: all(0.4),
        fades_after_months: Lane([10.0, 14.0, 20.2, 3.0]),
        weakest_link: Lane([0.3, 0.0, 0.25, 1.0]),
    };
    (inputs, all(0.5))
}

type Months<const N: usize> = Vec<([Lane<[f64; N]>; 9], [Lane<[f64; N]>; ROWS])>;

/// Maturities and uplifts of five years; `stops` are trials that a gate stops, and its month.
fn months<const N: usize>(i: &Inputs<Lane<[f64; N]>>, luck: Lane<[f64; N]>, stops: (&[usize], u32)) -> Months<N> {
    let calibrated = Calibrated::new(i, luck, None);
    let mut state = calibrated.today();
    (1..=60)
        .map(|t| {
            let u = calibrated.step(&mut state, When { month: f64::from(t), begins: Elements(0x1ff) });
            let uplift = [u.employees, u.partners, u.core, u.complaints, u.individual, u.surprising];
            if t == stops.1 {
                let which = Lane(std::array::from_fn::<_, N, _>(|trial| f64::from(stops.0.contains(&trial))));
                state.stop(which.above(0.5), f64::from(t));
            }
            (calibrated.maturity(&state), uplift)
        })
        .collect()
}

#[test]
fn levels_and_capabilities_are_those_of_the_formulas_month_by_month() {
    let held = assert_formulas((&[], 0));
    assert!(held > 100, "harm brings elements down to zero in {held} months only");
}

#[test]
fn a_gate_turns_back_the_trials_it_stops_and_no_others() {
    assert_formulas((&[0, 2], 9));
    assert_formulas((&[0, 1, 3], 16));
    assert_formulas((&[0, 1, 2, 3], 3));
}

/// Holds every month against the formulas; gives how often harm brought an element down to zero.
fn assert_formulas(stops: (&[usize], u32)) -> usize {
    let (i, luck) = four_trials();
    let calibrated = Calibrated::new(&i, luck, None);
    assert_eq!(calibrated.delivery, Lane([0.0, 1.0, 2.0, 3.0]));
    let found = months(&i, luck, stops);
    let mut held = 0;
    for trial in 0..4 {
        let of = |x: &Lane<[f64; 4]>| x.0[trial];
        let (now, lambda, stop) = (i.now.each_ref().map(of), of(&i.weakest_link), of(&calibrated.stop_month));
        let stop = if stops.0.contains(&trial) { stop.min(f64::from(stops.1)) } else { stop };
        let capability = |m: &[f64; 9], r: usize| {
            let used = (0..9).filter(|e| WEIGHTS[r].1[*e] > 0.0);
            let (mean, least) =
                used.fold((0.0, 1.0_f64), |(mean, least), e| (mean + WEIGHTS[r].1[e] * m[e], least.min(m[e])));
            (1.0 - lambda) * mean + lambda * least
        };
        let mut level = [0.0; 9];
        for (t, (maturity, uplift)) in (1..).zip(&found) {
            let t = f64::from(t);
            let mut expected = now;
            for e in 0..9 {
                let grows = of(&i.start_month[e]) < t && t <= stop;
                level[e] += if grows { (1.0 - level[e]) / of(&i.embed_months) } else { -level[e] / of(&i.fade_months) };
                expected[e] += of(&calibrated.change[e]) * level[e];
                held += usize::from(expected[e] < 0.0);
                expected[e] = expected[e].max(0.0);
                assert!((of(&maturity[e]) - expected[e]).abs() < 1e-14, "{trial} {t} {e}");
            }
            for r in 0..ROWS {
                let rise = capability(&expected, r) - capability(&now, r);
                assert!((of(&uplift[r]) - rise).abs() < 1e-14, "{trial} {t} {r}: {} {rise}", of(&uplift[r]));
            }
        }
    }
    held
}

#[test]
fn a_trial_alone_has_the_bits_it_has_beside_one_that_harm_brings_down_to_zero() {
    let (i, luck) = four_trials();
    let among = months(&i, luck, (&[0], 9));
    for trial in 0..4 {
        let one = |x: &Lane<[f64; 4]>| Lane([x.0[trial]]);
        let alone = Inputs {
            now: i.now.each_ref().map(one),
            target: i.target.each_ref().map(one),
            start_month: i.start_month.each_ref().map(one),
            intensity: one(&i.intensity),
            diminishing: one(&i.diminishing),
            embed_months: one(&i.embed_months),
            fade_months: one(&i.fade_months),
            success_probability: one(&i.success_probability),
            breadth_effect: one(&i.breadth_effect),
            partial_probability: one(&i.partial_probability),
            partial_delivery: one(&i.partial_delivery),
            harm_probability: one(&i.harm_probability),
            harm: one(&i.harm),
            fades_after_months: one(&i.fades_after_months),
            weakest_link: one(&i.weakest_link),
        };
        for (own, beside) in months(&alone, one(&luck), (&[0][..usize::from(trial == 0)], 9)).iter().zip(&among) {
            assert_eq!(own.0.map(|x| x.0[0].to_bits()), beside.0.map(|x| x.0[trial].to_bits()));
            assert_eq!(own.1.map(|x| x.0[0].to_bits()), beside.1.map(|x| x.0[trial].to_bits()));
        }
    }
}

#[test]
fn without_change_nothing_moves_to_the_last_bit() {
    let (i, luck) = four_trials();
    for (_, uplift) in months(&i, luck, (&[], 0)) {
        assert_eq!(uplift.map(|u| u.0[3]), [0.0; ROWS]);
    }
}
