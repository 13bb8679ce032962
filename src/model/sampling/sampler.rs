//! The fast path from uniforms to values of one input.

use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use super::{
    distribution::{Discrete, Distribution, Family, Samples, Triangular, Uniform},
    level::Level,
    normal::standard_level,
    tables::{ScoreTable, TailTable, standard_table},
};

/// One input's map from uniforms, or from normal scores, to values.
///
/// Smooth quantiles are tables of polynomials within 10⁻⁹ of the exact ones, relative to |x| or, where x is near zero, to
/// the quantile's change over an octave of probability (a unit of score) or a millionth of the width of its central 95 %.
/// Simple ones are computed; what no table fits is exact and slow.
#[derive(Clone, Debug)]
pub struct Sampler {
    maps: Arc<Maps>,
}

/// The maps of one distribution, each made when first asked for.
#[derive(Debug)]
struct Maps {
    distribution: Distribution,
    by_level: OnceLock<Map>,
    /// None where no table fits; not made for most inputs, which are not correlated.
    by_score: OnceLock<Option<ScoreTable>>,
}

/// How a sampler maps uniforms.
#[derive(Clone, Debug)]
enum Map {
    Constant(f64),
    Uniform(Uniform),
    Triangular(Triangular),
    Discrete(Discrete),
    Samples(Samples),
    /// With four segments an octave where those suffice, else with eight: a small table stays in the cache.
    Table(TailTable<4>),
    FineTable(TailTable<8>),
    Exact,
}

impl Map {
    fn new(distribution: &Distribution) -> Self {
        match distribution {
            Distribution::Constant(_) => Map::Constant(distribution.median()),
            Distribution::Uniform(family) => Map::Uniform(*family),
            Distribution::Triangular(family) => Map::Triangular(*family),
            Distribution::Discrete(family) => Map::Discrete(family.clone()),
            Distribution::Samples(family) => Map::Samples(family.clone()),
            Distribution::Truncated(family) if family.has_kink() => Map::Exact,
            _ => Map::table(distribution),
        }
    }

    fn table(distribution: &Distribution) -> Self {
        let (quantile, support) = (|level| distribution.at(level), distribution.support());
        match TailTable::new(quantile, support) {
            Some(table) => Map::Table(table),
            None => TailTable::new(quantile, support).map_or(Map::Exact, Map::FineTable),
        }
    }

    /// Whether scores are mapped through a table of their own.
    fn is_tabulated_by_score(&self) -> bool {
        matches!(self, Map::Uniform(_) | Map::Table(_) | Map::FineTable(_))
    }
}

impl Sampler {
    /// The sampler of a distribution; a smooth one takes about a millisecond to tabulate.
    pub fn new(distribution: &Distribution) -> Self {
        let sampler = Self { maps: Arc::new(Maps::of(distribution)) };
        sampler.maps.map();
        sampler
    }

    /// The sampler of a distribution, with the tables of an earlier one of the same distribution if they are still kept.
    ///
    /// A case is run many times for one answer, and most runs change no more than a few of its inputs. A table is a
    /// function of its distribution alone, so nobody can tell a shared one from a new one. New ones are made by
    /// [`Sampler::prepare`], or else when first used.
    pub fn shared(distribution: &Distribution) -> Self {
        Self { maps: KEPT.lock().unwrap_or_else(PoisonError::into_inner).of(distribution) }
    }

    /// Whether its tables are made: those of uniforms and, if it is to map scores, that of scores.
    pub fn is_prepared(&self, scores: bool) -> bool {
        let by_score = |map: &Map| !scores || !map.is_tabulated_by_score() || self.maps.by_score.get().is_some();
        self.maps.by_level.get().is_some_and(by_score)
    }

    /// Makes its tables: those of uniforms and, if it is to map scores, that of scores.
    pub fn prepare(&self, scores: bool) {
        if self.maps.map().is_tabulated_by_score() && scores {
            self.maps.score_table();
        }
    }

    /// The distribution that it samples.
    pub fn distribution(&self) -> &Distribution {
        &self.maps.distribution
    }

    /// Whether it is that of this distribution, to the bit.
    pub fn is_of(&self, distribution: &Distribution) -> bool {
        is_same(&self.maps.distribution, distribution)
    }

    /// Whether its values come from a table, and are not exact but within 10⁻⁹.
    pub fn is_tabulated(&self) -> bool {
        matches!(self.maps.map(), Map::Table(_) | Map::FineTable(_))
    }

    /// Writes the value of each uniform.
    ///
    /// # Panics
    /// If the two lengths differ.
    #[inline(always)]
    pub fn fill(&self, u: &[u32], out: &mut [f64]) {
        assert_eq!(u.len(), out.len(), "one value for each uniform");
        match self.maps.map() {
            Map::Constant(x) => out.fill(*x),
            Map::Uniform(family) => map_words(u, out, |level| family.quantile(level)),
            Map::Triangular(family) => map_words(u, out, |level| family.quantile(level)),
            Map::Discrete(family) => map_words(u, out, |level| family.quantile(level)),
            Map::Samples(family) => map_words(u, out, |level| family.quantile(level)),
            Map::Table(table) => table.fill(u, out),
            Map::FineTable(table) => table.fill(u, out),
            Map::Exact => map_words(u, out, |level| self.maps.distribution.at(level)),
        }
    }

