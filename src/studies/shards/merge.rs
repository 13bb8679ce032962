//! The shards of a run, put together: each trial once, or a refusal that says all that is wrong.

use super::fault::{MergeError, MergeFault};
use super::file::{HeadError, ShardHead, StoredShard, head_of, read};
use super::whole::WholeRun;
use delight_model::scenario::Case;
use delight_model::simulate::{Control, Engine, Summary};

/// A run put together from its shards.
pub struct Merged {
    /// The run.
    pub run: WholeRun,
    /// Its case, read from the sources that the shards carry.
    pub case: Case,
    /// The state of all its trials.
    pub summary: Summary,
}

/// A shard whose head was read: its place among them, and its trials.
struct Known {
    place: usize,
    from: u64,
    to: u64,
}

/// Shards of one run.
struct Together {
    run: WholeRun,
    shards: Vec<Known>,
}

/// Puts the shards of a run together, in any order.
///
/// First the heads of all are looked at, then each state by itself, so that no more than one is in memory.
///
/// # Errors
/// [`MergeError::Shards`] if they are not all trials of one run, each once.
pub fn merge(shards: &[&dyn StoredShard], control: &Control) -> Result<Merged, MergeError> {
    let (together, faults) = heads(shards);
    let Some(Together { run, shards: known }) = together else { return Err(MergeError::Shards(faults)) };
    let name = |known: &Known| shards[known.place].name();
    let faults = faults.into_iter().chain(uncovered(&run, &known, name)).collect::<Vec<_>>();
    if !faults.is_empty() {
        return Err(MergeError::Shards(faults));
    }
    let unreadable = |known: &Known, why| MergeFault::Unreadable { shard: name(known), why };
    let case = run.case().map_err(|why| MergeError::Shards(vec![unreadable(&known[0], why)]))?;
    let mut summary = Engine::of_run(case.scenario(), run.settings)?.empty_summary(run.settings.trials);
    let mut faults = Vec::new();
    for known in &known {
        control.check()?;
        let added = state(shards[known.place], (&run, known), case.scenario().months());
        match added {
            Ok(more) if summary.can_merge(&more) => summary.merge(&more),
            Ok(_) => {
                let why = "its values are counted on another grid than this case has".to_owned();
                faults.push(unreadable(known, why));
            }
            Err(why) => faults.push(unreadable(known, why)),
        }
        control.advance(known.to - known.from);
    }
    if faults.is_empty() { Ok(Merged { run, case, summary }) } else { Err(MergeError::Shards(faults)) }
}

/// The state of a shard, if it still is what its head was.
fn state(shard: &dyn StoredShard, (run, known): (&WholeRun, &Known), months: usize) -> Result<Summary, String> {
    let (head, summary) = read(shard, months)?;
    let is_same = (head.from, head.to) == (known.from, known.to) && head.run == *run;
    if is_same { Ok(summary) } else { Err("it changed while it was read".to_owned()) }
}

/// The shards of the run that most of them are of, and what is wrong with the others.
fn heads(shards: &[&dyn StoredShard]) -> (Option<Together>, Vec<MergeFault>) {
    let (mut runs, mut faults): (Vec<Together>, Vec<MergeFault>) = Default::default();
    for (place, stored) in shards.iter().enumerate() {
        let head = head_of(*stored);
        let shard = stored.name();
        match head {
            Ok(ShardHead { run, from, to, .. }) => {
                let known = Known { place, from, to };
                match runs.iter_mut().find(|together| together.run == run) {
                    Some(together) => together.shards.push(known),
                    None => runs.push(Together { run, shards: vec![known] }),
                }
            }
            Err(HeadError::Version(found)) => faults.push(MergeFault::Version { shard, found }),
            Err(HeadError::Unreadable(why)) => faults.push(MergeFault::Unreadable { shard, why }),
        }
    }
    // Of equally many those that came first.
    let most = runs.iter().map(|together| together.shards.len()).max().unwrap_or(0);
    let Some(at) = runs.iter().position(|together| together.shards.len() == most) else {
        if faults.is_empty() {
            faults.push(MergeFault::NoShard);
        }
        return (None, faults);
    };
    let together = runs.swap_remove(at);
    let than = shards[together.shards[0].place].name();
    for other in runs {
        let is_case = other.run.sources == together.run.sources;
        for known in other.shards {
            let (shard, than) = (shards[known.place].name(), than.clone());
            faults.push(match is_case {
                true => MergeFault::OtherSettings { shard, than },
                false => MergeFault::OtherCase { shard, than },
            });
        }
    }
    (Some(together), faults)
}

/// Trials that no shard holds, or two of them.
fn uncovered(run: &WholeRun, shards: &[Known], name: impl Fn(&Known) -> String) -> Vec<MergeFault> {
    let mut sorted: Vec<&Known> = shards.iter().collect();
    sorted.sort_by_key(|known| (known.from, known.to));
    let lost = |from, to| MergeFault::Lost { trials: from..to, command: run.command(from, to) };
    let mut faults = Vec::new();
    let (mut next, mut last): (u64, Option<&Known>) = (0, None);
    for known in sorted {
        match last {
            Some(last) if known.from < next => faults.push(MergeFault::Doubled {
                trials: known.from..next.min(known.to),
                shards: [name(last), name(known)],
            }),
            _ if known.from > next => faults.push(lost(next, known.from)),
            _ => (),
        }
        if known.to > next {
            (next, last) = (known.to, Some(known));
        }
    }
    if next < run.settings.trials {
        faults.push(lost(next, run.settings.trials));
    }
    faults
}
