//! How today's customers answer to a front line that is moved for one month: the chain's own memory.

use super::excellence::Uplift;
use super::{Arm, Calibrated};
use crate::units::{Lane, Pack, each};

/// What one month of a moved front line leaves behind, month by month, for each unit of the engaged share.
#[derive(Clone, Debug)]
pub struct Response<V: Pack> {
    /// Mean score, points: the month itself first.
    pub score: Vec<Lane<V>>,
    /// The same added up: where the score ends if the engaged share stays up.
    pub long_run: Lane<V>,
    /// Shares of the customers by state, added up likewise.
    pub mix: [Lane<V>; 4],
}

impl<V: Pack> Calibrated<V> {
    /// Moves the front line of one month by what `engaged`, a change of the engaged share, adds to it, and looks for `months`
    /// months at what becomes of today's customers; all else stays as it is.
    ///
    /// ```text
    /// Δf = (1 − s)·(1 − novice_penalty·ν_0)·Δe in the first month, 0 after it
    /// Ψ_t = (r_t − r_0) / Δe        long run = Σ Ψ_t
    /// ```
    pub fn response(&self, engaged: Lane<V>, months: usize) -> Response<V> {
        let zero = engaged.all(0.0);
        let (idle, one) = (Uplift::none(zero), zero.all(1.0));
        let mut arm = self.today();
        let mut found = Response { score: Vec::with_capacity(months), long_run: zero, mix: [zero; 4] };
        for month in 0..months {
            let moved = if month == 0 { self.employees.front_line_of(engaged) } else { zero };
            let (score, mix) = self.moved_month(&mut arm, &idle, moved, one);
            let score = score / engaged;
            found.score.push(score);
            found.long_run += score;
            found.mix = each!(k in 4 => found.mix[k] + mix[k] / engaged);
        }
        found
    }

    /// One month of an arm whose staff is today's but for its front line: what its customers' score and mix differ by at its start.
    fn moved_month(
        &self,
        arm: &mut Arm<V>,
        idle: &Uplift<V>,
        front_line: Lane<V>,
        one: Lane<V>,
    ) -> (Lane<V>, [Lane<V>; 4]) {
        let n = arm.customers;
        let count = super::total(&n);
        let per_customer = 1.0 / count;
        let moved = self.moved(&n, per_customer);
        let gain = self.survey.mean_score(&n, per_customer) - self.score_now;
        let zero = one.all(0.0);
        let mut staff = self.employees.step(&mut self.employees.today(), idle, zero);
        staff.front_line += front_line;
        let experience = self.experience.step(idle, &staff);
        let change = self.passed(&self.flows(&n, count, moved[3], gain, &experience, one));
        arm.customers = each!(k in 4 => (n[k] + (change[k] - self.residue[k])).max(0.0));
        (gain, moved)
    }
}
