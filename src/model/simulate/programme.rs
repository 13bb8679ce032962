//! The programme's arm month by month, before the horizon and after it: the chain, and the channels that are switched on.

use super::arms::Values;
use crate::chain::channels::{self, Lead};
use crate::chain::{Arm, Calibrated, Levels, Month, When};
use crate::units::{Lane, Pack};

/// The arm with the programme, and how far that has come.
pub(super) struct ProgrammeArm<'a, V: Pack> {
    calibrated: &'a Calibrated<V>,
    channels: Option<channels::Calibrated<V>>,
    arm: Arm<V>,
    /// How far the programme has come, and whether it has been stopped.
    pub(super) levels: Levels<V>,
}

impl<'a, V: Pack> ProgrammeArm<'a, V> {
    /// Of today, before the first month.
    #[inline(always)]
    pub(super) fn today(calibrated: &'a Calibrated<V>, v: &Values<V>) -> Self {
        ProgrammeArm {
            calibrated,
            channels: v.channels.then(|| channels::Calibrated::new(&v.chain.channels, &v.chain.revenue)),
            arm: calibrated.today(),
            levels: calibrated.excellence.today(),
        }
    }

    /// Moves on by a month; `baseline` is that month without the programme, `advantage` what rivals have left of one.
    #[inline(always)]
    pub(super) fn step(&mut self, when: When, baseline: &Month<V>, advantage: Lane<V>) -> Month<V> {
        let ProgrammeArm { calibrated, channels, arm, levels } = self;
        let mut month = arm.step(
            calibrated,
            #[inline(always)]
            || calibrated.excellence.step(levels, when),
            advantage,
        );
        if let Some(channels) = channels {
            let engaged = month.staff.engaged - baseline.staff.engaged;
            let lead = Lead { ramp: calibrated.excellence.ramp(levels), advantage, engaged };
            channels.step(&lead, &mut month.money);
        }
        month
    }
}
