//! The numbers of a column, whose decimal mark is decided by all of them together.

use super::error::QuantityError;
use super::expected::Expected;
use super::marks::Marks;
use super::number::of_numeral;
use super::numeral::Numeral;

/// Why a column is not read.
#[derive(Clone, Debug, PartialEq)]
pub enum ColumnError {
    /// A cell that is no number of the kind that is expected, by its place.
    Cell(usize, QuantityError),
    /// Two cells whose decimal marks differ.
    Marks([usize; 2]),
    /// A cell that may be read in two ways, and nothing in the column says which: its place and its two readings.
    Ambiguous(usize, [String; 2]),
    /// A cell in percent and one that is not.
    Percent([usize; 2]),
}

/// Reads the cells of a column: `1.500` is a thousand and a half where another cell has a decimal comma, one and a half where
/// another has a decimal point. Where money or a count is expected and nothing decides, it is refused.
///
/// # Errors
/// [`ColumnError`].
pub fn column(cells: &[&str], expected: &Expected) -> Result<Vec<f64>, ColumnError> {
    let at = |place| move |why| ColumnError::Cell(place, why);
    let mut said = Said::default();
    for (place, cell) in cells.iter().enumerate() {
        said.hear(place, &Numeral::read(cell, expected).map_err(at(place))?);
    }
    let decimal = said.decimal_mark(cells, expected)?;
    let value = |(place, cell): (usize, &&str)| {
        let numeral = Numeral::read(cell, expected).map_err(at(place))?;
        Ok(of_numeral(cell, &numeral, decimal, expected).map_err(at(place))?.value)
    };
    cells.iter().enumerate().map(value).collect()
}

/// What cells say of the marks of their column: for each the first place that says it.
#[derive(Default)]
struct Said {
    /// A point, and a comma, is the decimal mark.
    decimal: [Option<usize>; 2],
    /// A point, and a comma, that may be either.
    either: [Option<usize>; 2],
    percent: Option<usize>,
    bare: Option<usize>,
}

const MARKS: [char; 2] = ['.', ','];

impl Said {
    fn hear(&mut self, place: usize, numeral: &Numeral) {
        let of = |mark| usize::from(mark == MARKS[1]);
        let said = match numeral.digits.marks {
            Marks::Decimal(mark) => Some(&mut self.decimal[of(mark)]),
            Marks::Thousands(mark) => Some(&mut self.decimal[1 - of(mark)]),
            Marks::Either(mark) => Some(&mut self.either[of(mark)]),
            Marks::None => None,
        };
        let percent = match (numeral.is_percent(), numeral.digits.is_zero()) {
            (true, _) => Some(&mut self.percent),
            (false, false) => Some(&mut self.bare),
            (false, true) => None,
        };
        [said, percent].into_iter().flatten().for_each(|first| *first = first.or(Some(place)));
    }

    /// The decimal mark of what could be read in two ways.
    fn decimal_mark(&self, cells: &[&str], expected: &Expected) -> Result<Option<char>, ColumnError> {
        let both = |a: usize, b: usize| [a.min(b), a.max(b)];
        if let (Some(a), Some(b)) = (self.percent, self.bare) {
            return Err(ColumnError::Percent(both(a, b)));
        }
        match self.decimal {
            [Some(a), Some(b)] => return Err(ColumnError::Marks(both(a, b))),
            [Some(_), None] => return Ok(Some(MARKS[0])),
            [None, Some(_)] => return Ok(Some(MARKS[1])),
            [None, None] => (),
        }
        let (mark, first) = match self.either {
            [Some(a), Some(b)] => return Err(ColumnError::Marks(both(a, b))),
            [Some(a), None] => (MARKS[0], a),
            [None, Some(b)] => (MARKS[1], b),
            [None, None] => return Ok(None),
        };
        if expected.sort.is_large() {
            let numeral = Numeral::read(cells[first], expected).map_err(|why| ColumnError::Cell(first, why))?;
            return Err(ColumnError::Ambiguous(first, numeral.readings(mark, "")));
        }
        Ok(Some(mark))
    }
}
