//! Why a figure cannot be drawn.

use super::scene::Size;
use std::fmt;

/// Why a figure cannot be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum PlotError {
    /// The size is below [`Size::LEAST`] or above [`Size::MOST`] in width or height.
    Size(Size),
    /// A column does not have the length that the others ask for.
    Length {
        /// Which column.
        column: String,
        /// How many values belong there.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// The number of months is not within 1 to 600.
    Months(usize),
    /// The bin edges are fewer than two, not finite, or not rising everywhere.
    Edges,
    /// There are no cases to compare, or too many.
    Cases {
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// There are fewer values along an axis than two, or they are not finite and rising.
    Axis,
    /// There are no bars, or too many.
    Bars {
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// The drawing or the encoding failed; the message of the backend.
    Backend(String),
}

impl fmt::Display for PlotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size(Size { width, height }) => write!(
                f,
                "a figure of {width} × {height} pixels is not possible; choose from {} × {} to {} × {}",
                Size::LEAST.width,
                Size::LEAST.height,
                Size::MOST.width,
                Size::MOST.height
            ),
            Self::Length { column, expected, found } => {
                write!(f, "column {column} has {found} values, but {expected} are needed")
            }
            Self::Months(months) => {
                write!(f, "a figure over {months} months is not possible; choose from 1 to 600")
            }
            Self::Edges => write!(f, "the bin edges must be at least two finite, rising numbers"),
            Self::Axis => write!(f, "the values along an axis must be at least two finite, rising numbers"),
            Self::Cases { found, most } => {
                write!(f, "{found} cases cannot be compared in one figure; choose from 1 to {most}")
            }
            Self::Bars { found, most } => {
                write!(f, "{found} bars cannot stand in one figure; choose from 1 to {most}")
            }
            Self::Backend(message) => write!(f, "the figure could not be drawn: {message}"),
        }
    }
}

impl std::error::Error for PlotError {}

pub(crate) fn check_length(column: &str, values: &[f64], expected: usize) -> Result<(), PlotError> {
    if values.len() == expected {
        return Ok(());
    }
    Err(PlotError::Length { column: column.to_owned(), expected, found: values.len() })
}
