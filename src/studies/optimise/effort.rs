//! What a gain in an element costs: the dose of the programme turned around, and the budget as written.

use crate::findings::{cost_lines, planned_in};
use delight_model::chain::ELEMENTS;
use delight_model::finance::costs::CostItem;
use delight_model::scenario::{ChainCase, Scenario};

/// Effort against gain, the same for every element: more brings more, but less and less.
///
/// ```text
/// gain = D·(1 − e^(−ηx)) / (1 − e^(−η))          (η → 0:  D·x)
/// ```
///
/// The dose of the programme (docs/model.md, stage 1), with D the largest gain of the programme as written, which
/// effort x = 1 brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EffortCurve {
    /// D, maturity 0–1.
    pub step: f64,
    /// η, `programme.diminishing`.
    pub diminishing: f64,
}

/// Below this η the dose is a straight line to all digits that matter here.
const STRAIGHT: f64 = 1e-6;

impl EffortCurve {
    /// The gain of an effort.
    pub fn gain(&self, effort: f64) -> f64 {
        match self.diminishing {
            eta if eta < STRAIGHT => self.step * effort,
            eta => self.step * libm::expm1(-eta * effort) / libm::expm1(-eta),
        }
    }

    /// The effort that a gain takes; infinite beyond what any effort brings.
    pub fn effort(&self, gain: f64) -> f64 {
        if gain <= 0.0 {
            return 0.0;
        }
        match self.diminishing {
            eta if eta < STRAIGHT => gain / self.step,
            eta => match gain / self.step * libm::expm1(-eta) {
                done if done > -1.0 => -libm::log1p(done) / eta,
                _ => f64::INFINITY,
            },
        }
    }
}

/// A programme as it is written, at point values: gains, start months and what the effort costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// Maturity today.
    pub now: [f64; 9],
    /// Gain of each element, delivered in full.
    pub gain: [f64; 9],
    /// Month after which work on each element begins.
    pub start: [f64; 9],
    /// What a gain takes.
    pub curve: EffortCurve,
    /// Effort of all elements together.
    pub effort: f64,
    /// Planned cost of the effort over the horizon: at today's prices, not discounted, without overrun; money.
    pub cost: f64,
    /// Size of the programme, × as written.
    pub intensity: f64,
    /// Months in which an element is being built: until a change has taken root by 1 − 1/e.
    pub build_months: usize,
    /// Month in which a programme that does not become culture stops.
    pub fades_after: f64,
}

impl Programme {
    /// Reads the programme of a case; none where it moves nothing.
    pub fn of(scenario: &Scenario, case: &ChainCase) -> Option<Self> {
        let point = |path: &str| point(scenario, path);
        let of_element = |table: &str| ELEMENTS.map(|element| point(&format!("{table}.{element}")));
        let (now, target) = (of_element("excellence.now"), of_element("programme.target"));
        let (diminishing, intensity) = (point("programme.diminishing"), point("programme.intensity"));
        let dose = EffortCurve { step: 1.0, diminishing }.gain(intensity);
        let gain: [f64; 9] = std::array::from_fn(|e| {
            let wanted = (target[e] - now[e]).max(0.0) * dose;
            wanted.min(1.0 - now[e])
        });
        let step = gain.iter().copied().fold(0.0, f64::max);
        let curve = EffortCurve { step, diminishing };
        let effort: f64 = gain.iter().map(|gain| curve.effort(*gain)).sum();
        let of_line = |(item, amount): (&CostItem, f64)| {
            (0..=scenario.months()).map(|t| planned_in(item, amount, scenario, t)).sum::<f64>()
        };
        let cost = cost_lines(scenario, case).map(of_line).sum::<f64>() * intensity;
        (step > 0.0 && cost > 0.0).then(|| Programme {
            now,
            gain,
            start: of_element("programme.start_month"),
            curve,
            effort,
            cost,
            intensity,
            build_months: point("programme.embed_months").ceil() as usize,
            fades_after: point("programme.fades_after_months").ceil(),
        })
    }

    /// Planned cost of a unit of effort, money.
    pub fn price(&self) -> f64 {
        self.cost / self.effort
    }

    /// Effort of each element as written.
    pub fn efforts(&self) -> [f64; 9] {
        self.gain.map(|gain| self.curve.effort(gain))
    }

    /// The most effort that brings an element anything.
    pub fn most(&self, element: usize) -> f64 {
        self.curve.effort(1.0 - self.now[element])
    }
}

/// The point value of an assumption; 0 of one that follows from others.
fn point(scenario: &Scenario, path: &str) -> f64 {
    scenario.point(path).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::scenario::Project;

    #[test]
    fn effort_is_the_inverse_of_gain_and_one_brings_the_largest_step() {
        for diminishing in [0.0, 1e-4, 0.5, 1.5, 4.0] {
            let curve = EffortCurve { step: 0.3, diminishing };
            assert!((curve.gain(1.0) - 0.3).abs() < 1e-12);
            for effort in [0.0, 0.1, 0.9, 2.0] {
                assert!((curve.effort(curve.gain(effort)) - effort).abs() < 1e-9, "{diminishing} {effort}");
            }
        }
        let curve = EffortCurve { step: 0.3, diminishing: 1.5 };
        assert_eq!(curve.effort(0.3 / (1.0 - libm::exp(-1.5)) + 1e-9), f64::INFINITY);
        assert!(curve.effort(0.15) < 0.5, "the first half of a gain takes less than half of the effort");
    }

    #[test]
    fn the_budget_counts_what_is_paid_for_effort_and_nothing_else() {
        let text = "[case]\npreset = \"hotel\"\nmonths = 24\n[programme]\nintensity = 2\n[employees]\nheadcount = 100\n\
            [[programme.costs]]\nname = \"a\"\namount = 1000\nper = \"once\"\nmonth = 0\n\
            [[programme.costs]]\nname = \"b\"\namount = 10\nper = \"month\"\nfrom = 3\nto = 12\n\
            [[programme.costs]]\nname = \"c\"\namount = 12\nper = \"employee\"\nfrom = 1\nto = 2\n\
            [[programme.costs]]\nname = \"d\"\namount = 9\nper = \"surprise\"\n";
        let scenario = Scenario::from_text("x.toml", text).unwrap_or_else(|e| panic!("{e}"));
        let Project::Chain(case) = scenario.project() else { panic!("a chain") };
        let programme = Programme::of(&scenario, case).expect("it moves something");
        assert!((programme.cost - 2.0 * (1000.0 + 100.0 + 200.0)).abs() < 1e-9, "{}", programme.cost);
        let together: f64 = programme.efforts().iter().sum();
        assert!((together * programme.price() - programme.cost).abs() < 1e-6);
    }
}
