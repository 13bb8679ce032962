//! The patient rule induction method: a box of few limits in which the trials that are looked for stand close together.

use super::peel::{Peeling, order};
use super::region::{Column, Count, Limit, Region};
use delight_model::sampling::Distribution;
use delight_model::simulate::{Control, SimulationError, try_each};

/// Share of the trials of a box that one slice takes.
pub const ALPHA: f64 = 0.05;
/// Most inputs that a box limits: what a sentence can say.
pub const MOST_INPUTS: usize = 4;
/// Share of the best score with which a box of fewer inputs is preferred.
const SIMPLER: f64 = 0.95;
/// Share of the hits that a box must hold.
const LEAST_COVERAGE: f64 = 0.1;
/// Largest quasi-p-value of a limit that stays.
const MOST_CHANCE: f64 = 0.05;

/// The box that says best where the hits are; none where no limit says anything.
///
/// Peeling (Friedman and Fisher 1999) with slices of [`ALPHA`], for at most 1, 2, 3 and 4 limited inputs. Of every trajectory
/// the box with the best score is taken,
///
/// ```text
/// score = coverage · (density − base)/(1 − base)
/// ```
///
/// the share of the hits that it holds times how far it goes from the base rate to certainty. It is pasted while the score
/// rises, and loses every limit that chance explains (`chance`). Of the four the one with the fewest inputs wins whose
/// score is within a twentieth of the best.
///
/// # Errors
/// [`SimulationError::Cancelled`] if `control` said so.
pub fn find(columns: &[Column], hits: &[bool], control: &Control) -> Result<Option<Region>, SimulationError> {
    let all = Region::default().count(columns, hits);
    if all.hits == 0 || all.hits == all.trials {
        return Ok(None);
    }
    let orders = try_each(columns.len(), control, |i| Ok(order(&columns[i])))?;
    let search = Search { columns, hits, all };
    let found = try_each(MOST_INPUTS, control, |k| search.best(&orders, k + 1, control))?;
    let scored: Vec<(Region, f64)> = found.into_iter().map(|r| (r.clone(), search.score(search.count(&r)))).collect();
    let best = scored.iter().map(|(_, score)| *score).fold(0.0, f64::max);
    let good = scored.into_iter().filter(|(r, score)| !r.limits.is_empty() && *score >= SIMPLER * best);
    Ok(good.min_by_key(|(r, _)| r.limits.len()).map(|(r, _)| r))
}

/// The quasi-p-value of a box's limit on one input (Bryant and Lempert 2010): the chance of as many hits as the box holds,
/// or more, if each of its trials were one with the density of the box without that limit.
///
/// ```text
/// P(X ≥ h) = I_q(h, n − h + 1),   X ~ binomial(n, q)
/// ```
pub fn chance(columns: &[Column], hits: &[bool], region: &Region, place: usize) -> f64 {
    let (inside, wider) = (region.count(columns, hits), region.without(place).count(columns, hits));
    tail(inside, wider.density())
}

fn tail(count: Count, q: f64) -> f64 {
    if count.hits == 0 || q >= 1.0 {
        return 1.0;
    }
    let beta = Distribution::beta(count.hits as f64, (count.trials - count.hits) as f64 + 1.0);
    beta.map_or(1.0, |beta| beta.cdf(q))
}

struct Search<'a> {
    columns: &'a [Column<'a>],
    hits: &'a [bool],
    all: Count,
}

impl Search<'_> {
    fn count(&self, region: &Region) -> Count {
        region.count(self.columns, self.hits)
    }

    fn score(&self, count: Count) -> f64 {
        if count.trials == 0 {
            return 0.0;
        }
        let (coverage, base) = (count.hits as f64 / self.all.hits as f64, self.all.density());
        coverage * (count.density() - base) / (1.0 - base)
    }

    /// The best box that limits at most so many inputs.
    fn best(&self, orders: &[Vec<u32>], most: usize, control: &Control) -> Result<Region, SimulationError> {
        let mut peeling = Peeling::new(self.columns, orders, self.hits);
        let mut best = (Region::default(), 0.0);
        while let Some((region, count)) = peeling.step(ALPHA, most) {
            if (count.hits as f64) < LEAST_COVERAGE * self.all.hits as f64 {
                break;
            }
            control.check()?;
            let score = self.score(count);
            if score > best.1 {
                best = (region, score);
            }
        }
        Ok(self.pruned(self.pasted(best.0)))
    }

    /// Widens the limit whose widening raises the score most, again and again.
    fn pasted(&self, mut region: Region) -> Region {
        let mut score = self.score(self.count(&region));
        loop {
            let wider = region.limits.keys().flat_map(|place| self.wider(&region, *place));
            let scored = wider.map(|r| (self.score(self.count(&r)), r));
            let best = scored.max_by(|a, b| a.0.total_cmp(&b.0));
            match best {
                Some((better, wider)) if better > score => (score, region) = (better, wider),
                _ => return region,
            }
        }
    }

    /// The boxes with one limit on this input a slice wider, an outcome more, or without it.
    fn wider(&self, region: &Region, place: usize) -> Vec<Region> {
        let open = region.without(place);
        let with = |limit: Limit| {
            let mut wider = open.clone();
            wider.limits.insert(place, limit);
            wider
        };
        let mut found = vec![open.clone()];
        match (&region.limits[&place], &self.columns[place]) {
            (Limit::Between(low, high), Column::Number(x)) => {
                let beside = |outside: &dyn Fn(f64) -> bool| -> Vec<f64> {
                    (0..x.len()).filter(|t| outside(x[*t]) && open.holds(self.columns, *t)).map(|t| x[t]).collect()
                };
                let slice = (ALPHA * self.count(region).trials as f64).ceil() as usize;
                if let Some(low) = low {
                    let end = nth(beside(&|x| x < *low), slice, |a, b| b.total_cmp(a));
                    found.extend((end.is_some() || high.is_some()).then(|| with(Limit::Between(end, *high))));
                }
                if let Some(high) = high {
                    let end = nth(beside(&|x| x > *high), slice, f64::total_cmp);
                    found.extend((end.is_some() || low.is_some()).then(|| with(Limit::Between(*low, end))));
                }
            }
            (Limit::Among(kept), _) => found.extend((0..kept.len()).filter(|k| !kept[*k]).map(|k| {
                let more = kept.iter().enumerate().map(|(i, kept)| *kept || i == k).collect();
                with(Limit::Among(more))
            })),
            _ => (),
        }
        found
    }

    /// Drops the limits that chance explains, the likeliest first.
    fn pruned(&self, mut region: Region) -> Region {
        loop {
            let of = |place: &usize| (chance(self.columns, self.hits, &region, *place), *place);
            let worst = region.limits.keys().map(of).max_by(|a, b| a.0.total_cmp(&b.0));
            match worst {
                Some((p, place)) if p > MOST_CHANCE => region = region.without(place),
                _ => return region,
            }
        }
    }
}

