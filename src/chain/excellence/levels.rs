//! How far the change has come: levels that grow and fade, and all that moves with them.

use super::ROWS;
use crate::units::{Lane, Mask, Pack};

/// Something that grows with the levels: where it ends with the work that has begun, and how far from there it stood
/// when work last began.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course<V: Pack> {
    pub(super) end: Lane<V>,
    pub(super) away: Lane<V>,
}

impl<V: Pack> Course<V> {
    #[inline(always)]
    pub(super) fn at(&self, pace: &Pace<V>) -> Lane<V> {
        self.end * pace.lasts + self.away * pace.left
    }

    /// The same course, as if it began where it is; it ends there if it does not run.
    #[inline(always)]
    pub(super) fn rebase(&mut self, pace: &Pace<V>, runs: Mask<V>) {
        let here = self.at(pace);
        self.away = runs.select(self.away * pace.left, 0.0);
        self.end = here - self.away;
    }

    /// Has something still to gain.
    #[inline(always)]
    pub(super) fn add(&mut self, gain: Lane<V>) {
        self.end += gain;
        self.away -= gain;
    }
}

/// What moves from month to month, for every course alike.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace<V: Pack> {
    /// What is left of the way, times what lasts.
    pub(super) left: Lane<V>,
    /// What is left of all that was gained, after the stop.
    pub(super) lasts: Lane<V>,
}

/// How far the change has come, and when it stops.
///
/// Every month leaves the same part of the way that each level has still to go, and after the stop the same part of each
/// level: two numbers move, and all that is a weighted sum of levels with them.
#[derive(Clone, Copy, Debug)]
pub struct Levels<V: Pack> {
    pub(super) pace: Pace<V>,
    /// (target' − now)·L·δ of each element: what it has gained since today, if it is not held at zero.
    pub(super) gain: [Course<V>; 9],
    /// λ times that.
    pub(super) link: [Course<V>; 9],
    /// (1 − λ)·Σ_e W_re·gain_e of each row r.
    pub(super) sum: [Course<V>; ROWS],
    /// The month after which the programme has stopped; [`NEVER`](super::NEVER) while it goes on for good.
    pub stop_month: Lane<V>,
}
