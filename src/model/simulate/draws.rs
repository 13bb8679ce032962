//! The draws: which columns a case needs, and their values for a block of trials.

use super::columns::columns;
use crate::sampling::{Copula, Sampler, Sampling, Stream, scores};
use crate::scenario::{Scenario, Value};
use crate::units::{Input, Kernel, LANES, Lane, Pack, Source, dispatch_simd};
use std::sync::Arc;

/// Trials that are drawn and computed together: what the caches hold.
pub const BLOCK: usize = 256;

/// Values of every column for up to [`BLOCK`] trials: the assumptions of the scenario, then luck, then the shocks.
#[derive(Clone, Debug)]
pub struct Block {
    values: Vec<f64>,
    /// The value of each column that is the same in all trials: usually four in five are, and need not be loaded from
    /// distant memory for every lane.
    constants: Vec<Option<f64>>,
    trials: usize,
    /// The stride from one column to the next: its trials and a cache line, since power-of-two strides alias in the cache.
    stride: usize,
}

impl Block {
    /// Room for `columns` columns of `trials` trials.
    fn new(columns: usize, trials: usize) -> Self {
        let stride = trials + LANES;
        Block { values: vec![0.0; columns * stride], constants: vec![None; columns], trials, stride }
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.constants.len()
    }

    /// One column.
    pub fn column(&self, column: usize) -> &[f64] {
        &self.values[column * self.stride..][..self.trials]
    }

    /// One column, to be written.
    pub(super) fn column_mut(&mut self, column: usize) -> &mut [f64] {
        self.constants[column] = None;
        &mut self.values[column * self.stride..][..self.trials]
    }

    /// Gives one column the same value in all trials.
    pub(super) fn set_constant(&mut self, column: usize, value: f64) {
        self.column_mut(column).fill(value);
        self.constants[column] = Some(value);
    }

    /// Hands out the trials from `at` on of column after column, from `first` on.
    #[inline(always)]
    pub fn reader<V: Pack>(&self, token: V::Token, first: usize, at: usize) -> Reader<'_, V> {
        let constants = self.constants[first..].iter();
        Reader { rest: &self.values[first * self.stride + at..], constants, stride: self.stride, token }
    }
}

/// Fills the inputs of the stages from the columns, in their order.
#[derive(Debug)]
pub struct Reader<'a, V: Pack> {
    /// From the trials of the next column on.
    rest: &'a [f64],
    constants: std::slice::Iter<'a, Option<f64>>,
    stride: usize,
    token: V::Token,
}

impl<V: Pack> Reader<'_, V> {
    /// The next column.
    #[inline(always)]
    pub fn column(&mut self) -> Lane<V> {
        let lane = match self.constants.next() {
            Some(Some(value)) => Lane::splat(self.token, *value),
            _ => Lane::read(self.token, self.rest),
        };
        // After the last column there is none, and nobody asks for it.
        self.rest = self.rest.get(self.stride..).unwrap_or_default();
        lane
    }
}

impl<V: Pack> Source for Reader<'_, V> {
    type Value = Lane<V>;
    #[inline(always)]
    fn next(&mut self, _: Input) -> Lane<V> {
        self.column()
    }
    #[inline(always)]
    fn next_each<const K: usize>(&mut self, _: impl Fn(usize) -> Input) -> [Lane<V>; K] {
        std::array::from_fn(|_| self.column())
    }
}

pub(super) struct Drawn {
    pub(super) column: usize,
    /// Its place in the Sobol' sequence, if it has one.
    pub(super) dimension: Option<u16>,
    pub(super) stream: Arc<Stream>,
    pub(super) sampler: Sampler,
}