/// The `n`th of these in this order, from 1; none if there are fewer.
fn nth(mut values: Vec<f64>, n: usize, order: impl Fn(&f64, &f64) -> std::cmp::Ordering) -> Option<f64> {
    let at = n.checked_sub(1).filter(|at| *at < values.len())?;
    Some(*values.select_nth_unstable_by(at, order).1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use delight_model::statistics::known::uniforms;

    fn box_of(columns: &[Column], hits: &[bool]) -> Option<Region> {
        find(columns, hits, &Control::default()).expect("nobody cancels")
    }

    fn numbers(x: &[Vec<f64>]) -> Vec<Column<'_>> {
        x.iter().map(|x| Column::Number(x)).collect()
    }

    /// Hits: nine in ten within, one in ten elsewhere, decided by the last column.
    fn planted(x: &[Vec<f64>], within: impl Fn(usize) -> bool) -> Vec<bool> {
        let luck = &x[x.len() - 1];
        (0..luck.len()).map(|t| luck[t] < if within(t) { 0.9 } else { 0.1 }).collect()
    }

    #[test]
    fn a_planted_box_is_found_with_its_ends_and_no_other() {
        let x = uniforms(12, 1 << 13);
        let hits = planted(&x, |t| x[2][t] < 0.4 && x[5][t] > 0.3);
        let region = box_of(&numbers(&x[..11]), &hits).expect("a box");
        let [(2, Limit::Between(None, Some(high))), (5, Limit::Between(Some(low), None))] =
            region.limits.into_iter().collect::<Vec<_>>()[..]
        else {
            panic!("other limits")
        };
        assert!((high - 0.4).abs() < 0.02 && (low - 0.3).abs() < 0.02, "{high} {low}");
    }

    #[test]
    fn a_box_within_a_range_and_of_some_outcomes_is_found() {
        let x = uniforms(8, 1 << 13);
        let outcome: Vec<u8> = x[0].iter().map(|u| if *u < 0.5 { 0 } else { if *u < 0.8 { 1 } else { 2 } }).collect();
        let hits = planted(&x, |t| outcome[t] != 0 && (0.25..0.75).contains(&x[3][t]));
        let mut columns = numbers(&x[..7]);
        columns[0] = Column::Outcome(&outcome, 3);
        let region = box_of(&columns, &hits).expect("a box");
        assert_eq!(region.limits.len(), 2, "{region:?}");
        assert_eq!(region.limits[&0], Limit::Among(vec![false, true, true]));
        let Limit::Between(Some(low), Some(high)) = region.limits[&3] else { panic!("{region:?}") };
        assert!((low - 0.25).abs() < 0.03 && (high - 0.75).abs() < 0.03, "{region:?}");
    }

    #[test]
    fn a_quasi_p_value_is_the_tail_of_a_binomial() {
        // P(X ≥ 8), X ~ binomial(10, ½) = 56/1024.
        assert!((tail(Count { trials: 10, hits: 8 }, 0.5) - 56.0 / 1024.0).abs() < 1e-12);
        assert_eq!(tail(Count { trials: 10, hits: 0 }, 0.5), 1.0);
    }

    #[test]
    fn where_all_or_none_are_hits_there_is_no_box() {
        let x = uniforms(2, 128);
        assert_eq!(box_of(&numbers(&x), &[true; 128]), None);
        assert_eq!(box_of(&numbers(&x), &[false; 128]), None);
    }
}
