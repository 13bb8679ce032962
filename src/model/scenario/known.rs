//! The paths and tables that a scenario may have, to tell what nobody knows.

use super::field::{Field, LISTS};
use std::collections::BTreeSet;

/// The paths and tables there are.
pub(super) struct Known {
    pub paths: Vec<String>,
    pub leaves: BTreeSet<String>,
    pub tables: BTreeSet<String>,
}

impl Known {
    /// Those of these keys and of the lists of tables.
    pub(super) fn new(fields: &[Field]) -> Self {
        let mut paths: Vec<String> = fields.iter().map(|f| f.path.clone()).collect();
        let leaves: BTreeSet<String> = paths.iter().cloned().collect();
        paths.extend(LISTS.map(str::to_owned));
        let mut tables = BTreeSet::new();
        for path in &paths {
            let dots = path.match_indices('.').map(|(at, _)| path[..at].to_owned());
            tables.extend(dots);
        }
        Known { paths, leaves, tables }
    }

    /// The keys of a table, for a message.
    pub(super) fn keys_of(&self, table: &str) -> Vec<String> {
        const MOST_LISTED: usize = 14;
        let prefix = if table.is_empty() { String::new() } else { format!("{table}.") };
        let below = self.paths.iter().filter_map(|p| p.strip_prefix(&prefix)?.split('.').next());
        let keys: BTreeSet<String> = below.map(str::to_owned).collect();
        if keys.len() <= MOST_LISTED { keys.into_iter().collect() } else { Vec::new() }
    }
}
