//! The way there: indicators of both arms month by month with their bands, and money year by year.

use super::arms::{Arms, View};
use super::control::{Control, SimulationError};
use super::draws::{BLOCK, Block};
use super::engine::Engine;
use super::parallel::{each, try_each};
use super::results::BlockColumn;
use super::trial::{Timetable, Workspace, evaluate};
use crate::chain::Month;
use crate::finance::bridge::{PIECES, closed};
use crate::scenario::Scenario;
use crate::statistics::quantiles;
use crate::units::{Kernel, LANES, Lane, Pack, dispatch_simd};

/// The most trials whose indicators are kept, month by month.
pub const COURSE_TRIALS: usize = 4096;
/// The most trials whose money is added up, year by year.
pub const YEAR_TRIALS: u64 = 1 << 16;
/// Blocks that one piece of work draws and computes.
const SHARD: usize = 4;

/// The indicators of a month in the order of every array over them, by the keys that results use.
pub const SERIES: [&str; 13] = [
    "nps",
    "promoters",
    "passives",
    "detractors",
    "rating",
    "connected",
    "churn",
    "customers",
    "revenue",
    "failures",
    "individual",
    "engaged",
    "turnover",
];

/// Money of one year, means of the trials: pieces of the benefit, benefit, cost, capital, write-off, cash.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct YearMoney {
    /// The pieces of the benefit, in the order of [`PIECES`].
    pub pieces: [f64; PIECES.len()],
    /// Benefit before tax.
    pub benefit: f64,
    /// Cost before tax, capital included.
    pub cost: f64,
    /// The part of the cost that is capital.
    pub capital: f64,
    /// What is written off of capital.
    pub written_off: f64,
    /// What is left after tax.
    pub cash: f64,
}

/// A band of an indicator in one month: quantiles over the trials, and their mean.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct CourseBand {
    pub p5: f64,
    pub p50: f64,
    pub p95: f64,
    pub mean: f64,
}

/// The way there, over the first trials of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Courses {
    /// Trials behind the bands of the indicators.
    pub trials: usize,
    /// By month from month 1, indicator ([`SERIES`]) and arm (without, with the programme); empty for a project without a chain.
    pub months: Vec<[[CourseBand; 2]; SERIES.len()]>,
    /// Trials behind the money.
    pub year_trials: u64,
    /// Money by year, not discounted; year 0 is the start, the last year may be shorter.
    pub years: Vec<YearMoney>,
    /// The present value of all years.
    pub present_value: YearMoney,
}

/// Lines of the money of a year.
const LINES: usize = PIECES.len() + 5;

impl YearMoney {
    fn of(lines: &[f64]) -> Self {
        let [.., benefit, cost, capital, written_off, cash] = *lines else { return YearMoney::default() };
        let pieces = std::array::from_fn(|k| lines[k]);
        YearMoney { pieces, benefit, cost, capital, written_off, cash }
    }

    /// This and another year together.
    pub fn and(&self, other: &Self) -> Self {
        YearMoney {
            pieces: std::array::from_fn(|k| self.pieces[k] + other.pieces[k]),
            benefit: self.benefit + other.benefit,
            cost: self.cost + other.cost,
            capital: self.capital + other.capital,
            written_off: self.written_off + other.written_off,
            cash: self.cash + other.cash,
        }
    }

    /// Tax: benefit − cost − cash.
    pub fn tax(&self) -> f64 {
        self.benefit - self.cost - self.cash
    }

    /// Profit after tax: benefit, less costs that are not capital, what is written off, and tax.
    pub fn profit(&self) -> f64 {
        self.benefit - (self.cost - self.capital) - self.written_off - self.tax()
    }
}