/// How to draw the columns of a scenario.
pub struct Draws {
    pub(super) names: Vec<String>,
    pub(super) constants: Vec<(usize, f64)>,
    pub(super) independent: Vec<Drawn>,
    pub(super) correlated: Vec<Drawn>,
    /// Ranks of pairs of what is correlated, by their places there.
    pub(super) ranks: Vec<(usize, usize, f64)>,
    pub(super) copula: Option<Copula>,
    pub(super) sums: Vec<(usize, Vec<(usize, f64)>)>,
    pub(super) sampling: Sampling,
    pub(super) seed: u64,
    /// The trials there are to draw: a Latin hypercube is one for a number of trials.
    pub(super) limit: u64,
}

/// Buffers of one thread.
#[derive(Debug)]
pub struct Scratch {
    uniforms: Vec<u32>,
    /// Correlated normal scores of the trials drawn last.
    pub(super) scores: Vec<Vec<f64>>,
}

impl Draws {
    /// The trials that can be drawn.
    pub(super) fn limit(&self) -> u64 {
        self.limit
    }

    /// Names of the columns, in their order.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Places of the columns that differ from trial to trial, rising.
    pub fn differing(&self) -> Vec<usize> {
        let mut places: Vec<usize> = self.independent.iter().chain(&self.correlated).map(|d| d.column).collect();
        places.sort_unstable();
        places
    }

    /// A block with the constants in place, and its buffers.
    pub fn block(&self) -> (Block, Scratch) {
        let mut block = Block::new(self.names.len(), BLOCK);
        for (column, value) in &self.constants {
            block.set_constant(*column, *value);
        }
        (block, Scratch { uniforms: vec![0; BLOCK], scores: vec![vec![0.0; BLOCK]; self.correlated.len()] })
    }

    /// Draws the trials `first..first + BLOCK`, as far as there are so many.
    pub fn fill(&self, first: u64, block: &mut Block, scratch: &mut Scratch) {
        dispatch_simd(Fill { draws: self, first, block, scratch });
    }
}

/// Loops over columns, which the compiler vectorises by itself.
struct Fill<'a> {
    draws: &'a Draws,
    first: u64,
    block: &'a mut Block,
    scratch: &'a mut Scratch,
}

impl Kernel for Fill<'_> {
    type Output = ();

    #[inline(always)]
    fn run<V: Pack>(self, _: V::Token) {
        let Fill { draws, first, block, scratch } = self;
        let left = draws.limit.saturating_sub(first);
        let there = left.min(BLOCK as u64) as usize;
        for d in &draws.independent {
            d.stream.fill(first, &mut scratch.uniforms[..there]);
            d.sampler.fill(&scratch.uniforms, block.column_mut(d.column));
        }
        if let Some(copula) = &draws.copula {
            for (d, z) in draws.correlated.iter().zip(&mut scratch.scores) {
                d.stream.fill(first, &mut scratch.uniforms[..there]);
                scores(&scratch.uniforms, z);
            }
            copula.apply(&mut scratch.scores);
            for (d, z) in draws.correlated.iter().zip(&scratch.scores) {
                d.sampler.fill_from_scores(z, block.column_mut(d.column));
            }
        }
        draws.add_up(block);
    }
}

impl Draws {
    /// Computes the columns that are sums of others.
    pub(super) fn add_up(&self, block: &mut Block) {
        for (column, parts) in &self.sums {
            for i in 0..block.trials {
                block.column_mut(*column)[i] = parts.iter().map(|(part, weight)| weight * block.column(*part)[i]).sum();
            }
        }
    }
}

/// A block of one trial in which every column has its median: the point values of the case.
pub fn point_values(scenario: &Scenario) -> Block {
    let columns = columns(scenario);
    let mut block = Block::new(columns.len(), 1);
    for (column, (_, value)) in columns.iter().enumerate() {
        if let Value::Drawn(d) = value {
            block.column_mut(column)[0] = d.median();
        }
    }
    for (column, (_, value)) in columns.iter().enumerate() {
        if let Value::Sum(parts) = value {
            block.column_mut(column)[0] = parts.iter().map(|(part, weight)| weight * block.column(*part)[0]).sum();
        }
    }
    block
}
