//! What must hold in every case, for whatever numbers a user may write.

use crate::support::random_cases;
use delight_case::sampling::Sampling;
use delight_case::scenario::Scenario;
use delight_case::simulate::{Control, Engine, Measure, Settings, Trace, trace};
use proptest::prelude::*;

/// The parts of a case that vary; everything else is the preset's.
#[derive(Clone, Debug)]
struct Parts {
    churn: f64,
    acquisition: Option<f64>,
    mix: [f64; 4],
    contacts: f64,
    failure: f64,
    theta: f64,
    gains: [f64; 4],
    intensity: f64,
    volatility: f64,
    delivery: &'static str,
    months: usize,
    monthly_cost: f64,
    tax: f64,
    /// Counter, contacts, productivity and what of it is cashed; left out where there are none.
    channels: Option<[f64; 4]>,
}

fn parts() -> impl Strategy<Value = Parts> {
    let mix = prop::array::uniform4(0.05..1.0_f64).prop_map(|m| m.map(|x| x / m.iter().sum::<f64>()));
    (
        (0.0..0.85_f64, prop::option::of(0.0..1.0_f64), mix, 0.05..10.0_f64, 0.0..0.5_f64),
        (0.0..1.0_f64, prop::array::uniform4(0.0..1.5_f64), 0.0..3.0_f64, 0.0..0.3_f64),
        (prop::sample::select(vec!["full", "partial", "harmful", "none"]), 12..240_usize, 0.0..1e5_f64, 0.0..0.5_f64),
        prop::option::of((-0.2..0.2_f64, -0.5..0.5_f64, -0.05..0.05_f64, 0.0..1.0_f64)),
    )
        .prop_map(
            |((churn, acquisition, mix, contacts, failure), (theta, gains, intensity, volatility), rest, channels)| {
                let (delivery, months, monthly_cost, tax) = rest;
                Parts {
                    churn,
                    acquisition,
                    mix,
                    contacts,
                    failure,
                    theta,
                    gains,
                    intensity,
                    volatility,
                    delivery,
                    months,
                    monthly_cost,
                    tax,
                    channels: channels.map(|(counter, contacts, work, cashed)| [counter, contacts, work, cashed]),
                }
            },
        )
}

impl Parts {
    fn text(&self) -> String {
        let acquisition = self.acquisition.map_or("\"balanced\"".into(), |a| format!("{a:?}"));
        let [p0, p1, p2, p3] = self.mix;
        let [core, complaint, individual, surprising] = self.gains;
        let channels = self.channels.map_or(String::new(), |[counter, contacts, productivity, cashed]| {
            format!(
                "[effects.channels]\ncounter = {counter:?}\ncontacts = {contacts:?}\nproductivity = {productivity:?}\ncashed = {cashed:?}\n"
            )
        });
        format!(
            "[case]\nname = \"any\"\npreset = \"hotel\"\nmonths = {}\n\
             [customers]\ncount = 50000\nmarket_size = 400000\nannual_churn = {:?}\nannual_acquisition = {acquisition}\ncontacts_per_month = {:?}\n\
             [customers.mix]\nunconnected = {p0:?}\nsatisfied = {p1:?}\ndistinctive = {p2:?}\nconnected = {p3:?}\n\
             [experience]\nfailure_rate = {:?}\n\
             [effects]\ncausal_share = {:?}\n\
             [effects.experience]\ncore_gain = {core:?}\ncomplaint_gain = {complaint:?}\nindividual_gain = {individual:?}\nsurprising_gain = {surprising:?}\n\
             [market]\nvolatility = {:?}\n\
             [programme]\nintensity = {:?}\ndelivery = \"{}\"\n\
             [[programme.costs]]\nname = \"team\"\namount = {:?}\nper = \"month\"\n\
             [finance]\ntax_rate = {:?}\n{channels}",
            self.months,
            self.churn,
            self.contacts,
            self.failure,
            self.theta,
            self.volatility,
            self.intensity,
            self.delivery,
            self.monthly_cost,
            self.tax
        )
    }

    fn scenario(&self) -> Scenario {
        Scenario::from_text("any.toml", &self.text()).unwrap_or_else(|e| panic!("{e}\n{}", self.text()))
    }

    fn trace(&self) -> Trace {
        trace(&self.scenario())
    }
}

fn series<'a>(t: &'a Trace, arm: usize, name: &str) -> &'a [f64] {
    &t.arms[arm].iter().find(|(n, _)| n == name).unwrap().1
}

fn npv(p: &Parts) -> f64 {
    p.trace().measure(Measure::Npv).unwrap()
}