    /// Writes x = Q(Φ(z)) for each standard normal score z.
    ///
    /// # Panics
    /// If the two lengths differ.
    #[inline(always)]
    pub fn fill_from_scores(&self, z: &[f64], out: &mut [f64]) {
        assert_eq!(z.len(), out.len(), "one value for each score");
        let exact = |z: f64| self.maps.distribution.at(standard_level(z));
        match self.maps.map() {
            Map::Constant(x) => out.fill(*x),
            map if map.is_tabulated_by_score() => match self.maps.score_table() {
                Some(table) => table.fill(z, out, exact),
                None => map_scores(z, out, exact),
            },
            _ => map_scores(z, out, exact),
        }
    }
}

impl Maps {
    fn of(distribution: &Distribution) -> Self {
        Self { distribution: distribution.clone(), by_level: OnceLock::new(), by_score: OnceLock::new() }
    }

    fn map(&self) -> &Map {
        self.by_level.get_or_init(|| Map::new(&self.distribution))
    }

    fn score_table(&self) -> Option<&ScoreTable> {
        let make = || ScoreTable::new(|level| self.distribution.at(level), self.distribution.support());
        self.by_score.get_or_init(make).as_ref()
    }
}

static KEPT: Mutex<Kept> = Mutex::new(Kept(Vec::new()));

/// The maps of the distributions that were asked for, so that the runs behind one answer make each table once.
struct Kept(Vec<Arc<Maps>>);

impl Kept {
    /// How many are kept once nothing uses them any more: some 10 MB.
    const MOST: usize = 512;

    fn of(&mut self, distribution: &Distribution) -> Arc<Maps> {
        if let Some(maps) = self.0.iter().find(|maps| is_same(&maps.distribution, distribution)) {
            return Arc::clone(maps);
        }
        if self.0.len() >= Self::MOST {
            self.0.retain(|maps| Arc::strong_count(maps) > 1);
        }
        let maps = Arc::new(Maps::of(distribution));
        self.0.push(Arc::clone(&maps));
        maps
    }
}

/// Whether two distributions have the same quantiles to the bit: equal ones could differ in the sign of a zero, which is
/// seen where an end of the support is a value.
fn is_same(a: &Distribution, b: &Distribution) -> bool {
    let ends = |d: &Distribution| (d.support().0.to_bits(), d.support().1.to_bits());
    a == b && ends(a) == ends(b)
}

#[inline(always)]
fn map_words(u: &[u32], out: &mut [f64], quantile: impl Fn(Level) -> f64) {
    for (x, &k) in out.iter_mut().zip(u) {
        *x = quantile(Level::from_word(k));
    }
}

#[inline(always)]
fn map_scores(z: &[f64], out: &mut [f64], quantile: impl Fn(f64) -> f64) {
    for (x, &z) in out.iter_mut().zip(z) {
        *x = quantile(z);
    }
}

static STANDARD: LazyLock<TailTable<8>> = LazyLock::new(standard_table);

/// Writes the standard normal score Φ⁻¹ of each uniform.
///
/// # Panics
/// If the two lengths differ.
#[inline(always)]
pub fn scores(u: &[u32], z: &mut [f64]) {
    assert_eq!(u.len(), z.len(), "one score for each uniform");
    STANDARD.fill(u, z);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_the_same_distribution_share_one_table_and_draw_what_a_new_one_draws() {
        let share = |p95| Distribution::share_from_interval(0.3, p95).expect("a share");
        let (first, again, other) =
            (Sampler::shared(&share(0.41)), Sampler::shared(&share(0.41)), Sampler::shared(&share(0.42)));
        assert!(Arc::ptr_eq(&first.maps, &again.maps) && !Arc::ptr_eq(&first.maps, &other.maps));
        assert!(!first.is_prepared(false));
        first.prepare(true);
        assert!(again.is_prepared(true) && !other.is_prepared(false));
        let u: Vec<u32> = (0..64).map(|k| k << 26 | 12345).collect();
        let (mut shared, mut new) = ([0.0; 64], [0.0; 64]);
        again.fill(&u, &mut shared);
        Sampler::new(&share(0.41)).fill(&u, &mut new);
        assert_eq!(shared, new);
    }

    #[test]
    fn zeros_of_two_signs_at_the_end_of_a_range_are_not_one_distribution() {
        let from = |low| Distribution::pert(low, 0.5, 1.0).expect("a range");
        assert_eq!(from(0.0), from(-0.0));
        assert!(is_same(&from(0.0), &from(0.0)) && !is_same(&from(0.0), &from(-0.0)));
    }

    #[test]
    fn what_is_kept_is_bounded_unless_it_is_in_use() {
        let mut kept = Kept(Vec::new());
        let normal = |i: usize| Distribution::normal(i as f64, 1.0).expect("a normal");
        let held = kept.of(&normal(0));
        (1..2 * Kept::MOST).for_each(|i| drop(kept.of(&normal(i))));
        assert!(kept.0.len() <= Kept::MOST);
        assert!(Arc::ptr_eq(&held, &kept.of(&normal(0))));
    }
}
