//! Which horizon a scenario is valued to, and how many months it runs off.

use super::checked::Project;
use super::horizon::Horizon;
use super::valid::Scenario;
use std::sync::Arc;

impl Scenario {
    /// What its net present value counts.
    pub fn horizon(&self) -> Horizon {
        self.parts.horizon
    }

    /// The same scenario valued to another horizon.
    pub fn with_horizon(&self, horizon: Horizon) -> Scenario {
        let mut scenario = self.clone();
        if horizon != self.horizon() {
            Arc::make_mut(&mut scenario.parts).horizon = horizon;
        }
        scenario
    }

    /// `case.run_off_months`, as far as the case has a run-off: 0 without a chain, and where a terminal value stands for
    /// what comes after the horizon.
    pub fn run_off_months(&self) -> usize {
        let ends = |path| self.assumption(path).is_some_and(|a| a.median() == Some(0.0) && a.value.is_constant());
        match self.project() {
            Project::Chain(_) if ends("finance.terminal_years") => self.parts.run_off,
            _ => 0,
        }
    }

    /// The months of run-off that its trials compute: none if nobody asked for them.
    pub(crate) fn months_after(&self) -> usize {
        if self.horizon() == Horizon::Case { 0 } else { self.run_off_months() }
    }

    /// The years whose market its trials draw.
    pub(crate) fn market_years(&self) -> usize {
        (self.months() + self.months_after()).div_ceil(12)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(text: &str) -> usize {
        Scenario::from_text("x.toml", text).unwrap_or_else(|e| panic!("{e}")).run_off_months()
    }

    #[test]
    fn a_case_runs_off_for_five_years_unless_it_says_otherwise_or_has_a_terminal_value() {
        let hotel = "[case]\npreset = \"hotel\"\n";
        assert_eq!(months(hotel), 60);
        assert_eq!(months(&format!("{hotel}run_off_months = 0\n")), 0);
        assert_eq!(months(&format!("{hotel}run_off_months = 120\n")), 120);
        assert_eq!(months(&format!("{hotel}[finance]\nterminal_years = 3\n")), 0);
        assert_eq!(months(&format!("{hotel}[finance]\nterminal_years = \"uniform(0, 3)\"\n")), 0);
    }

    #[test]
    fn a_change_and_a_lens_keep_the_horizon_that_was_asked_for() {
        let hotel = Scenario::from_text("x.toml", "[case]\npreset = \"hotel\"\n").unwrap_or_else(|e| panic!("{e}"));
        let asked = hotel.with_horizon(Horizon::RunOff);
        let changed = asked.with("case.months", "48").unwrap_or_else(|e| panic!("{e}"));
        let seen = changed.through(crate::evidence::Lens::Authors).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!((changed.horizon(), seen.horizon()), (Horizon::RunOff, Horizon::RunOff));
        assert_ne!(asked, hotel);
    }

    #[test]
    fn a_project_known_by_its_flows_has_no_run_off() {
        let text = "[case]\nkind = \"cash-flow\"\n[[flows]]\nname = \"a\"\nper = \"once\"\namount = 1\nmonth = 0\n";
        assert_eq!(months(text), 0);
        let asked = text.replace("\"cash-flow\"\n", "\"cash-flow\"\nrun_off_months = 60\n");
        let error = Scenario::from_text("x.toml", &asked).expect_err("it has no run-off").to_string();
        assert!(error.contains("case.run_off_months"), "{error}");
    }
}
