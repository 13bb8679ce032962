//! The fast path from uniforms to values of one input.

use std::sync::{LazyLock, OnceLock};

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
    distribution: Distribution,
    map: Map,
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
    /// Of four segments an octave where they do, else of eight: a small table stays in the cache.
    Table(TailTable<4>),
    FineTable(TailTable<8>),
    Exact,
}

impl Map {
    fn table(distribution: &Distribution) -> Self {
        let (quantile, support) = (|level| distribution.at(level), distribution.support());
        match TailTable::new(quantile, support) {
            Some(table) => Map::Table(table),
            None => TailTable::new(quantile, support).map_or(Map::Exact, Map::FineTable),
        }
    }
}

impl Sampler {
    /// The sampler of a distribution; a smooth one takes about a millisecond to tabulate.
    pub fn new(distribution: &Distribution) -> Self {
        let map = match distribution {
            Distribution::Constant(_) => Map::Constant(distribution.median()),
            Distribution::Uniform(family) => Map::Uniform(*family),
            Distribution::Triangular(family) => Map::Triangular(*family),
            Distribution::Discrete(family) => Map::Discrete(family.clone()),
            Distribution::Samples(family) => Map::Samples(family.clone()),
            Distribution::Truncated(family) if family.has_kink() => Map::Exact,
            _ => Map::table(distribution),
        };
        Self { distribution: distribution.clone(), map, by_score: OnceLock::new() }
    }

    /// The distribution that it samples.
    pub fn distribution(&self) -> &Distribution {
        &self.distribution
    }

    /// Whether its values come from a table, and are not exact but within 10⁻⁹.
    pub fn is_tabulated(&self) -> bool {
        matches!(self.map, Map::Table(_) | Map::FineTable(_))
    }

    /// Writes the value of each uniform.
    ///
    /// # Panics
    /// If the two lengths differ.
    #[inline(always)]
    pub fn fill(&self, u: &[u32], out: &mut [f64]) {
        assert_eq!(u.len(), out.len(), "one value for each uniform");
        match &self.map {
            Map::Constant(x) => out.fill(*x),
            Map::Uniform(family) => map_words(u, out, |level| family.quantile(level)),
            Map::Triangular(family) => map_words(u, out, |level| family.quantile(level)),
            Map::Discrete(family) => map_words(u, out, |level| family.quantile(level)),
            Map::Samples(family) => map_words(u, out, |level| family.quantile(level)),
            Map::Table(table) => table.fill(u, out),
            Map::FineTable(table) => table.fill(u, out),
            Map::Exact => map_words(u, out, |level| self.distribution.at(level)),
        }
    }

    /// Writes x = Q(Φ(z)) for each standard normal score z.
    ///
    /// # Panics
    /// If the two lengths differ.
    #[inline(always)]
    pub fn fill_from_scores(&self, z: &[f64], out: &mut [f64]) {
        assert_eq!(z.len(), out.len(), "one value for each score");
        let exact = |z: f64| self.distribution.at(standard_level(z));
        match &self.map {
            Map::Constant(x) => out.fill(*x),
            Map::Uniform(_) | Map::Table(_) | Map::FineTable(_) => match self.score_table() {
                Some(table) => table.fill(z, out, exact),
                None => map_scores(z, out, exact),
            },
            Map::Triangular(_) | Map::Discrete(_) | Map::Samples(_) | Map::Exact => map_scores(z, out, exact),
        }
    }

    /// The table over the score, made when first asked for: most inputs are not correlated.
    fn score_table(&self) -> Option<&ScoreTable> {
        let make = || ScoreTable::new(|level| self.distribution.at(level), self.distribution.support());
        self.by_score.get_or_init(make).as_ref()
    }
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
