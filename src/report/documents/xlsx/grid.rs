//! The months of a case as columns of a sheet: what is given, and what follows by formula.

use super::look::Look;
use super::range::Range;
use super::term::Term;
use rust_xlsxwriter::utility::column_number_to_name;

/// The row, from 0, in which month 0 stands; above it are title, bands, headings and units.
pub const FIRST_ROW: u32 = 4;

/// A column of the grid.
#[derive(Clone, Copy, Debug)]
pub struct Handle(u16);

/// What a cell of the grid holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// Nothing: the month has none.
    Nothing,
    /// A number that names the month.
    Label(f64),
    /// A number that is given.
    Given(f64),
    /// A formula.
    Formula(Term),
}

/// One column: a quantity by the month.
#[derive(Clone, Debug)]
pub struct SheetColumn {
    /// Its name.
    pub heading: String,
    /// Its unit.
    pub unit: String,
    /// How its numbers look.
    pub look: Look,
    /// From month 0.
    pub cells: Vec<Content>,
}

/// Columns that belong together.
#[derive(Clone, Debug)]
pub struct Band {
    /// Their name.
    pub name: String,
    /// The first of them.
    pub first: u16,
}

/// Name, unit and look of a column.
#[derive(Clone, Debug)]
pub struct Heading {
    name: String,
    unit: String,
    look: Look,
}

impl Heading {
    /// A heading with its unit.
    pub fn new(name: impl Into<String>, unit: impl Into<String>, look: Look) -> Self {
        Heading { name: name.into(), unit: unit.into(), look }
    }
}

/// What gives the cell of a month.
pub type Formula<'a> = Box<dyn Fn(&Grid, usize) -> Term + 'a>;

/// The sheet of months while it is built.
#[derive(Clone, Debug)]
pub struct Grid {
    sheet: String,
    months: usize,
    /// Columns from the left.
    pub columns: Vec<SheetColumn>,
    /// Bands from the left.
    pub bands: Vec<Band>,
}

impl Grid {
    /// No columns yet, for months 0 to `months`, on a sheet of this name.
    pub fn new(sheet: &str, months: usize) -> Self {
        Grid { sheet: sheet.to_owned(), months, columns: Vec::new(), bands: Vec::new() }
    }

    /// The horizon.
    pub fn months(&self) -> usize {
        self.months
    }

    /// The columns from here on belong together.
    pub fn band(&mut self, name: String) {
        self.bands.push(Band { name, first: self.columns.len() as u16 });
    }

    /// A column that names the months, from month `first` on.
    pub fn labels(&mut self, heading: Heading, first: usize, values: &[f64]) -> Handle {
        let nothing = std::iter::repeat_n(Content::Nothing, first);
        self.push(heading, nothing.chain(values.iter().map(|x| Content::Label(*x))).collect())
    }

    /// A column of given numbers, from month `first` on.
    pub fn given(&mut self, heading: Heading, first: usize, values: &[f64]) -> Handle {
        let nothing = std::iter::repeat_n(Content::Nothing, first);
        self.push(heading, nothing.chain(values.iter().map(|x| Content::Given(*x))).collect())
    }

    /// A column of formulas, from month `first` on.
    pub fn formulas(&mut self, heading: Heading, first: usize, of: impl Fn(&Grid, usize) -> Term) -> Handle {
        let cell = |t| if t < first { Content::Nothing } else { Content::Formula(of(self, t)) };
        let cells = (0..=self.months).map(cell).collect();
        self.push(heading, cells)
    }

    /// A column with a formula in month 0 only.
    pub fn at_start(&mut self, heading: Heading, term: Term) -> Handle {
        self.push(heading, vec![Content::Formula(term)])
    }

    /// A column of formulas, from month `first` on, each of which may use the cell above: none in the first.
    pub fn running(
        &mut self,
        heading: Heading,
        first: usize,
        of: impl Fn(&Grid, Option<Term>, usize) -> Term,
    ) -> Handle {
        let own = Handle(self.columns.len() as u16);
        let mut cells = vec![Content::Nothing; first];
        let mut above: Option<f64> = None;
        for t in first..=self.months {
            let term = of(self, above.map(|value| Term::reference(self.reference(own, t - 1), value)), t);
            above = Some(term.value());
            cells.push(Content::Formula(term));
        }
        self.push(heading, cells)
    }

