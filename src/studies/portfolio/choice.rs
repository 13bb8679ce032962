//! A choice among projects: what they use of what is limited, and which go or do not go together.

/// Something that is limited, and what each project uses of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ResourceLimit {
    /// What each project uses, 0 or more, in the unit of the limit.
    pub uses: Vec<f64>,
    /// The most that all funded projects may use together.
    pub at_most: f64,
}

/// A choice among projects, by their places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problem {
    /// Number of projects.
    pub projects: usize,
    /// What is limited: a budget, a budget of each year, staff.
    pub limits: Vec<ResourceLimit>,
    /// Groups of which at most one project is funded.
    pub groups: Vec<Vec<usize>>,
    /// The first only together with the second.
    pub requires: Vec<(usize, usize)>,
    /// Funded whatever they are worth.
    pub must: Vec<usize>,
}

/// A limit holds to within this share of it: sums of amounts are rounded.
pub(super) const SLACK: f64 = 1e-9;

impl ResourceLimit {
    /// What a set of projects uses.
    pub fn used(&self, chosen: &[bool]) -> f64 {
        self.uses.iter().zip(chosen).filter(|(_, chosen)| **chosen).map(|(used, _)| used).sum()
    }

    /// Whether a set of projects stays within the limit.
    pub fn holds(&self, chosen: &[bool]) -> bool {
        self.used(chosen) <= self.at_most + SLACK * self.at_most.abs()
    }
}

impl Problem {
    /// Whether this set of projects may be funded.
    pub fn allows(&self, chosen: &[bool]) -> bool {
        let one_of = |group: &Vec<usize>| group.iter().filter(|i| chosen[**i]).count() <= 1;
        self.limits.iter().all(|limit| limit.holds(chosen))
            && self.groups.iter().all(one_of)
            && self.requires.iter().all(|(a, b)| !chosen[*a] || chosen[*b])
            && self.must.iter().all(|i| chosen[*i])
    }

    /// The same with one more project that must be funded.
    pub fn with(&self, project: usize) -> Problem {
        let mut forced = self.clone();
        forced.must.push(project);
        forced
    }

    /// The same with another amount of the first limit.
    pub fn with_budget(&self, at_most: f64) -> Problem {
        let mut other = self.clone();
        other.limits[0].at_most = at_most;
        other
    }
}
