//! A case at chosen points: its inputs given by standard normal scores instead of drawn.

use super::control::SimulationError;
use super::draws::BLOCK;
use super::parallel::try_each;
use super::sample::{Changes, Instead, Sample};
use crate::sampling::Sampler;

impl Sample {
    /// Correlates independent standard normal scores as the rank correlations of the case say: z = L·u, one row per point
    /// and one score for each of [`Sample::places`] in it.
    pub fn tied(&self, points: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let mut tied = points.to_vec();
        let draws = self.engine().draws();
        let Some(copula) = &draws.copula else { return tied };
        let at: Vec<Option<usize>> =
            draws.correlated.iter().map(|d| self.places().binary_search(&d.column).ok()).collect();
        let score = |point: &Vec<f64>, i: &Option<usize>| i.map_or(0.0, |i| point[i]);
        let mut columns: Vec<Vec<f64>> = at.iter().map(|i| points.iter().map(|p| score(p, i)).collect()).collect();
        copula.apply(&mut columns);
        for (i, column) in at.iter().zip(&columns) {
            let Some(i) = i else { continue };
            tied.iter_mut().zip(column).for_each(|(point, z)| point[*i] = *z);
        }
        tied
    }

    /// The first kept measure where the inputs have these scores, one row per point, and `fixed` stands in its columns; on
    /// all threads.
    ///
    /// Every point is a trial of this sample with all of its columns replaced, so the sample may be as small as it likes.
    ///
    /// # Errors
    /// [`SimulationError::Cancelled`] if the control of the sample said so.
    pub fn at(&self, points: &[Vec<f64>], fixed: &Changes) -> Result<Vec<f64>, SimulationError> {
        let blocks: Vec<&[Vec<f64>]> = points.chunks(BLOCK).collect();
        let found = try_each(blocks.len(), self.control(), |b| {
            let mut changes = self.values(blocks[b]);
            changes.extend_from_slice(fixed);
            let mut npv = self.again(BLOCK, &changes)?.swap_remove(0);
            npv.truncate(blocks[b].len());
            Ok(npv)
        })?;
        Ok(found.concat())
    }

    /// The values of a column at these scores; none if it does not differ from trial to trial.
    pub fn value_at(&self, place: usize, z: f64) -> Option<f64> {
        let mut value = [0.0];
        self.sampler(place)?.fill_from_scores(&[z], &mut value);
        Some(value[0])
    }

    fn values(&self, points: &[Vec<f64>]) -> Vec<(usize, Instead)> {
        let column = |(i, place): (usize, &usize)| {
            // A block is whole: what is left of the last one repeats its last point.
            let z: Vec<f64> = (0..BLOCK).map(|p| points[p.min(points.len() - 1)][i]).collect();
            let mut values = vec![0.0; BLOCK];
            self.sampler(*place)?.fill_from_scores(&z, &mut values);
            Some((*place, Instead::Each(values)))
        };
        self.places().iter().enumerate().filter_map(column).collect()
    }

    fn sampler(&self, place: usize) -> Option<&Sampler> {
        let draws = self.engine().draws();
        draws.independent.iter().chain(&draws.correlated).find(|d| d.column == place).map(|d| &d.sampler)
    }
}

#[cfg(test)]
mod tests {
    use crate::sampling::Sampling;
    use crate::scenario::Scenario;
    use crate::simulate::{BLOCK, Control, Instead, LUCK, Measure, Sample, Settings, evaluate, point_values};
    use crate::simulate::{Timetable, Workspace};

    fn sample(scenario: &Scenario) -> Sample {
        let settings = Settings { sampling: Sampling::Sobol, seed: 1, trials: 128 };
        Sample::new(scenario, settings, &[Measure::Npv], &Control::default()).expect("nobody cancels")
    }

    #[test]
    fn all_scores_at_zero_are_the_case_at_its_point_values() {
        let text = "[case]\nname = \"x\"\npreset = \"hotel\"\nmonths = 24\n";
        let scenario = Scenario::from_text("x.toml", text).unwrap_or_else(|e| panic!("{e}"));
        let sample = sample(&scenario);
        let luck = sample.place(LUCK).expect("a chain has its luck");
        let origin = vec![vec![0.0; sample.places().len()]; BLOCK + 1];
        let found = sample.at(&origin, &[(luck, Instead::Fixed(0.5))]).expect("nobody cancels");
        let block = point_values(&scenario);
        let timetable = Timetable::new(&scenario);
        let mut work = Workspace::<[f64; 1]>::new(&scenario, &timetable, ());
        let expected = evaluate(&scenario, &block, 0, &mut work, |_| {}).get(Measure::Npv).0[0];
        assert_eq!(found.len(), BLOCK + 1);
        // Values from tables are exact to nine digits.
        assert!(found.iter().all(|npv| (npv / expected - 1.0).abs() < 1e-6), "{} {expected}", found[0]);
    }

    #[test]
    fn ties_are_those_of_the_copula() {
        let flows = "[[flows]]\nname = \"a\"\nper = \"once\"\nmonth = 0\namount = \"normal(1, 1)\"\n\
            [[flows]]\nname = \"b\"\nper = \"once\"\nmonth = 0\namount = \"normal(1, 1)\"\n\
            [[correlations]]\nbetween = [\"flows.a.amount\", \"flows.b.amount\"]\nrank = 0.5\n";
        let text = format!("[case]\nname = \"x\"\nkind = \"cash-flow\"\n{flows}");
        let scenario = Scenario::from_text("x.toml", &text).unwrap_or_else(|e| panic!("{e}"));
        // Spearman's 0.5 of a normal pair is Pearson's 2 sin(π/12).
        let pearson = 2.0 * (std::f64::consts::PI / 12.0).sin();
        let z = sample(&scenario).tied(&[vec![1.0, 0.0], vec![0.0, 1.0]]);
        let expected = [[1.0, pearson], [0.0, (1.0 - pearson * pearson).sqrt()]];
        for (z, expected) in z.iter().flatten().zip(expected.iter().flatten()) {
            assert!((z - expected).abs() < 1e-12, "{z} {expected}");
        }
    }
}
