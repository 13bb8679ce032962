//! An interval that was written otherwise than the format has it.

/// Words between the ends of an interval in other languages and habits, the longest first.
const BETWEEN: [&str; 9] = [" t/m ", " tot ", " bis ", " and ", " en ", " to ", " – ", " - ", ".."];

/// The interval that a text with two ends may mean, its lower end first, both in percent if one is: `10% to 20%` of
/// `10 tot 20%`; none if it is no such text.
pub(in crate::scenario) fn interval_meant(text: &str) -> Option<String> {
    let (first, second) = BETWEEN.iter().find_map(|between| text.split_once(between))?;
    let ends = [first, second].map(|end| end.trim().trim_end_matches('%').trim_end());
    let [a, b] = [number(ends[0])?, number(ends[1])?];
    let sign = if text.contains('%') { "%" } else { "" };
    let [low, high] = if a <= b { ends } else { [ends[1], ends[0]] };
    (a != b).then(|| format!("{low}{sign} to {high}{sign}"))
}

/// A plain number, its decimal mark a point or a comma.
fn number(text: &str) -> Option<f64> {
    text.replace(',', ".").parse().ok().filter(|x: &f64| x.is_finite())
}

#[cfg(test)]
mod tests {
    use super::interval_meant;

    #[test]
    fn an_interval_is_told_as_the_format_has_it() {
        let meant = |text: &str| interval_meant(text).unwrap_or_default();
        assert_eq!(meant("10% tot 20%"), "10% to 20%");
        assert_eq!(meant("20% to 10%"), "10% to 20%");
        assert_eq!(meant("10 to 20%"), "10% to 20%");
        assert_eq!(meant("1,5 – 2,5"), "1,5 to 2,5");
        for no in ["35%", "a to b", "10% to", "5 to 5", "to", "NaN to inf"] {
            assert_eq!(interval_meant(no), None, "{no}");
        }
    }
}
