//! The style sheet of the report: colours of the figures' themes, fonts of the figures, header and footer of the print.

use crate::plot::{FurtherFont, Theme, Weight, css_variables, embedded_font, figures_font, further_fonts};
use crate::words::Words;
use ::base64::Engine;
use ::base64::engine::general_purpose::STANDARD;
use delight_studies::run::Findings;

/// The whole sheet of a report that has this text.
pub fn sheet(f: &Findings, words: Words, text: &str) -> String {
    let head = format!("{} · {}", f.case.name, words.say("html-kind"));
    sheet_of([&head, &format!("delight {} · {}", f.version, f.digest)], text)
}

/// The whole sheet of a page that has this text; head and foot of its print.
pub fn sheet_of(print: [&str; 2], text: &str) -> String {
    let (light, dark) = (css_variables(&Theme::light()), css_variables(&Theme::dark()));
    let [head, foot] = print.map(in_css);
    format!(
        "{}{}:root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n\
         @page{{@top-left{{content:{head}}}@bottom-left{{content:{foot}}}}}\n",
        fonts(text),
        include_str!("style.css"),
    )
}

/// The fonts that the figures were laid out with, so that no label runs wider than its room, for the whole page; numbers in
/// tables have figures of one width.
fn fonts(text: &str) -> String {
    let mut css = String::new();
    for weight in [Weight::Regular, Weight::SemiBold] {
        css += &font("Inter", (weight, "otf", "opentype"), embedded_font(weight), "");
        css += &font("Inter Figures", (weight, "ttf", "truetype"), figures_font(weight), ";unicode-range:U+30-39");
    }
    for FurtherFont { weight, file, ranges } in further_fonts(text) {
        let ranges: Vec<String> = ranges.iter().map(|r| format!("U+{:X}-{:X}", r.start(), r.end())).collect();
        css += &font("Inter", (weight, "ttf", "truetype"), file, &format!(";unicode-range:{}", ranges.join(",")));
    }
    css
}

/// Bytes as text, as pages hold them.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

fn font(family: &str, (weight, kind, format): (Weight, &str, &str), file: &[u8], rest: &str) -> String {
    let number = if weight == Weight::Regular { 400 } else { 600 };
    let data = base64(file);
    format!(
        "@font-face{{font-family:\"{family}\";font-weight:{number};src:url(data:font/{kind};base64,{data}) format(\"{format}\"){rest}}}\n"
    )
}

/// A text as a string of a style sheet; all but letters, digits and spaces is written by its number.
fn in_css(text: &str) -> String {
    let safe = |c: char| c.is_alphanumeric() || c == ' ';
    let letters = text.chars().map(|c| if safe(c) { c.to_string() } else { format!("\\{:x} ", u32::from(c)) });
    format!("\"{}\"", letters.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_leaves_its_string_in_the_style_sheet() {
        assert_eq!(in_css("Hotel 1"), "\"Hotel 1\"");
        assert_eq!(in_css("\"}</style>\\"), "\"\\22 \\7d \\3c \\2f style\\3e \\5c \"");
    }
}