proptest! {
    #![proptest_config(random_cases("invariants", 96))]

    #[test]
    fn without_a_programme_both_arms_are_equal_bit_for_bit_and_worth_nothing(p in parts()) {
        let t = Parts { intensity: 0.0, monthly_cost: 0.0, ..p }.trace();
        prop_assert_eq!(&t.arms[0], &t.arms[1]);
        prop_assert_eq!(t.outcome.get(Measure::Npv).0[0], 0.0);
        prop_assert!(t.cash.iter().all(|c| *c == 0.0));
    }

    #[test]
    fn a_balanced_baseline_keeps_its_customers_and_their_mix(p in parts()) {
        let t = Parts { acquisition: None, ..p }.trace();
        for name in ["customers", "unconnected", "satisfied", "distinctive", "connected", "engaged", "turnover", "rating"] {
            let values = series(&t, 0, name);
            prop_assert!(values.iter().all(|x| (x - values[0]).abs() <= 1e-9 * values[0].abs()), "{}", name);
        }
    }

    #[test]
    fn customers_are_conserved_never_negative_and_their_shares_sum_to_one(p in parts()) {
        let t = p.trace();
        for arm in 0..2 {
            let (count, churned, acquired) = (series(&t, arm, "customers"), series(&t, arm, "churned"), series(&t, arm, "acquired"));
            for m in 1..t.months {
                let expected = count[m - 1] - churned[m - 1] + acquired[m - 1];
                prop_assert!((count[m] - expected).abs() <= 1e-9 * expected.max(1.0));
            }
            for m in 0..t.months {
                let shares = ["unconnected", "satisfied", "distinctive", "connected"].map(|s| series(&t, arm, s)[m]);
                prop_assert!(shares.iter().all(|s| *s >= 0.0), "{:?}", shares);
                prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn the_bridge_sums_to_the_present_value_of_the_benefit(p in parts()) {
        let t = p.trace();
        let pieces: Vec<f64> = (0..7).map(|i| t.measure(Measure::Bridge(i)).unwrap()).collect();
        // The pieces are differences of revenues: where they cancel, the rounding of the revenues remains.
        let revenue = series(&t, 0, "revenue").iter().sum::<f64>();
        let size = pieces.iter().map(|x| x.abs()).sum::<f64>().max(1e-3 * revenue);
        let benefit = t.measure(Measure::PvBenefit).unwrap();
        prop_assert!((pieces.iter().sum::<f64>() - benefit).abs() <= 1e-9 * size, "{:?} {}", pieces, benefit);
    }

    #[test]
    fn a_higher_cost_lowers_the_net_present_value(p in parts(), more in 1.0..1e5_f64) {
        let p = Parts { intensity: p.intensity.max(0.1), ..p };
        let dearer = Parts { monthly_cost: p.monthly_cost + more, ..p.clone() };
        prop_assert!(npv(&dearer) < npv(&p));
    }

    #[test]
    fn a_stronger_effect_raises_the_net_present_value_of_a_programme_delivered_in_full(p in parts(), which in 0..4_usize) {
        // More customers are worth less where each costs more to serve than it brings, or where capacity is full: so
        // contacts are few here, the base is steady and the horizon short.
        let (contacts, failure, months) = (0.6, p.failure.min(0.15), p.months.min(60));
        let (gains, intensity) = (p.gains.map(|g| g * 0.5), p.intensity.max(0.1));
        let p = Parts { delivery: "full", acquisition: None, intensity, gains, contacts, failure, months, channels: None, ..p };
        let mut stronger = p.clone();
        stronger.gains[which] += 0.2;
        let (weak, strong) = (npv(&p), npv(&stronger));
        prop_assert!(strong >= weak - 1e-9 * weak.abs(), "{} {}", weak, strong);
    }

    #[test]
    fn every_trial_of_a_run_gives_finite_money(p in parts(), seed in 0..1000_u64) {
        let scenario = p.scenario();
        let engine = Engine::new(&scenario, Settings { sampling: Sampling::Sobol, seed, trials: 256 }).unwrap();
        let summary = engine.run(0..256, &Control::default()).unwrap();
        for m in [Measure::Npv, Measure::PvBenefit, Measure::PvCost, Measure::PeakFunding] {
            prop_assert!(summary.measured(m).parts().iter().all(|part| part.moments.count() == 32));
        }
    }
}

#[test]
fn each_gain_raises_the_net_present_value_where_nothing_stands_in_its_way() {
    let ordinary = Parts {
        churn: 0.3,
        acquisition: None,
        mix: [0.25, 0.45, 0.18, 0.12],
        contacts: 0.6,
        failure: 0.1,
        theta: 0.5,
        gains: [0.3; 4],
        intensity: 1.0,
        volatility: 0.0,
        delivery: "full",
        months: 60,
        monthly_cost: 1e4,
        tax: 0.25,
        channels: None,
    };
    for which in 0..4 {
        let mut stronger = ordinary.clone();
        stronger.gains[which] += 0.2;
        let (weak, strong) = (npv(&ordinary), npv(&stronger));
        assert!(strong > weak, "gain {which}: {weak} and {strong}");
    }
    let without = npv(&ordinary);
    for channels in [[0.01, 0.0, 0.0, 0.0], [0.0, 0.01, 0.0, 0.0], [0.0, 0.0, 0.01, 0.5]] {
        let with = npv(&Parts { channels: Some(channels), ..ordinary.clone() });
        assert!(with > without, "{channels:?}: {without} and {with}");
    }
}
