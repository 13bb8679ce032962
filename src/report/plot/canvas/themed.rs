//! Figures inside a page whose style sheet gives the colours, so that one drawing serves light, dark and print.

use super::style::Theme;
use std::fmt::Write;

/// The properties that a style sheet must set for [`with_variables`]: `--f-ink:#1B1F24;…`.
pub fn css_variables(theme: &Theme) -> String {
    theme.colors().iter().fold(String::new(), |mut css, (name, color)| {
        // Writing to a string cannot fail.
        let _ = write!(css, "--f-{name}:{};", color.css());
        css
    })
}

/// An SVG drawn in [`Theme::light`], each of whose colours is taken from the style sheet of the page.
///
/// Colours stand in attributes, and what readers wrote holds no bare quote, so nothing else is changed.
pub fn with_variables(svg: &str) -> String {
    theme_colors()
        .fold(svg.to_owned(), |svg, (name, css)| svg.replace(&format!("=\"{css}\""), &format!("=\"var(--f-{name})\"")))
}

fn theme_colors() -> impl Iterator<Item = (String, String)> {
    Theme::light().colors().into_iter().map(|(name, color)| (name, color.css()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_roles_of_one_colour_in_the_light_have_one_colour_in_the_dark() {
        let (light, dark) = (Theme::light().colors(), Theme::dark().colors());
        for (i, (_, color)) in light.iter().enumerate() {
            for (j, (name, other)) in light.iter().enumerate().skip(i + 1) {
                assert!(color != other || dark[i].1 == dark[j].1, "{name}");
            }
        }
    }

    #[test]
    fn every_colour_of_a_figure_in_a_page_is_one_of_the_style_sheet() {
        use crate::plot::{Caption, Figure, Format, NpvDistribution, Size};
        let figure = NpvDistribution {
            caption: Caption { title: "#FFFFFF \"#1B1F24\"".into(), ..Caption::default() },
            edges: vec![-1.0, 0.0, 1.0],
            shares: vec![0.4, 0.6],
            p5: -0.8,
            p50: 0.1,
            p95: 0.9,
            mean: 0.2,
            loss_probability: "40%".into(),
            format: Format::new(|x| format!("{x:.1}")),
        };
        let svg = with_variables(&figure.svg(Size::STANDARD, &Theme::light().in_page()).expect("a figure"));
        assert!(!svg.contains("fill=\"#") && !svg.contains("stroke=\"#"), "{svg}");
        assert!(svg.contains("var(--f-loss)") && svg.contains("<title>#FFFFFF &quot;#1B1F24&quot;</title>"));
    }
}
