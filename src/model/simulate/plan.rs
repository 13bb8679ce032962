//! How the columns of a scenario are to be drawn, anew or after a plan that is at hand.

use super::columns::columns;
use super::dimensions::{dimension, own_dimensions};
use super::draws::{Drawn, Draws};
use super::parallel::each;
use crate::sampling::{Copula, Distribution, MOST_TRIALS, Sampler, Sampling, Stream};
use crate::scenario::{Scenario, Value};
use std::collections::BTreeMap;
use std::slice;
use std::sync::Arc;

impl Draws {
    /// Plans the columns of a scenario for a run of `trials` trials.
    pub fn new(scenario: &Scenario, sampling: Sampling, seed: u64, trials: u64) -> Self {
        Self::planned(None, scenario, sampling, seed, trials)
    }

    /// The same draws as [`Draws::new`] plans, with what `former` has made already: the stream of every column of the
    /// same name, sampling and seed, the tables of every column of the same name and distribution, and the copula of
    /// the same correlations.
    pub fn after(former: &Draws, scenario: &Scenario, sampling: Sampling, seed: u64, trials: u64) -> Self {
        Self::planned(Some(former), scenario, sampling, seed, trials)
    }

    fn planned(former: Option<&Draws>, scenario: &Scenario, sampling: Sampling, seed: u64, trials: u64) -> Self {
        let columns = columns(scenario);
        let mut draws = Draws {
            names: columns.iter().map(|(name, _)| name.clone()).collect(),
            constants: Vec::new(),
            independent: Vec::new(),
            correlated: Vec::new(),
            ranks: Vec::new(),
            copula: None,
            sums: Vec::new(),
            sampling,
            seed,
            limit: if sampling == Sampling::Lhs { trials } else { MOST_TRIALS },
        };
        let partners = draws.plan_copula(former, scenario);
        let own = scenario.dimensions().cloned().unwrap_or_else(|| Arc::new(own_dimensions(slice::from_ref(scenario))));
        let known = former.map(Draws::by_name).unwrap_or_default();
        let mut correlated: Vec<Option<Drawn>> = partners.iter().map(|_| None).collect();
        for (column, (name, value)) in columns.iter().enumerate() {
            match value {
                Value::Sum(parts) => draws.sums.push((column, parts.clone())),
                Value::Drawn(d) if d.is_constant() => draws.constants.push((column, d.median())),
                Value::Drawn(d) => {
                    let place = (column, dimension(name).or_else(|| own.get(name).copied()));
                    let drawn = draws.drawn(former, known.get(name.as_str()).copied(), place, d, trials);
                    match partners.iter().position(|p| *p == column) {
                        Some(place) => correlated[place] = Some(drawn),
                        None => draws.independent.push(drawn),
                    }
                }
            }
        }
        draws.correlated = correlated.into_iter().flatten().collect();
        draws.prepare();
        draws
    }

    /// One column, with what is at hand of that of its name in a former plan.
    fn drawn(
        &self,
        former: Option<&Draws>,
        like: Option<&Drawn>,
        (column, dimension): (usize, Option<u16>),
        distribution: &Distribution,
        trials: u64,
    ) -> Drawn {
        let stream = like.filter(|like| like.dimension == dimension && self.shares_streams(former));
        let new = || Arc::new(Stream::new(self.sampling, self.seed, &self.names[column], dimension, trials));
        let stream = stream.map_or_else(new, |like| like.stream.clone());
        let sampler = like.filter(|like| like.sampler.is_of(distribution));
        let sampler = sampler.map_or_else(|| Sampler::shared(distribution), |like| like.sampler.clone());
        Drawn { column, dimension, stream, sampler }
    }

    /// What is drawn, by the names of its columns.
    fn by_name(&self) -> BTreeMap<&str, &Drawn> {
        self.independent.iter().chain(&self.correlated).map(|d| (self.names[d.column].as_str(), d)).collect()
    }

    /// Whether a name and a dimension have the same stream here and there.
    fn shares_streams(&self, former: Option<&Draws>) -> bool {
        former.is_some_and(|f| (f.sampling, f.seed, f.limit) == (self.sampling, self.seed, self.limit))
    }

    /// Makes the tables that no run before has made, on all threads.
    fn prepare(&self) {
        let independent = self.independent.iter().map(|d| (&d.sampler, false));
        let correlated = self.correlated.iter().map(|d| (&d.sampler, true));
        let new: Vec<_> =
            independent.chain(correlated).filter(|(sampler, scores)| !sampler.is_prepared(*scores)).collect();
        each(new.len(), |i| new[i].0.prepare(new[i].1));
    }

    /// Finds the columns that a rank correlation ties, and their copula.
    fn plan_copula(&mut self, former: Option<&Draws>, scenario: &Scenario) -> Vec<usize> {
        let mut partners: Vec<usize> = scenario.correlations().iter().flat_map(|c| c.between).collect();
        partners.sort_unstable();
        partners.dedup();
        let place = |column: usize| partners.iter().position(|p| *p == column).unwrap_or(0);
        self.ranks =
            scenario.correlations().iter().map(|c| (place(c.between[0]), place(c.between[1]), c.rank)).collect();
        self.copula = match former.filter(|former| former.ranks == self.ranks) {
            Some(former) => former.copula.clone(),
            // The scenario has checked every rank, so only an empty set has no copula.
            None => Copula::new(partners.len(), &self.ranks).ok().map(|(copula, _)| copula),
        };
        if self.copula.is_none() { Vec::new() } else { partners }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_not_changed_is_taken_over_and_nothing_else() {
        let case = Scenario::from_text("x.toml", "[case]\npreset = \"hotel\"\n").unwrap_or_else(|e| panic!("{e}"));
        let changed = case.with("customers.annual_churn", "21% to 37%").unwrap_or_else(|e| panic!("{e}"));
        let former = Draws::new(&case, Sampling::Sobol, 1, 512);
        let known = former.by_name();
        let taken = |draws: &Draws| {
            let both = |(name, d): (&&str, &&Drawn)| {
                let like = known.get(name).copied();
                let stream = like.is_some_and(|like| Arc::ptr_eq(&like.stream, &d.stream));
                ((*name).to_owned(), stream, like.is_some_and(|like| d.sampler.is_of(like.sampler.distribution())))
            };
            draws.by_name().iter().map(both).collect::<Vec<_>>()
        };
        for (name, stream, sampler) in taken(&Draws::after(&former, &changed, Sampling::Sobol, 1, 512)) {
            assert!(stream || name == "customers.annual_churn", "{name}");
            assert_eq!(sampler, name != "customers.annual_churn", "{name}");
        }
        let other_seed = taken(&Draws::after(&former, &case, Sampling::Sobol, 2, 512));
        assert!(other_seed.iter().all(|(_, stream, sampler)| !stream && *sampler));
        assert!(taken(&Draws::new(&case, Sampling::Sobol, 1, 512)).iter().all(|(_, stream, _)| !stream));
    }
}
