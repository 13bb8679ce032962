//! How far the change has come: levels that grow and fade, and all that moves with them.

use super::elements::ROWS;
use crate::units::{Lane, Mask, Pack, each};

/// Something that moves with the levels: where it is heading, and how far from there it stood when that last changed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course<V: Pack> {
    aim: Lane<V>,
    away: Lane<V>,
}

impl<V: Pack> Course<V> {
    /// Stays where it is.
    #[inline(always)]
    pub(super) fn still(here: Lane<V>) -> Self {
        Course { aim: here, away: here.all(0.0) }
    }

    /// Where it is when a part `left` of the way is left.
    #[inline(always)]
    pub(super) fn at(&self, left: Lane<V>) -> Lane<V> {
        self.aim + self.away * left
    }

    /// The same course, as if it began where it is.
    #[inline(always)]
    fn rebase(&mut self, left: Lane<V>) {
        self.away = self.away * left;
    }

    /// At its beginning: has something more to gain.
    #[inline(always)]
    pub(super) fn add(&mut self, gain: Lane<V>) {
        self.aim += gain;
        self.away -= gain;
    }

    /// Heads back to where it was `today` in the trials that stop; in the others `left` is one.
    #[inline(always)]
    fn turn_back(&mut self, today: Lane<V>, left: Lane<V>, stops: Mask<V>) {
        let gained = stops.select(self.aim - today, 0.0);
        self.away = self.away * left + gained;
        self.aim -= gained;
    }
}

/// How far the change has come, and when it stops.
///
/// Every month leaves the same part of the way that each level has still to go, and after the stop the same part of the
/// way back: one number moves, and all that is a weighted sum of levels with it.
#[derive(Clone, Copy, Debug)]
pub struct Levels<V: Pack> {
    /// What is left of the way, and the part of it that a month leaves.
    pub(super) left: Lane<V>,
    pub(super) pace: Lane<V>,
    /// now + (target' − now)·L·δ of each element: its maturity, if it is not held at zero.
    pub(super) maturity: [Course<V>; 9],
    /// (1 − λ)·Σ_e W_re·(m_e − now_e) − λ·min{now_e : W_re > 0} of each row r.
    pub(super) sum: [Course<V>; ROWS],
    /// δ·dose·mean of L_e over the elements that move.
    pub(super) ramp: Course<V>,
    stop_month: Lane<V>,
    /// The earliest stop that is still to come in any trial.
    next_stop: f64,
}

/// Where every course stood before any work began.
#[derive(Debug)]
pub(super) struct Today<'a, V: Pack> {
    pub(super) maturity: &'a [Lane<V>; 9],
    pub(super) sum: &'a [Lane<V>; ROWS],
}

impl<V: Pack> Levels<V> {
    /// Nothing done, and a programme that goes on to `stop_month` if nobody stops it.
    #[inline(always)]
    pub(super) fn new(today: &Today<V>, pace: Lane<V>, stop_month: Lane<V>) -> Self {
        Levels {
            left: pace.all(1.0),
            pace,
            maturity: each!(e in 9 => Course::still(today.maturity[e])),
            sum: each!(r in 6 => Course::still(today.sum[r])),
            ramp: Course::still(pace.all(0.0)),
            stop_month,
            next_stop: earliest(stop_month, 0.0),
        }
    }

    /// The month after which the programme has stopped; [`NEVER`](super::delivery::NEVER) while it goes on for good.
    #[inline(always)]
    pub fn stop_month(&self) -> Lane<V> {
        self.stop_month
    }

    /// Stops the programme at the end of month `t` in some trials, where it has not stopped before.
    #[inline(always)]
    pub fn stop(&mut self, which: Mask<V>, t: f64) {
        self.stop_month = which.select(self.stop_month.min(t), self.stop_month);
        self.next_stop = earliest(self.stop_month, t);
    }

    /// Whether the programme stops in any trial before month `t` and has not turned back yet.
    #[inline(always)]
    pub(super) fn stops_before(&self, t: f64) -> bool {
        self.next_stop < t
    }

    /// Turns the levels back in the trials that stopped before month `t`, to fade at `fading`.
    #[inline(always)]
    pub(super) fn turn_back(&mut self, t: f64, today: &Today<V>, fading: Lane<V>) {
        let stops = self.stop_month.at_least(self.next_stop).and(self.stop_month.below(t));
        let left = stops.select(self.left, 1.0);
        for e in 0..9 {
            self.maturity[e].turn_back(today.maturity[e], left, stops);
        }
        for r in 0..ROWS {
            self.sum[r].turn_back(today.sum[r], left, stops);
        }
        self.ramp.turn_back(left.all(0.0), left, stops);
        self.left = stops.select(1.0, self.left);
        self.pace = stops.select(fading, self.pace);
        self.next_stop = earliest(self.stop_month, t);
    }

    /// Lets every course begin where it is.
    #[inline(always)]
    pub(super) fn rebase(&mut self) {
        for course in self.maturity.iter_mut().chain(&mut self.sum) {
            course.rebase(self.left);
        }
        self.ramp.rebase(self.left);
        self.left = self.left.all(1.0);
    }
}

/// The earliest stop in month `t` or later.
#[inline(always)]
fn earliest<V: Pack>(stop_month: Lane<V>, t: f64) -> f64 {
    stop_month.values().iter().fold(f64::INFINITY, |first, &stop| if stop >= t && stop < first { stop } else { first })
}
