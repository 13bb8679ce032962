//! The sheet of the months: one row a month, drivers in blue, everything else by formula.

use super::grid::{Band, Content, FIRST_ROW, SheetColumn};
use super::look::{self, Ink, Look};
use super::model::Model;
use super::page::{Done, SheetPage, SheetSetting};
use rust_xlsxwriter::{FormatAlign, Worksheet, XlsxError};

/// Size in percent at which five years fill a printed page, and the width of such a page, in dots of a screen.
const PRINTED_SCALE: u16 = 47;
const PRINTED_WIDTH: f64 = 1450.0;

/// Writes the sheet.
///
/// # Errors
/// If Excel would refuse what is written.
pub fn sheet(setting: &SheetSetting, model: &Model) -> Result<Worksheet, XlsxError> {
    let grid = &model.grid;
    let widths: Vec<f64> = std::iter::once(9.0).chain(grid.columns.iter().skip(1).map(width)).collect();
    let mut page = SheetPage::new(setting, &model.months_sheet, &widths)?;
    page.title(&setting.words.say("book-months-title"))?;
    let pages = pages(&grid.bands, &widths);
    for (band, next) in grid.bands.iter().zip(grid.bands.iter().skip(1).map(Some).chain([None])) {
        write_band(&mut page, band, next.map_or(grid.columns.len() as u16, |next| next.first), &pages)?;
    }
    for (i, column) in grid.columns.iter().enumerate() {
        page.headings(FIRST_ROW - 2, i as u16, &[&column.heading], |_| true)?;
        page.write_text(FIRST_ROW - 1, i as u16, &column.unit, &look::text(Ink::Beside).set_align(FormatAlign::Right))?;
        for (t, content) in column.cells.iter().enumerate() {
            write_cell(&mut page, (FIRST_ROW + t as u32, i as u16), content, column.look)?;
        }
    }
    page.sheet
        .set_freeze_panes(FIRST_ROW, 1)?
        .set_repeat_rows(FIRST_ROW - 3, FIRST_ROW - 1)?
        .set_repeat_columns(0, 0)?;
    // All columns on one page could not be read: pages run to the right, each with the month.
    page.sheet.set_print_scale(PRINTED_SCALE);
    page.sheet.set_vertical_page_breaks(&pages.iter().map(|column| u32::from(*column)).collect::<Vec<_>>())?;
    // Every page says at its head what the title says, which would be cut where its first column is repeated.
    let last = (FIRST_ROW + grid.months() as u32, grid.columns.len().saturating_sub(1) as u16);
    page.sheet.set_print_area(FIRST_ROW - 3, 0, last.0, last.1)?;
    Ok(page.sheet)
}

/// Wide enough for an amount and for the longest word of the heading.
fn width(column: &SheetColumn) -> f64 {
    let longest = column.heading.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
    (1.2 * longest as f64 + 1.0).clamp(13.5, 30.0)
}

/// The columns with which a printed page begins, but for the first: where the page is full, or no longer holds the name of a
/// band, which would run over its edge.
fn pages(bands: &[Band], widths: &[f64]) -> Vec<u16> {
    let dots = |characters: f64| 7.0 * characters + 5.0;
    let month = dots(widths.first().copied().unwrap_or_default());
    let (mut pages, mut used) = (Vec::new(), month);
    for (column, width) in (0..).zip(widths).skip(1) {
        let name = bands.iter().find(|band| band.first == column).map(|band| dots(band.name.chars().count() as f64));
        if used + dots(*width).max(name.unwrap_or_default()) > PRINTED_WIDTH && used > month {
            pages.push(column);
            used = month;
        }
        used += dots(*width);
    }
    pages
}

fn write_band(page: &mut SheetPage, band: &Band, end: u16, pages: &[u16]) -> Done {
    for column in band.first..end {
        // The first column is repeated on every printed page, and so names no band.
        // Where a band goes on over a page its name stands again, if there is room for it.
        let room = 13.5 * f64::from(end - column) >= band.name.chars().count() as f64;
        let named = column == band.first.max(1) || (room && pages.contains(&column));
        let name = if named { band.name.as_str() } else { "" };
        page.write_text(FIRST_ROW - 3, column, name, &look::band())?;
    }
    Ok(())
}

fn write_cell(page: &mut SheetPage, (row, column): (u32, u16), content: &Content, look: Look) -> Done {
    match content {
        Content::Nothing => Ok(()),
        Content::Label(x) => page.number(row, column, *x, (look, Ink::Follows)),
        Content::Given(x) => page.number(row, column, *x, (look, Ink::Given)),
        Content::Formula(term) => page.cell(row, column, term, (look, Ink::Follows)),
    }
}
