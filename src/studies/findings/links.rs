//! Where an input belongs: its link of the effect chain, and the grade of its evidence.

use delight_model::chain::{advocacy, connection, employees, excellence, experience, loyalty, revenue};
use delight_model::scenario::Grade;
use delight_model::simulate::{LUCK, SURVEY};
use delight_model::units::{Catalogue, Input};

/// A link of the effect chain, in the order in which an effect travels; the last is the money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// Maturity of the nine elements, the programme and its delivery.
    Excellence,
    /// Employees and partners.
    Employees,
    /// The experience pyramid.
    Experience,
    /// The four states of connection.
    Connection,
    /// Who stays, and how much of what is published is caused.
    Loyalty,
    /// Who comes.
    Advocacy,
    /// Spend, prices, cost to serve, market.
    Revenue,
    /// Costs of the programme and valuation.
    Value,
}

impl Link {
    /// Every link.
    pub const ALL: [Link; 8] = [
        Link::Excellence,
        Link::Employees,
        Link::Experience,
        Link::Connection,
        Link::Loyalty,
        Link::Advocacy,
        Link::Revenue,
        Link::Value,
    ];

    /// The key that results use.
    pub const fn key(self) -> &'static str {
        match self {
            Link::Excellence => "excellence",
            Link::Employees => "employees",
            Link::Experience => "experience",
            Link::Connection => "connection",
            Link::Loyalty => "loyalty",
            Link::Advocacy => "advocacy",
            Link::Revenue => "revenue",
            Link::Value => "value",
        }
    }

    /// The link whose stage reads the input of this path; what no stage reads belongs to the money.
    pub fn of(path: &str) -> Link {
        if path == LUCK || path == SURVEY {
            return Link::Excellence;
        }
        if path.starts_with("customers.nps") || path == "customers.score" {
            return Link::Connection;
        }
        if path.starts_with("market.") || path.starts_with("effects.channels.") {
            return Link::Revenue;
        }
        let reads = |stage: &Vec<Input>| stage.iter().any(|input| input.path() == path);
        stages().iter().position(reads).map_or(Link::Value, |place| Link::ALL[place])
    }
}

/// The inputs of each stage, in the order of the chain.
fn stages() -> [Vec<Input>; 7] {
    let listed = |read: &dyn Fn(&mut Catalogue)| {
        let mut catalogue = Catalogue::default();
        read(&mut catalogue);
        catalogue.0
    };
    [
        listed(&|c| _ = excellence::Inputs::read(c)),
        listed(&|c| _ = employees::Inputs::read(c)),
        listed(&|c| _ = experience::Inputs::read(c)),
        listed(&|c| _ = connection::Inputs::read(c)),
        listed(&|c| _ = loyalty::Inputs::read(c)),
        listed(&|c| _ = advocacy::Inputs::read(c)),
        listed(&|c| _ = revenue::Inputs::read(c)),
    ]
}

/// How well an input is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A grade of evidence.
    Graded(Grade),
    /// A number of the case to which nobody gave a grade: usually its own figures.
    Ungraded,
    /// What nobody can know beforehand: the delivery draw and the market of each year.
    Chance,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Standing; 6] = [
        Standing::Graded(Grade::A),
        Standing::Graded(Grade::B),
        Standing::Graded(Grade::C),
        Standing::Graded(Grade::D),
        Standing::Ungraded,
        Standing::Chance,
    ];

    /// The key that results use: `A` to `D`, `ungraded`, `chance`.
    pub fn key(self) -> &'static str {
        match self {
            Standing::Graded(grade) => grade.letter(),
            Standing::Ungraded => "ungraded",
            Standing::Chance => "chance",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_input_stands_at_the_link_whose_stage_reads_it() {
        for (path, link) in [
            ("excellence.now.vision", Link::Excellence),
            (LUCK, Link::Excellence),
            ("programme.intensity", Link::Excellence),
            ("effects.employees.engagement_gain", Link::Employees),
            ("experience.failure_rate", Link::Experience),
            ("customers.mix.connected", Link::Connection),
            ("customers.nps.promoters", Link::Connection),
            ("customers.nps", Link::Connection),
            ("customers.score", Link::Connection),
            ("effects.causal_share", Link::Loyalty),
            ("effects.advocacy.reputation", Link::Advocacy),
            ("effects.spend.price_per_point", Link::Revenue),
            ("market.year.2", Link::Revenue),
            ("effects.channels.counter", Link::Revenue),
            ("programme.cost_overrun", Link::Value),
            ("programme.costs.training", Link::Value),
            ("finance.discount_rate", Link::Value),
            ("flows.savings.amount", Link::Value),
        ] {
            assert_eq!(Link::of(path), link, "{path}");
        }
    }
}
