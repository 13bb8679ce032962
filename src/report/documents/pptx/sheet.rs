//! The small workbook behind a chart, in which its reader changes the numbers.

use crate::page::chart::{OfficeChart, OfficeKind};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

/// Name of its one sheet, the same in every language, since the chart points there.
pub const SHEET: &str = "Sheet1";

/// The workbook: categories in column A, a row of numbers in each column after it; the same bytes for the same numbers.
///
/// # Errors
/// If there are more numbers than a sheet holds.
pub fn workbook(chart: &OfficeChart) -> Result<Vec<u8>, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(SHEET)?;
    for (row, category) in (1..).zip(&chart.categories) {
        match chart.kind {
            OfficeKind::Bars => sheet.write_string(row, 0, category)?,
            OfficeKind::Lines => sheet.write_number(row, 0, f64::from(row))?,
        };
    }
    for (column, series) in (1..).zip(&chart.series) {
        sheet.write_string(0, column, &series.name)?;
        for (row, value) in (1..).zip(&series.values) {
            if let Some(value) = value {
                sheet.write_number(row, column, *value)?;
            }
        }
    }
    let mut out = Workbook::new();
    out.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    out.push_worksheet(sheet);
    out.save_to_buffer()
}