impl Courses {
    /// Runs the first trials of these settings once more and watches every month.
    ///
    /// The trials are those of the run, to the bit.
    ///
    /// # Errors
    /// [`SimulationError::Cancelled`] if `control` said so.
    pub fn of(engine: &Engine, control: &Control) -> Result<Self, SimulationError> {
        let scenario = engine.scenario();
        let trials = engine.settings().trials.min(YEAR_TRIALS);
        let blocks = trials.div_ceil(BLOCK as u64) as usize;
        let kept = (trials as usize).min(fitting(scenario.months()));
        let (timetable, kept_blocks) = (Timetable::new(scenario), kept.div_ceil(BLOCK));
        let shards = try_each(blocks.div_ceil(SHARD), control, |shard| {
            let (mut block, mut scratch) = engine.draws().block();
            let numbers = shard * SHARD..(shard * SHARD + SHARD).min(blocks);
            let watched = numbers.map(|number| {
                engine.draws().fill((number * BLOCK) as u64, &mut block, &mut scratch);
                let mut seen = Seen::new(scenario.months(), number < kept_blocks);
                dispatch_simd(Watch { scenario, timetable: &timetable, block: &block, seen: &mut seen });
                let count = (trials as usize - number * BLOCK).min(BLOCK);
                (seen.sums(count), seen.indicators)
            });
            Ok(watched.collect::<Vec<_>>())
        })?;
        let all: Vec<(Vec<f64>, Vec<BlockColumn>)> = shards.into_iter().flatten().collect();
        let mut sums = vec![0.0; all.first().map_or(0, |(sums, _)| sums.len())];
        for (block, _) in &all {
            sums.iter_mut().zip(block).for_each(|(sum, x)| *sum += x);
        }
        sums.iter_mut().for_each(|sum| *sum /= trials as f64);
        let mut money: Vec<YearMoney> = sums.chunks(LINES).map(YearMoney::of).collect();
        let present_value = money.pop().unwrap_or_default();
        let columns: Vec<&[BlockColumn]> = all[..kept_blocks].iter().map(|(_, kept)| kept.as_slice()).collect();
        Ok(Courses { trials: kept, months: bands(&columns, kept), year_trials: trials, years: money, present_value })
    }
}

/// How many trials are kept of so many months: all of five years, fewer of more, so that what is held stays small.
fn fitting(months: usize) -> usize {
    (COURSE_TRIALS * 60 / months.max(60)).div_ceil(BLOCK) * BLOCK
}

/// The bands of all columns, month by month.
fn bands(blocks: &[&[BlockColumn]], trials: usize) -> Vec<[[CourseBand; 2]; SERIES.len()]> {
    const EACH: usize = 2 * SERIES.len();
    let months = blocks.first().map_or(0, |columns| columns.len() / EACH);
    each(months, |month| {
        let band = |place: usize| {
            let column = blocks.iter().flat_map(|columns| columns[month * EACH + place].iter().copied());
            band_of(&column.take(trials).collect::<Vec<f64>>())
        };
        std::array::from_fn(|series| [band(2 * series), band(2 * series + 1)])
    })
}

fn band_of(values: &[f64]) -> CourseBand {
    let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
    // What all trials share comes back to the digit.
    let (low, high) =
        values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(*x), high.max(*x)));
    if low == high {
        return CourseBand { p5: low, p50: low, p95: low, mean: low };
    }
    let [p5, p50, p95] = quantiles(values, [0.05, 0.5, 0.95]);
    CourseBand { p5, p50, p95, mean }
}

/// What is seen of a block.
struct Seen {
    /// By year and line, then the present value of each line.
    money: Vec<BlockColumn>,
    /// By month, indicator and arm; none where they are not kept, or there is no chain.
    indicators: Vec<BlockColumn>,
    keeps: bool,
}

impl Seen {
    fn new(months: usize, keeps: bool) -> Self {
        let columns = |count: usize| vec![BlockColumn::EMPTY; count];
        Seen { money: columns((years(months) + 1) * LINES), indicators: Vec::new(), keeps }
    }

    /// The sum of the first trials by line.
    fn sums(&self, count: usize) -> Vec<f64> {
        self.money.iter().map(|column| column[..count].iter().sum()).collect()
    }
}

/// Years of so many months, the start among them.
fn years(months: usize) -> usize {
    1 + months.div_ceil(12)
}