    /// A column whose cells are still to come: [`Grid::fill`].
    pub fn open(&mut self, heading: Heading) -> Handle {
        self.push(heading, Vec::new())
    }

    /// Fills columns month by month, from month 1 on, each month in the order of the columns given: so that each may use the
    /// month before of all of them.
    pub fn fill(&mut self, columns: &[(Handle, Formula<'_>)]) {
        for (column, _) in columns {
            self.columns[column.0 as usize].cells.push(Content::Nothing);
        }
        for t in 1..=self.months {
            for (column, of) in columns {
                let term = of(self, t);
                self.columns[column.0 as usize].cells.push(Content::Formula(term));
            }
        }
    }

    fn push(&mut self, heading: Heading, cells: Vec<Content>) -> Handle {
        self.columns.push(SheetColumn { heading: heading.name, unit: heading.unit, look: heading.look, cells });
        Handle(self.columns.len() as u16 - 1)
    }

    fn reference(&self, column: Handle, t: usize) -> String {
        format!("{}{}", column_number_to_name(column.0), row(t))
    }

    /// The cell of a month, for formulas of the grid; an empty one counts as nothing.
    pub fn at(&self, column: Handle, t: usize) -> Term {
        Term::reference(self.reference(column, t), self.value(column, t))
    }

    /// The cell of a month, which stays the same one where its formula is copied.
    pub fn fixed(&self, column: Handle, t: usize) -> Term {
        Term::reference(format!("${}${}", column_number_to_name(column.0), row(t)), self.value(column, t))
    }

    fn value(&self, column: Handle, t: usize) -> f64 {
        match self.columns[column.0 as usize].cells.get(t) {
            Some(Content::Given(x) | Content::Label(x)) => *x,
            Some(Content::Formula(term)) => term.value(),
            Some(Content::Nothing) | None => 0.0,
        }
    }

    /// The cells of a month from one column to another, for formulas of the grid.
    pub fn across(&self, from: Handle, to: Handle, t: usize) -> Range {
        let text = format!("{}:{}", self.reference(from, t), self.reference(to, t));
        Range::new(text, (from.0..=to.0).map(|c| self.value(Handle(c), t)).collect())
    }

    /// The months `from` to the horizon of a column, for formulas of any sheet.
    pub fn down(&self, column: Handle, from: usize) -> Range {
        let name = column_number_to_name(column.0);
        let text = format!("{}!${name}${}:${name}${}", self.sheet, row(from), row(self.months));
        Range::new(text, (from..=self.months).map(|t| self.value(column, t)).collect())
    }

    /// One cell, for formulas of any sheet.
    pub fn cell(&self, column: Handle, t: usize) -> Term {
        let text = format!("{}!${}${}", self.sheet, column_number_to_name(column.0), row(t));
        Term::reference(text, self.value(column, t))
    }
}

/// The row of a month as a reference counts it, from 1.
fn row(t: usize) -> u32 {
    FIRST_ROW + t as u32 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading() -> Heading {
        Heading::new("", "", Look::Money)
    }

    #[test]
    fn a_running_sum_refers_to_the_cell_above() {
        let mut grid = Grid::new("Months", 3);
        let given = grid.given(heading(), 1, &[1.0, 2.0, 4.0]);
        let sum = grid.running(heading(), 0, |g, above, t| match above {
            Some(above) => above + g.at(given, t),
            None => Term::number(0.0),
        });
        assert_eq!(grid.down(sum, 0).values(), [0.0, 1.0, 3.0, 7.0]);
        let Content::Formula(last) = &grid.columns[1].cells[3] else { panic!("a formula") };
        assert_eq!(last.text(), "B7+A8");
        assert_eq!(grid.down(sum, 1).text(), "Months!$B$6:$B$8");
    }
}
