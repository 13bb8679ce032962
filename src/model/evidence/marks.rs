//! The marks of a fact besides its grade: its link of the chain, its kind, and how far it was verified.

use serde::{Deserialize, Serialize};

/// A link of the chain, or one of its surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// The programme: whether it is delivered, how fast, how it fades.
    Programme,
    /// Employees and partners.
    Employees,
    /// The experience.
    Experience,
    /// The emotional bond of customers.
    Connection,
    /// Customers who stay.
    Loyalty,
    /// Customers who come by word of mouth and reviews.
    Advocacy,
    /// What customers spend, and at what price.
    Revenue,
    /// Cost of the programme, of leavers, of serving customers.
    Cost,
    /// Money in the end, and shareholder value as a check.
    Value,
    /// Organisations whose customers have no choice.
    Public,
    /// Starting points by sector.
    Sector,
}

impl Link {
    /// All links, in the order of the chain.
    pub const ALL: [Link; 11] = [
        Link::Programme,
        Link::Employees,
        Link::Experience,
        Link::Connection,
        Link::Loyalty,
        Link::Advocacy,
        Link::Revenue,
        Link::Cost,
        Link::Value,
        Link::Public,
        Link::Sector,
    ];

    /// The word by which it is called, such as `employees`.
    pub fn name(self) -> &'static str {
        [
            "programme",
            "employees",
            "experience",
            "connection",
            "loyalty",
            "advocacy",
            "revenue",
            "cost",
            "value",
            "public",
            "sector",
        ][self as usize]
    }

    /// What it is about.
    pub fn meaning(self) -> &'static str {
        [
            "whether it is delivered, how fast, how it fades",
            "what engages employees, and what that does",
            "what customers meet, and how they rate it",
            "the emotional bond: its worth, its limits, its decay",
            "customers who stay, complaints and recovery",
            "recommendations, reviews, customers who come",
            "what customers spend, and at what price",
            "what a programme, leavers and customers cost",
            "money in the end; shareholder value only as a check",
            "organisations whose customers have no choice",
            "starting points by sector",
        ][self as usize]
    }
}

/// What kind of entry a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Something published: research, a survey, a series.
    Finding,
    /// A number that the method's authors claim.
    Claim,
    /// What the method's authors say in words: what causes what, how the method is built.
    Statement,
    /// How a default prior follows from the facts.
    Derivation,
    /// A number fixed in the model.
    Constant,
    /// Where to start in a sector.
    Baseline,
}

impl Kind {
    /// All kinds, in the order in which a link is presented.
    pub const ALL: [Kind; 6] =
        [Kind::Finding, Kind::Claim, Kind::Statement, Kind::Derivation, Kind::Constant, Kind::Baseline];

    /// A heading over entries of this kind.
    pub fn heading(self) -> &'static str {
        [
            "What is published",
            "What the method's authors claim",
            "What the method says in words",
            "What the defaults make of it",
            "What is fixed in the model",
            "Where to start in a sector",
        ][self as usize]
    }

    /// The heading over the critique of such an entry.
    pub fn critique_heading(self) -> &'static str {
        match self {
            Kind::Finding => "Critique",
            Kind::Claim => "What checking showed",
            Kind::Statement => "In the model",
            Kind::Derivation | Kind::Constant | Kind::Baseline => "Reasons and doubts",
        }
    }
}

/// How far a figure was verified, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub enum Verification {
    /// The figure itself was seen at the address given.
    #[serde(rename = "V")]
    Seen,
    /// Seen in the abstract or on the front page.
    #[serde(rename = "V-abs")]
    Abstract,
    /// Seen in a secondary source.
    #[serde(rename = "V-2nd")]
    SecondHand,
    /// Read in the documents of the method's authors, whose own source was not seen.
    #[serde(rename = "claim")]
    Claim,
    /// From memory, not verified.
    #[serde(rename = "M")]
    Memory,
    /// Our own derivation or assumption: there is nothing to verify but what it rests on.
    #[serde(rename = "own")]
    Own,
}

impl Verification {
    /// All marks, best first.
    pub const ALL: [Verification; 6] = [
        Verification::Seen,
        Verification::Abstract,
        Verification::SecondHand,
        Verification::Claim,
        Verification::Memory,
        Verification::Own,
    ];

    /// The mark, such as `V-abs`.
    pub fn mark(self) -> &'static str {
        ["V", "V-abs", "V-2nd", "claim", "M", "own"][self as usize]
    }

    /// What it says of a number.
    pub fn meaning(self) -> &'static str {
        [
            "the figure itself was seen at the address given",
            "seen in the abstract or on the front page",
            "seen in a secondary source",
            "read in a document of the method's authors; what checking showed stands with it",
            "from memory, not verified",
            "our own derivation or assumption: look at what it rests on",
        ][self as usize]
    }
}