struct Watch<'a> {
    scenario: &'a Scenario,
    timetable: &'a Timetable,
    block: &'a Block,
    seen: &'a mut Seen,
}

impl Kernel for Watch<'_> {
    type Output = ();

    #[inline(always)]
    fn run<V: Pack>(self, token: V::Token) {
        let Watch { scenario, timetable, block, seen } = self;
        let mut work = Workspace::<V>::new(scenario, timetable, token);
        work.with_rate = false;
        let (zero, end) = (Lane::<V>::splat(token, 0.0), scenario.months());
        for at in (0..BLOCK).step_by(V::TRIALS) {
            let (mut year, mut present) = ([zero; LINES], [zero; LINES]);
            evaluate(
                scenario,
                block,
                at,
                &mut work,
                #[inline(always)]
                |view| {
                    let lines = lines(view);
                    for k in 0..LINES {
                        year[k] += lines[k];
                        present[k] += view.booked.discount * lines[k];
                    }
                    if view.t.is_multiple_of(12) || view.t == end {
                        seen.put_money(view.t.div_ceil(12), at, &year);
                        year = [zero; LINES];
                    }
                    if let (true, Some(arms)) = (seen.keeps, &view.arms) {
                        seen.put_indicators(view.t, at, arms);
                    }
                },
            );
            seen.put_money(years(end), at, &present);
        }
    }
}

impl Seen {
    #[inline(always)]
    fn put_money<V: Pack>(&mut self, year: usize, at: usize, lines: &[Lane<V>; LINES]) {
        for (column, line) in self.money[year * LINES..].iter_mut().zip(lines) {
            column[at..at + V::TRIALS].copy_from_slice(line.values());
        }
    }

    #[inline(always)]
    fn put_indicators<V: Pack>(&mut self, t: usize, at: usize, arms: &Arms<V>) {
        const EACH: usize = 2 * SERIES.len();
        if self.indicators.len() < t * EACH {
            self.indicators.resize(t * EACH, BlockColumn::EMPTY);
        }
        let both = [indicators(arms, arms.months.baseline), indicators(arms, arms.months.programme)];
        for (arm, values) in both.iter().enumerate() {
            for (series, lane) in values.iter().enumerate() {
                let column = &mut self.indicators[(t - 1) * EACH + 2 * series + arm];
                column[at..at + V::TRIALS].copy_from_slice(lane.values());
            }
        }
    }
}

/// The lines of a month's money.
#[inline(always)]
fn lines<V: Pack>(view: &View<V>) -> [Lane<V>; LINES] {
    let month = view.booked;
    let mut lines = [month.cash; LINES];
    let pieces = match view.pieces {
        Some(pieces) => closed(pieces, month.benefit),
        None => [month.cash.all(0.0); PIECES.len()],
    };
    lines[..PIECES.len()].copy_from_slice(&pieces);
    lines[PIECES.len()..].copy_from_slice(&[month.benefit, month.cost, month.capital, month.written_off, month.cash]);
    lines
}

/// The indicators of an arm in a month, in the order of [`SERIES`].
#[inline(always)]
fn indicators<V: Pack>(arms: &Arms<V>, m: &Month<V>) -> [Lane<V>; SERIES.len()] {
    let (survey, employees) = (&arms.calibrated.survey, &arms.calibrated.employees);
    let moved = arms.calibrated.moved(&m.customers, m.per_customer);
    let [promoters, passives, detractors] = survey.answers(&moved);
    let contacts = arms.calibrated.contacts();
    [
        survey.nps(&moved),
        promoters,
        passives,
        detractors,
        survey.score(&moved),
        survey.now.mix[3] + moved[3],
        arms.calibrated.loyalty.churn_of_year(&moved),
        m.count,
        arms.calibrated.revenue.revenue(&m.money, arms.market),
        m.experience.failures / contacts,
        m.experience.individual / (contacts - m.experience.failures),
        m.staff.engaged,
        employees.turnover_of_year(12.0 * employees.turnover_change(&m.staff)),
    ]
}

const _: () = assert!(BLOCK.is_multiple_of(LANES));
