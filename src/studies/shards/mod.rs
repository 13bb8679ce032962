//! A run in parts: any range of its trials computed apart and kept in a file, all of them put together to the very bytes
//! of the one run.
//!
//! A shard is a line of JSON, its [`ShardHead`], and the state of its trials in bytes. The head carries the text of the
//! case, so that whoever merges needs nothing else, and can tell the shards of one run from all others.

mod fault;
mod file;
mod long;
mod merge;
mod whole;

pub use delight_model::scenario::{Collected, Sources};
pub use fault::{MergeError, MergeFault};
pub use file::{FORMAT, HeadError, MOST_BODY_BYTES, MOST_HEAD_BYTES, ShardHead, StoredShard, head_of, read, write};
pub use long::{RowsError, gathered, rows};
pub use merge::{Merged, merge};
pub use whole::WholeRun;
