//! The prior: draws of the inputs that are asked about, with all that ties them.

use delight_model::scenario::{Assumption, Scenario, Value};
use delight_model::simulate::{BLOCK, Control, Draws, Settings, SimulationError, try_each};
use std::collections::BTreeMap;

/// Blocks that one piece of work draws.
const SHARD: usize = 16;

/// Draws of some inputs; what is fixed has its one value.
#[derive(Debug)]
pub struct Prior {
    /// Number of draws.
    pub draws: usize,
    columns: BTreeMap<&'static str, Vec<f64>>,
    points: BTreeMap<&'static str, f64>,
}

impl Prior {
    /// Draws these inputs of a case.
    ///
    /// # Errors
    /// [`SimulationError::Cancelled`] if `control` said so.
    pub fn draw(
        scenario: &Scenario,
        settings: Settings,
        paths: &[&'static str],
        control: &Control,
    ) -> Result<Self, SimulationError> {
        let blocks = (settings.trials as usize).div_ceil(BLOCK);
        let draws = Draws::new(scenario, settings.sampling, settings.seed, (blocks * BLOCK) as u64);
        let place = |path: &str| scenario.assumptions().iter().position(|a| a.path == path);
        let drawn: Vec<(&'static str, usize)> = paths
            .iter()
            .filter_map(|path| Some((*path, place(path)?)))
            .filter(|(_, place)| is_drawn(&scenario.assumptions()[*place]))
            .collect();
        let shards = try_each(blocks.div_ceil(SHARD), control, |shard| {
            let (mut block, mut scratch) = draws.block();
            let mut columns = vec![Vec::with_capacity(SHARD * BLOCK); drawn.len()];
            for number in shard * SHARD..(shard * SHARD + SHARD).min(blocks) {
                draws.fill((number * BLOCK) as u64, &mut block, &mut scratch);
                for (column, (_, place)) in columns.iter_mut().zip(&drawn) {
                    column.extend_from_slice(block.column(*place));
                }
            }
            Ok(columns)
        })?;
        let columns = drawn
            .iter()
            .enumerate()
            .map(|(i, (path, _))| (*path, shards.iter().flat_map(|shard| shard[i].iter().copied()).collect()));
        let points = paths.iter().filter_map(|path| Some((*path, scenario.point(path)?)));
        Ok(Prior { draws: blocks * BLOCK, columns: columns.collect(), points: points.collect() })
    }

    /// The draws of an input; none where it is fixed.
    pub fn column(&self, path: &str) -> Option<&[f64]> {
        self.columns.get(path).map(Vec::as_slice)
    }

    /// The value of an input in a draw.
    pub fn at(&self, path: &str, draw: usize) -> f64 {
        self.column(path).map_or_else(|| self.point(path), |column| column[draw])
    }

    /// The median of an input.
    pub fn point(&self, path: &str) -> f64 {
        self.points.get(path).copied().unwrap_or(f64::NAN)
    }

    /// Those of these inputs that differ from draw to draw.
    pub fn uncertain(&self, paths: &[&'static str]) -> Vec<&'static str> {
        paths.iter().copied().filter(|path| self.columns.contains_key(path)).collect()
    }
}

fn is_drawn(assumption: &Assumption) -> bool {
    matches!(&assumption.value, Value::Drawn(distribution) if !distribution.is_constant())
}
