//! What a trial yields: its measures by name, in the order of the columns of every result.

use crate::finance::bridge::PIECES;
use crate::units::{Lane, Pack};

/// An indicator of the chain, over the last twelve months of the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kpi {
    /// Customers, mean of the months.
    Customers,
    /// Connected share of customers.
    Connected,
    /// Net promoter score in points.
    Nps,
    /// Share of promoters.
    Promoters,
    /// Share of passives.
    Passives,
    /// Share of detractors.
    Detractors,
    /// Mean score, 0–10.
    Rating,
    /// Engaged share of employees.
    Engaged,
    /// Turnover of employees, a year.
    Turnover,
    /// Revenue of the twelve months.
    Revenue,
    /// Customers who leave in a year.
    Churn,
    /// Share of contacts that fail.
    Failures,
}

impl Kpi {
    /// Every indicator, with the key that results use.
    pub const ALL: [(Kpi, &'static str); 12] = [
        (Kpi::Customers, "customers"),
        (Kpi::Connected, "connected"),
        (Kpi::Nps, "nps"),
        (Kpi::Promoters, "promoters"),
        (Kpi::Passives, "passives"),
        (Kpi::Detractors, "detractors"),
        (Kpi::Rating, "rating"),
        (Kpi::Engaged, "engaged"),
        (Kpi::Turnover, "turnover"),
        (Kpi::Revenue, "revenue"),
        (Kpi::Churn, "churn"),
        (Kpi::Failures, "failures"),
    ];
}

/// An arm, or the difference between the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Without the programme.
    Baseline,
    /// With it.
    Programme,
    /// With minus without.
    Difference,
}

impl Side {
    /// Every side, with the key that results use.
    pub const ALL: [(Side, &'static str); 3] =
        [(Side::Baseline, "baseline"), (Side::Programme, "programme"), (Side::Difference, "difference")];
}

/// One measure of a trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Net present value, terminal value included; money. With run-off where the case is valued by it.
    Npv,
    /// (PV benefit − PV cost) / PV cost; NaN where nothing is paid.
    Roi,
    /// Annual internal rate of return; NaN where there is none that is a return, infinite where there are several.
    Irr,
    /// Annual price of the loan that the cash is; NaN where there is no rate at all, infinite where it is no loan.
    LoanRate,
    /// Months until cumulative cash stays above zero; NaN where it never does.
    Payback,
    /// The same for discounted cash.
    DiscountedPayback,
    /// Deepest cumulative cash; money.
    PeakFunding,
    /// Present value of the benefit before tax; money.
    PvBenefit,
    /// Present value of the cost before tax; money.
    PvCost,
    /// Value after the horizon; money.
    Terminal,
    /// Gain of customer equity at the horizon, reported and never added to NPV; money.
    CustomerEquity,
    /// Revenue of year 5 (the last twelve months if the horizon is shorter), programme over baseline, less one.
    RevenueGain,
    /// Outcome of the delivery draw: its place in `Delivery::ALL`; NaN for a project without a chain.
    Delivery,
    /// Σ (|benefit| + |cost|) and the value after the horizon: the money that rounding is measured against.
    MoneyMoved,
    /// Net present value with the months after the horizon, in which the programme has ended and its effects fade; money.
    /// NaN where nobody asked for it.
    NpvRunOff,
    /// A piece of the value bridge by its place in [`PIECES`]: present value, money.
    Bridge(usize),
    /// An indicator of the chain.
    Kpi(Kpi, Side),
}

const FIXED: [(Measure, &str); 15] = [
    (Measure::Npv, "npv"),
    (Measure::Roi, "roi"),
    (Measure::Irr, "irr"),
    (Measure::Payback, "payback_months"),
    (Measure::DiscountedPayback, "discounted_payback_months"),
    (Measure::PeakFunding, "peak_funding"),
    (Measure::PvBenefit, "pv_benefit"),
    (Measure::PvCost, "pv_cost"),
    (Measure::Terminal, "terminal"),
    (Measure::CustomerEquity, "customer_equity"),
    (Measure::RevenueGain, "revenue_gain"),
    (Measure::Delivery, "delivery"),
    (Measure::MoneyMoved, "money_moved"),
    (Measure::LoanRate, "loan_rate"),
    (Measure::NpvRunOff, "npv_run_off"),
];

impl Measure {
    /// Number of measures of a trial.
    pub const COUNT: usize = FIXED.len() + PIECES.len() + Kpi::ALL.len() * Side::ALL.len();

    /// Its place among the measures.
    #[inline(always)]
    pub const fn index(self) -> usize {
        match self {
            Measure::Npv => 0,
            Measure::Roi => 1,
            Measure::Irr => 2,
            Measure::Payback => 3,
            Measure::DiscountedPayback => 4,
            Measure::PeakFunding => 5,
            Measure::PvBenefit => 6,
            Measure::PvCost => 7,
            Measure::Terminal => 8,
            Measure::CustomerEquity => 9,
            Measure::RevenueGain => 10,
            Measure::Delivery => 11,
            Measure::MoneyMoved => 12,
            Measure::LoanRate => 13,
            Measure::NpvRunOff => 14,
            Measure::Bridge(piece) => FIXED.len() + piece,
            Measure::Kpi(kpi, side) => FIXED.len() + PIECES.len() + kpi as usize * Side::ALL.len() + side as usize,
        }
    }

    /// Every measure in the order of its place, with the name that columns of results carry.
    pub fn all() -> Vec<(Measure, String)> {
        let mut all: Vec<_> = FIXED.iter().map(|(m, name)| (*m, (*name).to_string())).collect();
        all.extend(PIECES.iter().enumerate().map(|(i, piece)| (Measure::Bridge(i), format!("bridge_{piece}"))));
        for (kpi, name) in Kpi::ALL {
            all.extend(Side::ALL.iter().map(|(side, suffix)| (Measure::Kpi(kpi, *side), format!("{name}_{suffix}"))));
        }
        all
    }
}

/// The measures of `N` trials.
#[derive(Clone, Copy, Debug)]
pub struct Outcome<V: Pack>(pub [Lane<V>; Measure::COUNT]);

impl<V: Pack> Outcome<V> {
    /// Every measure missing.
    #[inline(always)]
    pub fn missing(token: V::Token) -> Self {
        Outcome([Lane::splat(token, f64::NAN); Measure::COUNT])
    }

    /// One measure.
    #[inline(always)]
    pub fn get(&self, measure: Measure) -> Lane<V> {
        self.0[measure.index()]
    }

    /// Sets one measure.
    #[inline(always)]
    pub fn set(&mut self, measure: Measure, value: Lane<V>) {
        self.0[measure.index()] = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_stands_at_its_own_place() {
        let all = Measure::all();
        assert_eq!(all.len(), Measure::COUNT);
        for (place, (measure, _)) in all.iter().enumerate() {
            assert_eq!(measure.index(), place);
        }
    }
}
