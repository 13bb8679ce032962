//! The chain's memory at the point values of a case: what a month of more engaged staff leaves behind with its customers.

use super::draws::{Block, point_values};
use crate::chain::survey::Given;
use crate::chain::{Calibrated, Inputs, Response};
use crate::finance::account;
use crate::scenario::{Project, Scenario};
use crate::units::Lane;

/// The response of a case at its point values, with `gains` in place of some of its inputs; none of a project without a chain.
///
/// `engaged` is by how much the engaged share is moved for a month; the answer is for each unit of it.
pub fn response(scenario: &Scenario, gains: &[(&str, f64)], engaged: f64, months: usize) -> Option<Response<[f64; 1]>> {
    let mut block = point_values(scenario);
    for (path, value) in gains {
        let place = scenario.assumptions().iter().position(|a| a.path == *path)?;
        block.column_mut(place)[0] = *value;
    }
    Some(of_block(scenario, &block)?.response(Lane([engaged]), months))
}

fn of_block(scenario: &Scenario, block: &Block) -> Option<Calibrated<[f64; 1]>> {
    let Project::Chain(case) = scenario.project() else { return None };
    let mut read = block.reader::<[f64; 1]>((), 0, 0);
    let chain = Inputs::read(&mut read);
    account::Inputs::read(&mut read);
    let overrun = read.column();
    for _ in &case.costs {
        read.column();
    }
    let given = Given::read(&case.plan.survey, case.plan.scored, overrun.all(0.0), || read.column());
    Some(Calibrated::new(&chain, overrun.all(0.5), &case.plan, &given))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hotel() -> Scenario {
        Scenario::from_text("x.toml", "[case]\npreset = \"hotel\"\n").unwrap_or_else(|e| panic!("{e}"))
    }

    fn long_run(gains: &[(&str, f64)], engaged: f64) -> f64 {
        response(&hotel(), gains, engaged, 120).expect("a chain").long_run.0[0]
    }

    const PEOPLE: [&str; 4] = ["core_people", "complaint_people", "individual_people", "surprising_people"];

    fn only(gain: &str) -> Vec<(String, f64)> {
        let path = |name: &str| format!("effects.experience.{name}");
        let point = |path: &str| hotel().point(path).expect("an input");
        PEOPLE.map(|name| (path(name), if name == gain { point(&path(name)) } else { 0.0 })).to_vec()
    }

    fn of_only(gain: &str) -> f64 {
        let gains = only(gain);
        long_run(&gains.iter().map(|(path, value)| (path.as_str(), *value)).collect::<Vec<_>>(), 1e-4)
    }

    #[test]
    fn customers_answer_from_the_month_after_and_forget_slowly() {
        let hotel = include_str!("../../../tests/golden/living/hotel.toml");
        let hotel = Scenario::from_text("hotel.toml", hotel).unwrap_or_else(|e| panic!("{e}"));
        let score: Vec<f64> = response(&hotel, &[], 0.01, 240).expect("a chain").score.iter().map(|s| s.0[0]).collect();
        assert_eq!(score[0], 0.0);
        assert!(score[1] > 0.0 && score[1..].windows(2).all(|pair| pair[1] < pair[0] && pair[1] > 0.0));
        let sum = |months: usize| score[..months].iter().sum::<f64>();
        // Half of the effect is there after ten months.
        assert!(sum(9) < 0.5 * sum(240) && sum(12) > 0.5 * sum(240), "{} {} {}", sum(9), sum(12), sum(240));
    }

    #[test]
    fn small_moves_of_the_front_line_add_up_over_the_gains() {
        let parts: f64 = PEOPLE.iter().map(|gain| of_only(gain)).sum();
        let all = long_run(&[], 1e-4);
        assert!((parts / all - 1.0).abs() < 1e-3, "{parts} {all}");
        assert!(of_only("none").abs() < 1e-9);
    }
}
