//! Known answers of the survey, computed apart from this program.

use super::*;

type One = Lane<[f64; 1]>;

const HOTEL: [f64; 4] = [0.25, 0.45, 0.18, 0.12];

fn fitted(survey: Survey, answers: [f64; 3], score: Option<f64>) -> Calibrated<[f64; 1]> {
    let one = |x: f64| -> One { Lane([x]) };
    Calibrated::new(&survey, &Given { answers: answers.map(one), score: score.map(one) }, &HOTEL.map(one))
}

fn values<const N: usize>(lanes: [One; N]) -> [f64; N] {
    lanes.map(|lane| lane.0[0])
}

fn near(found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() <= tolerance, "{found} and not {expected}");
    }
}

/// Σ π_k·T'_k,c, reckoned from the whole table.
fn counted(fit: &Calibrated<[f64; 1]>) -> [f64; 3] {
    let mix = values(fit.now.mix);
    fit.answers.map(|row| values(row).iter().zip(&mix).map(|(answer, part)| answer * part).sum())
}

#[test]
fn promoters_passives_and_detractors_are_everyone() {
    for k in 0..4 {
        assert!((ANSWERS_OF_STATES.iter().map(|row| row[k]).sum::<f64>() - 1.0).abs() < 1e-12);
    }
}

#[test]
fn three_shares_give_the_mix_that_is_known_for_them_and_come_back() {
    let known = [
        ([0.40, 0.10, 0.50], [0.340699, 0.334205, 0.153886, 0.171210]),
        ([0.90, 0.10, 0.0], [0.032891, 0.307604, 0.283579, 0.375926]),
    ];
    for (shares, mix) in known {
        let fit = fitted(Survey::Shares, shares, None);
        near(&values(fit.now.mix), &mix, 5e-7);
        near(&counted(&fit), &shares, 1e-14);
        assert_eq!(values(fit.now.answers), shares);
        assert!(fit.answers.iter().flatten().all(|answer| (0.0..=1.0).contains(&answer.0[0])));
    }
    assert_eq!(fitted(Survey::Shares, [0.40, 0.10, 0.50], None).now.nps.0[0], -10.0);
}

#[test]
fn a_score_gives_the_mix_and_the_shares_that_are_known_for_it_and_comes_back() {
    let fit = fitted(Survey::Points, [-10.0, 0.0, 0.0], None);
    near(&values(fit.now.mix), &[0.272713, 0.450585, 0.170565, 0.106137], 5e-7);
    near(&values(fit.now.answers), &[0.212957, 0.474085, 0.312957], 5e-7);
    assert_eq!(fit.now.nps.0[0], -10.0);
    // a, the weight of a promoter over that of a passive.
    let now = shares(&ANSWERS_OF_STATES.map(|row| row.map(|x| Lane([x]))), &HOTEL.map(|x| Lane([x])));
    let [promoter, passive, detractor] = values(tilt::<[f64; 1]>(&now, Lane([-10.0])));
    near(&[promoter / passive, passive / detractor], &[0.871605; 2], 5e-7);
    for points in [-99.0, -50.0, 0.0, 1.0, 37.5, 99.0] {
        let [promoters, _, detractors] = counted(&fitted(Survey::Points, [points, 0.0, 0.0], None));
        assert!((100.0 * (promoters - detractors) - points).abs() < 1e-11, "{points}");
    }
}

#[test]
fn the_sectors_own_shares_move_nothing() {
    let own = fitted(Survey::Unasked, [0.0; 3], None);
    let fit = fitted(Survey::Shares, values(own.now.answers), None);
    near(&values(fit.now.mix), &HOTEL, 1e-15);
    let fit = fitted(Survey::Points, [own.now.nps.0[0], 0.0, 0.0], None);
    near(&values(fit.now.mix), &HOTEL, 1e-14);
}

#[test]
fn a_mean_score_shifts_the_scores_of_all_states_alike_and_comes_back() {
    let fit = fitted(Survey::Unasked, [0.0; 3], Some(7.0));
    assert_eq!(fit.now.score.0[0], 7.0);
    let logit = |r: f64| (r / (10.0 - r)).ln();
    let shifts: Vec<f64> = values(fit.scores).iter().zip(SCORES).map(|(new, old)| logit(*new) - logit(old)).collect();
    near(&shifts, &[-0.139026; 4], 5e-7);
    for score in [0.001, 1.0, 5.6, 9.2, 9.999] {
        let scores = values(fitted(Survey::Shares, [0.4, 0.1, 0.5], Some(score)).scores);
        let mix = values(fitted(Survey::Shares, [0.4, 0.1, 0.5], None).now.mix);
        let mean: f64 = scores.iter().zip(mix).map(|(score, part)| score * part).sum();
        assert!((mean / score - 1.0).abs() < 1e-12, "{score} {mean}");
        assert!(scores.iter().all(|score| (0.0..=10.0).contains(score)));
    }
}

#[test]
fn a_survey_beside_a_mix_of_the_cases_own_leaves_the_mix_and_comes_back() {
    for shares in [[0.40, 0.10, 0.50], [0.90, 0.10, 0.0], [0.01, 0.88, 0.11], [1.0, 0.0, 0.0], [0.001, 0.998, 0.001]] {
        let answers = raked(&ANSWERS_OF_STATES, &HOTEL, &shares);
        let fit = fitted(Survey::Fitted { given: 3, certain: false, answers }, shares, None);
        near(&values(fit.now.mix), &HOTEL, 1e-15);
        near(&counted(&fit), &shares, 1e-12);
        for k in 0..4 {
            assert!((answers.iter().map(|row| row[k]).sum::<f64>() - 1.0).abs() < 1e-12);
        }
        if shares[2] == 0.0 {
            assert_eq!(answers[2], [0.0; 4]);
        }
    }
    let shares = shares_of_points(&HOTEL, -10.0);
    near(&shares, &[0.212957, 0.474085, 0.312957], 5e-7);
}
