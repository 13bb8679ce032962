//! All that can be wrong at one place of a file of readings, and its wording.

use super::headings::HEADINGS;
use std::fmt;

/// What is wrong with a file of readings where no rule of scenario files says it already.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each variant's sentence names its parts")]
pub enum ActualsFault {
    /// A case without a chain has no readings to be held against.
    NoChain,
    /// A heading that no file of readings has, and the one it may stand for.
    UnknownColumn { near: Option<&'static str> },
    /// A heading that stands twice.
    ColumnTwice,
    /// A heading that must be there.
    ColumnMissing { name: &'static str },
    /// A row with more or fewer cells than there are headings.
    Cells { found: usize, headings: usize },
    /// A file without a row.
    NoReading,
    /// More readings than a case needs.
    TooMany { limit: usize },
    /// An empty cell where something must stand.
    Empty { example: &'static str },
    /// A month of the calendar in a case that has none.
    NoStart,
    /// A month after the horizon of so many months.
    AfterHorizon { months: usize },
    /// A month that is after the horizon for the site, whose work began before the case's.
    SiteAfterHorizon { month: i32, months: usize },
    /// A period that begins before the start and ends after it.
    AcrossStart { month: i32 },
    /// Cells under `n` are needed and empty: answers, staff, customers.
    NoNumber { of: &'static str, or_error: bool },
    /// Counts of answers beside another number of them.
    NotTheirSum { sum: f64 },
    /// More events than could have happened.
    MoreThanCould { most: f64 },
    /// So few events that their logarithm says little.
    FewEvents,
    /// Fewer asked than answered.
    FewerAsked { n: f64 },
    /// A cost of a part of the whole.
    CostOfSite,
    /// The same metric, site and month as in another line.
    Twice { line: usize },
    /// A period that overlaps that of another line.
    Overlap { line: usize },
    /// A site in both arms.
    TwoArms { line: usize },
    /// A site with two starts.
    TwoStarts { line: usize },
    /// A site whose work begins when nothing is read any more.
    NothingAfter { last: i32 },
    /// The latest reading, where the board is to look again before it.
    NotBeforeNext { next: usize },
}

impl fmt::Display for ActualsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoChain => write!(f, "a case of kind = \"cash-flow\" has no chain to hold readings against"),
            Self::UnknownColumn { .. } => write!(f, "is not a column of a file of readings"),
            Self::ColumnTwice => write!(f, "must be the heading of one column"),
            Self::ColumnMissing { name } => write!(f, "must have a column with the heading {name}"),
            Self::Cells { found, headings } => {
                write!(f, "must have a cell for each of the {headings} headings, but has {found}")
            }
            Self::NoReading => write!(f, "must have at least one reading below its headings"),
            Self::TooMany { limit } => write!(f, "must be at most {limit} readings"),
            Self::Empty { .. } => write!(f, "must be given in every row"),
            Self::NoStart => write!(f, "must be months since the start: the case has no calendar month of its start"),
            Self::AfterHorizon { months } => write!(f, "must not be after the horizon of the case, month {months}"),
            Self::SiteAfterHorizon { month, months } => write!(
                f,
                "must not be after the horizon of the case, month {months}, but is month {month} since work began at the site"
            ),
            Self::AcrossStart { month } => {
                write!(f, "must not reach across the start: the months up to month {month} begin before it")
            }
            Self::NoNumber { of, or_error: true } => {
                write!(f, "must be given: the {of} behind the value, or its standard error under se")
            }
            Self::NoNumber { of, or_error: false } => write!(f, "must be given: the {of} behind the value"),
            Self::NotTheirSum { sum } => write!(f, "must be the sum of the three counts, {sum}, or empty"),
            Self::MoreThanCould { most } => write!(f, "must be at most n times the months, {most}"),
            Self::FewEvents => write!(f, "must be at least 5, since fewer say too little"),
            Self::FewerAsked { n } => write!(f, "must be at least n, {n}: those who were asked"),
            Self::CostOfSite => write!(f, "must be all for a cost: what is paid is known of the whole programme"),
            Self::Twice { line } => {
                write!(f, "must be given once for a metric, a site and a month; line {line} has them too")
            }
            Self::Overlap { line } => {
                write!(f, "must not overlap the period of line {line}, which has the same metric and site")
            }
            Self::TwoArms { line } => write!(f, "must be one arm for a site, but line {line} says the other"),
            Self::TwoStarts { line } => write!(f, "must be one start for a site, but line {line} says another"),
            Self::NothingAfter { last } => {
                write!(f, "must be before the last reading of the site, which is of month {last}")
            }
            Self::NotBeforeNext { next } => {
                write!(f, "must be before track.next, month {next}, unless track.now says up to which month to read")
            }
        }
    }
}

impl ActualsFault {
    /// What to write instead.
    pub(in crate::scenario) fn fix(&self) -> Option<String> {
        let text = match self {
            Self::NoChain => "name a case of kind = \"chain\"".to_owned(),
            Self::UnknownColumn { near: Some(near) } => format!("did you mean {near}?"),
            Self::UnknownColumn { near: None } => format!("known here: {}", HEADINGS.join(", ")),
            Self::ColumnTwice => "remove one of them".to_owned(),
            Self::ColumnMissing { .. } => "begin the file with the line month,metric,value,n".to_owned(),
            Self::Cells { .. } => "write the text in quotes that has the mark between columns in it".to_owned(),
            Self::NoReading => "write a row such as 3,nps,412/300/288".to_owned(),
            Self::TooMany { .. } => "pool sites or periods".to_owned(),
            Self::Empty { example } => format!("write, for example, {example}"),
            Self::NoStart => "write start = \"2027-01\" under [case], or the months since the start".to_owned(),
            Self::AfterHorizon { .. } => "remove the row, or give the case more months".to_owned(),
            Self::SiteAfterHorizon { .. } => "remove the row, or give the case more months".to_owned(),
            Self::AcrossStart { month } => {
                format!("write {month} months, and those before the start in a row of their own")
            }
            Self::NoNumber { of, .. } => format!("write the number of {of}"),
            Self::NotTheirSum { .. } => "leave it empty: counts say it themselves".to_owned(),
            Self::MoreThanCould { .. } => "write events under value, and staff or customers under n".to_owned(),
            Self::FewEvents => "pool periods: write their sum, with more months".to_owned(),
            Self::FewerAsked { .. } => "write answers under n, and those who were asked under of".to_owned(),
            Self::CostOfSite => "write all, or leave the site empty".to_owned(),
            Self::Twice { .. } => "keep one of them".to_owned(),
            Self::Overlap { .. } => "write the length of each period under months, or pool the two".to_owned(),
            Self::TwoArms { .. } => {
                "write the same arm in every row of the site, or call one site otherwise".to_owned()
            }
            Self::TwoStarts { .. } => "write the same start in every row of the site".to_owned(),
            Self::NothingAfter { .. } => "leave the site out until something is read after its start".to_owned(),
            Self::NotBeforeNext { .. } => "write a later next under [track]".to_owned(),
        };
        Some(text)
    }
}
